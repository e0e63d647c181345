import type { EventTime, Filter } from '@kalends/core'
import { boundsIn, DAY_MS, HOUR_MS, localDateOfDays, overlapping, zoneOf } from '@kalends/core'
import { expect, test } from 'vitest'
import type { Step } from '../src/index.js'
import { nights, perform, rowsExpected } from '../src/index.js'
import { listingOver, memory } from './stores.js'

// Found by PAGE-006. Samoa went from 29 to 31 December 2011, so an event that takes all of the 30th is a
// point in time there, and a window that begins with it holds it, although its dates differ.
test('list: an all-day event on a day that the zone skipped is a point', async () => {
  const apia = nights.find(({ timeZone }) => timeZone === 'Pacific/Apia')
  if (apia === undefined) throw new Error('no such night')
  const { timeZone, around } = apia
  const date = Math.floor(around / DAY_MS)
  const time: EventTime = {
    type: 'AllDay',
    start: localDateOfDays(date),
    end: localDateOfDays(date + 1),
    timeZone: null,
  }
  const { start } = boundsIn(time, zoneOf(timeZone))
  const filter: Filter = {
    window: overlapping(start, start + HOUR_MS),
    answers: null,
    listing: 'Active',
    direction: 'Ascending',
    timeZone,
  }
  const request = { viewer: { tenantId: 'demo', userId: 'ann' }, filter }
  const steps = [creating(time)]

  const { store, pages } = await listingOver(memory)()
  await perform(store, 'demo', steps)

  const { items } = await pages({ ...request, limit: 10 })
  expect(items.map(({ uid }) => uid)).toEqual(rowsExpected(steps, request).map(({ uid }) => uid))
})

const creating = (time: EventTime): Step => ({
  uid: 'a',
  command: {
    type: 'Create',
    at: 0,
    actor: 'ann',
    commandId: 'create',
    uid: 'a',
    calendarId: 'primary-ann',
    calendarOwner: 'ann',
    title: 'A day that never was',
    time,
    status: 'Confirmed',
    location: null,
    body: null,
    attachments: [],
    showParticipantList: true,
    visibility: 'Participants',
    recurrence: null,
    invitees: { users: [], unknown: [] },
  },
})
