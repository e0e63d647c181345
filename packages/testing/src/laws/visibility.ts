import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Command } from '@kalends/core'
import { everything } from '@kalends/core'
import type { Step } from '../arbitraries/index.js'
import { eventsAfter, isPublic } from './expected-rows.js'
import type { OpenListing } from './listing.js'
import { listings } from './listing.js'
import { perform } from './perform.js'
import { TENANT, withOpened } from './store.js'

/**
 * PAGE-009: an answer says nothing of events that the viewer takes no part in, any more or at all, unless they are public
 * and asked for.
 *
 * Every text of an event is marked; the whole answer is searched for the marks of the others.
 */
export const nobodyLearnsOfOthersEvents = (open: OpenListing, drawn = listings()) =>
  fc.asyncProperty(drawn, ({ steps, request }) =>
    withOpened(open, async ({ store, pages }) => {
      const marked = steps.map(mark)
      await perform(store, TENANT, marked)
      const { userId } = request.viewer
      const hidden = eventsAfter(marked).filter(
        (event) => !event.participants.has(userId) && !isPublic(event, request.filter),
      )
      const wide = { ...request, filter: { ...request.filter, window: everything } }
      for (const asked of [request, wide]) {
        const said = JSON.stringify(await pages({ ...asked, limit: 1000 }))
        for (const { uid } of hidden) assert.ok(!said.includes(markOf(uid)), `${uid} is known`)
      }
    }),
  )

const markOf = (uid: string): string => `<${uid}>`

const mark = ({ uid, command }: Step): Step => ({ uid, command: marked(command, markOf(uid)) })

const marked = (command: Command, text: string): Command => {
  if (command.type === 'Create' || command.type === 'Import')
    return { ...command, title: text, location: text }
  if (command.type !== 'Patch') return command
  const { title, location } = command.changes
  const changes = {
    ...command.changes,
    ...(title === undefined ? {} : { title: `${text} ${title}` }),
    ...(typeof location === 'string' ? { location: `${text} ${location}` } : {}),
  }
  return { ...command, changes }
}
