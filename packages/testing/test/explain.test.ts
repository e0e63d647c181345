import type { EventCommand } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { describe, expect, test } from 'vitest'

const tenantId = 't'
const viewer = { tenantId, userId: 'ann' }
const NEW_YORK = 'America/New_York'

type Calendar = ReturnType<typeof createCalendar>

const opened = async (open: () => Parameters<typeof createCalendar>[0]['store']) => {
  const calendar = createCalendar({ store: open() })
  const run = (asked: EventCommand) => calendar.promises.execute(asked)
  await run({
    ...{ type: 'CreateEvent', tenantId, actor: 'ann', uid: 's', title: 'Stand-up' },
    timeSlot: { start: '2027-03-08T09:00:00', end: '2027-03-08T09:30:00', timeZone: NEW_YORK },
    recurrence: ['RRULE:FREQ=DAILY'],
    participants: [{ userId: 'bob' }],
  })
  return { calendar, run }
}

const explained = async ({ promises }: Calendar, uid: string, recurrenceId: string) => {
  const made = await promises.explain({ viewer, uid, recurrenceId })
  return made.map(({ streamId, happened }) => `${streamId} ${happened.type}`)
}

describe.each([
  ['memory', () => memoryStore()],
  ['SQLite', () => openSqliteStore({ file: ':memory:' })],
] as const)('explain over %s', (_, open) => {
  test('names what made this occurrence what it is, and nothing of its neighbours', async () => {
    const { calendar, run } = await opened(open)
    const one = { tenantId, actor: 'ann', uid: 's', recurrenceId: '20270310T140000Z' } as const
    await run({ type: 'PatchOccurrence', ...one, changes: { title: 'Retro' } })
    await run({ type: 'AnswerEvent', ...one, actor: 'bob', status: 'Declined' })
    const next = { ...one, recurrenceId: '20270311T140000Z' }
    await run({ type: 'CancelOccurrence', ...next })
    await run({
      type: 'PatchEvent',
      tenantId,
      actor: 'ann',
      uid: 's',
      changes: { location: 'Room 1' },
    })
    expect(await explained(calendar, 's', '20270310T140000Z')).toEqual([
      's Created',
      's RecurrenceChanged',
      's OccurrenceRetitled',
      's OccurrenceAnswered',
      's Relocated',
    ])
    expect(await explained(calendar, 's', '20270311T140000Z')).toEqual([
      's Created',
      's RecurrenceChanged',
      's OccurrenceCancelled',
      's Relocated',
    ])
  })

  test('follows an occurrence through moves of its series, over a night on which the clock goes forward', async () => {
    const { calendar, run } = await opened(open)
    const sunday = { tenantId, actor: 'ann', uid: 's', recurrenceId: '20270314T130000Z' } as const
    await run({ type: 'PatchOccurrence', ...sunday, changes: { title: 'Brunch' } })
    const saturday = { ...sunday, recurrenceId: '20270313T140000Z' }
    await run({ type: 'PatchOccurrence', ...saturday, changes: { title: 'Lunch' } })
    // A day later and half an hour on, and then to Berlin.
    const later = { start: '2027-03-09T09:30:00', end: '2027-03-09T10:00:00' }
    await run({
      type: 'PatchEvent',
      tenantId,
      actor: 'ann',
      uid: 's',
      changes: { timeSlot: later },
    })
    const there = { ...later, timeZone: 'Europe/Berlin' }
    await run({
      type: 'PatchEvent',
      tenantId,
      actor: 'ann',
      uid: 's',
      changes: { timeSlot: there },
    })
    const story = [
      's Created',
      's RecurrenceChanged',
      's OccurrenceRetitled',
      's SeriesMoved',
      's SeriesMoved',
    ]
    expect(await explained(calendar, 's', '20270315T083000Z')).toEqual(story)
    const made = await calendar.promises.explain({
      viewer,
      uid: 's',
      recurrenceId: '20270315T083000Z',
    })
    expect(made[2]?.happened).toMatchObject({
      title: 'Brunch',
      recurrenceId: '2027-03-14T09:00:00',
    })
    expect(await explained(calendar, 's', '20270316T083000Z')).toEqual(
      story.filter((each) => !each.endsWith('Retitled')),
    )
  })

  test('follows an occurrence into the series that it was split from, through two splits and a move between', async () => {
    const { calendar, run } = await opened(open)
    const may = { tenantId, actor: 'ann', uid: 's', recurrenceId: '20270503T130000Z' } as const
    await run({ type: 'PatchOccurrence', ...may, changes: { title: 'May' } })
    await run({
      ...{
        type: 'SplitSeries',
        tenantId,
        actor: 'ann',
        uid: 's',
        recurrenceId: '20270405T130000Z',
        newUid: 's2',
      },
      changes: { timeSlot: { start: '2027-04-05T10:00:00', end: '2027-04-05T10:30:00' } },
    })
    await run({
      type: 'AnswerEvent',
      ...may,
      uid: 's2',
      actor: 'bob',
      recurrenceId: '20270503T140000Z',
      status: 'Tentative',
    })
    // What happens to the past from here on is no part of it.
    await run({ type: 'PatchEvent', tenantId, actor: 'ann', uid: 's', changes: { title: 'Old' } })
    await run({
      ...{
        type: 'SplitSeries',
        tenantId,
        actor: 'ann',
        uid: 's2',
        recurrenceId: '20270501T140000Z',
        newUid: 's3',
      },
      changes: { location: 'Room 3' },
    })
    await run({
      type: 'PatchEvent',
      tenantId,
      actor: 'ann',
      uid: 's2',
      changes: { title: 'Middle' },
    })
    expect(await explained(calendar, 's3', '20270503T140000Z')).toEqual([
      's Created',
      's RecurrenceChanged',
      's OccurrenceRetitled',
      's SeriesSplit',
      's2 SplitOff',
      's2 SeriesMoved',
      's2 OccurrenceAnswered',
      's2 SeriesSplit',
      's3 SplitOff',
      's3 Relocated',
    ])
  })

  test('tells the organizer alone', async () => {
    const { calendar } = await opened(open)
    const asked = { uid: 's', recurrenceId: '20270310T140000Z' }
    const as = (userId: string, rest = {}) =>
      calendar.promises.explain({ viewer: { tenantId: 't', userId }, ...asked, ...rest })
    const rejected = (type: string) => ({ failure: { type: 'Rejected', rejection: { type } } })
    await expect(as('bob')).rejects.toMatchObject(rejected('NotOrganizer'))
    await expect(as('eve')).rejects.toMatchObject(rejected('NotFound'))
    await expect(as('ann', { recurrenceId: '20270310T150000Z' })).rejects.toMatchObject(
      rejected('NotFound'),
    )
    expect(await as('ann')).toHaveLength(2)
  })
})
