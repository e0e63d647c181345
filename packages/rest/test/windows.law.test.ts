import type { Instant, Stamp, Window } from '@kalends/core'
import { closeWindow, holds, parseStamp } from '@kalends/core'
import type { Meaning } from '@kalends/testing'
import { boundariesMean } from '@kalends/testing'
import * as E from 'fp-ts/lib/Either.js'
import { test } from 'vitest'
import { requestOf as attendeeRequest } from '../src/dialects/attendee/list-request.js'
import { requestOf as salesloftRequest } from '../src/dialects/salesloft/list-query.js'
import { windowOf as nativeWindow } from '../src/native/window-query.js'

const textOf = (at: Instant): string => new Date(at).toISOString()

const stampOf = (at: Instant): Stamp => taken(parseStamp(textOf(at)))

const taken = <A>(read: E.Either<unknown, A>): A => {
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

const viewer = { tenantId: 'demo', userId: 'ann' }

const none = undefined

/** No parameter is given. */
const NATIVE = { start_after: none, start_before: none, end_after: none, end_before: none }

const SALESLOFT = {
  ...{ per_page: none, page: none, include_paging_counts: none, sort_by: none },
  ...{ sort_direction: none, start_time: none, end_time: none, user_guid: none },
  ...{ expand: none, as_of: none },
}

const ATTENDEE = {
  ...{ calendar_deduplication_key: none, calendar_id: none, change_token: none, cursor: none },
  ...{ end_time_lte: none, event_id: none, ordering: none, start_time_gte: none },
  ...{ updated_after: none, updated_at_gte: none },
}

type WindowBetween = (from: Instant, to: Instant) => Window

/** What each facade makes of the two bounds of a request. */
const FACADES: readonly (readonly [facade: string, meaning: Meaning, made: WindowBetween])[] = [
  [
    'the native facade by start',
    'Flip',
    (from, to) => {
      const query = { ...NATIVE, start_after: stampOf(from), start_before: stampOf(to) }
      return nativeWindow(query)
    },
  ],
  [
    'the native facade by end',
    'FlipByEnd',
    (from, to) => {
      const query = { ...NATIVE, end_after: stampOf(from), end_before: stampOf(to) }
      return nativeWindow(query)
    },
  ],
  [
    'the Salesloft dialect',
    'Salesloft',
    (from, to) => {
      const query = { ...SALESLOFT, start_time: stampOf(from), end_time: stampOf(to) }
      return taken(salesloftRequest({ identity: { ...viewer, scopes: [] }, query })).window
    },
  ],
  [
    'the attendee dialect',
    'Attendee',
    (from, to) => {
      const query = { ...ATTENDEE, start_time_gte: textOf(from), end_time_lte: textOf(to) }
      const sync = { backMs: 0, aheadMs: 0 }
      return taken(attendeeRequest(query, sync, viewer)).filter.window ?? {}
    },
  ],
]

test.each(FACADES)('WINDOW-001: %s means what its API says', (_, meaning, made) => {
  boundariesMean(meaning, (from, to) => {
    const window = closeWindow(made(from, to))
    return (start, end) => holds(window, start, end)
  })
})
