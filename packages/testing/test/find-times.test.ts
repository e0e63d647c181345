import type { FindTimesRequest } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'

const at = (stamp: string): number => Date.parse(stamp)
const HOUR_MS = 3_600_000

const search: FindTimesRequest = {
  tenantId: 't',
  from: at('2027-03-08T00:00:00Z'),
  to: at('2027-03-09T00:00:00Z'),
  durationMs: HOUR_MS,
  granularityMs: HOUR_MS,
  count: 2,
  required: [{ userId: 'ann' }, { userId: 'bob' }],
}

const calendarOf = () => {
  const calendar = createCalendar({ store: memoryStore() })
  const { promises } = calendar
  const meeting = (
    title: string,
    timeSlot: { readonly start: string; readonly end: string; readonly allDay?: true },
  ) =>
    promises.execute({
      type: 'CreateEvent',
      tenantId: 't',
      actor: 'ann',
      title,
      timeSlot,
      participants: [{ userId: 'bob' }],
    })
  const starts = async (request: Partial<FindTimesRequest> = {}) =>
    (await promises.findTimes({ ...search, ...request })).map(({ start }) =>
      new Date(start).toISOString().slice(0, 16),
    )
  return { calendar, promises, meeting, starts }
}

test('findTimes: keeps clear of what the store holds, as of one position', async () => {
  const { promises, meeting, starts } = calendarOf()
  const first = await meeting('early', {
    start: '2027-03-08T00:00:00Z',
    end: '2027-03-08T05:00:00Z',
  })
  await meeting('late', { start: '2027-03-08T06:00:00Z', end: '2027-03-08T09:00:00Z' })
  expect(await starts()).toEqual(['2027-03-08T05:00', '2027-03-08T09:00'])

  const asOf = { type: 'Position', position: first.position } as const
  expect(await starts({ asOf })).toEqual(['2027-03-08T05:00', '2027-03-08T06:00'])

  // Bob has answered neither, so he is tentatively busy; Ann organizes and is not asked here.
  const asBob = { required: [{ userId: 'bob' }], tentative: 'Free' } as const
  expect(await starts(asBob)).toEqual(['2027-03-08T00:00', '2027-03-08T01:00'])
  await expect(promises.findTimes({ ...search, tenantId: 'other' })).resolves.toHaveLength(2)
})

test('findTimes: an all-day event lies in the zone of each attendee', async () => {
  const { meeting, starts } = calendarOf()
  await meeting('holiday', { start: '2027-03-08', end: '2027-03-09', allDay: true })
  const far = { userId: 'bob', timeZone: 'Pacific/Tongatapu' }
  expect(await starts({ required: [{ userId: 'bob' }] })).toEqual([])
  expect(await starts({ required: [far] })).toEqual(['2027-03-08T11:00', '2027-03-08T12:00'])
  expect(
    await starts({ required: [], optional: [far, { userId: 'ann' }], minOptional: 1 }),
  ).toEqual(['2027-03-08T11:00', '2027-03-08T12:00'])
})

test('findTimes: refuses what it cannot search, and names the field', async () => {
  const { calendar } = calendarOf()
  const limit = search.from + 1
  expect(await calendar.findTimes({ ...search, to: search.from })()).toEqual(
    E.left({
      type: 'Rejected',
      rejection: {
        type: 'InvalidFields',
        problems: [{ path: ['to'], reason: 'OutOfRange', limit }],
      },
    }),
  )
  const asOf = { type: 'Position', position: 7 } as const
  expect(await calendar.findTimes({ ...search, asOf })()).toEqual(E.left({ type: 'InvalidAsOf' }))
})
