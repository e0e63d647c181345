import type { CalendarService, CreateEvent, Filter } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memory, sqlite } from './stores.js'

const tenantId = 't'
const day = (n: number) => `2027-03-${String(n).padStart(2, '0')}`

interface Drawn {
  readonly organizer: string
  readonly guest: string
  readonly visibility: 'Participants' | 'Public'
  readonly kind: 'Timed' | 'AllDay' | 'Series'
  readonly on: number
}

const drawn = fc.record<Drawn>({
  organizer: fc.constantFrom('ann', 'bob'),
  guest: fc.constantFrom('bob', 'cyd'),
  visibility: fc.constantFrom('Participants', 'Public'),
  kind: fc.constantFrom('Timed', 'AllDay', 'Series'),
  on: fc.integer({ min: 8, max: 10 }),
})

const commandOf = ({ organizer, guest, visibility, kind, on }: Drawn, index: number) =>
  ({
    type: 'CreateEvent',
    tenantId,
    actor: organizer,
    uid: `e${index}`,
    title: 'Event',
    visibility,
    participants: [{ userId: guest }],
    timeSlot:
      kind === 'AllDay'
        ? { start: day(on), end: day(on + 1), allDay: true }
        : { start: `${day(on)}T09:00:00Z`, end: `${day(on)}T10:00:00Z` },
    recurrence: kind === 'Series' ? ['RRULE:FREQ=DAILY;COUNT=3'] : null,
  }) satisfies CreateEvent

const everyRow = async (
  { promises }: CalendarService,
  userId: string,
  audience: Filter['audience'] = 'Visible',
) => {
  const rows: string[] = []
  let cursor: string | undefined
  do {
    const page = await promises.list({
      viewer: { tenantId, userId },
      limit: 2,
      ...(cursor === undefined ? { filter: { audience } } : { cursor }),
    })
    rows.push(...page.items.map((each) => `${each.uid} ${each.recurrenceId} ${each.status}`))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return rows
}

describe.each([
  ['memory', memory],
  ['SQLite', sqlite],
])('public events (%s)', (_, open) => {
  test('everyone sees their own events and the public ones, each once, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 6 }), async (all) => {
        const { store, close } = await open()
        const calendar = createCalendar({ store })
        for (const [index, each] of all.entries()) {
          await calendar.promises.execute(commandOf(each, index))
        }
        for (const viewer of ['ann', 'bob', 'cyd', 'eve']) {
          const expected = all.flatMap((each, index) => {
            const own = each.organizer === viewer || each.guest === viewer
            const status = each.organizer === viewer ? 'Accepted' : own ? 'NeedsAction' : 'null'
            if (!own && each.visibility !== 'Public') return []
            return each.kind === 'Series'
              ? [0, 1, 2].map((n) => `e${index} ${day(each.on + n)}T09:00:00 ${status}`)
              : [`e${index} null ${status}`]
          })
          expect((await everyRow(calendar, viewer)).toSorted()).toEqual(expected.toSorted())
        }
        await close()
      }),
      { numRuns: 25 },
    )
  })

  test('an event that is no longer public, or is cancelled, leaves the lists of others', async () => {
    const { store, close } = await open()
    const calendar = createCalendar({ store })
    const { execute, get } = calendar.promises
    const asked = { tenantId, actor: 'ann', uid: 'e0' } as const
    const eve = { tenantId, userId: 'eve' }
    const given = { organizer: 'ann', guest: 'bob', kind: 'Timed', on: 8 } as const
    await execute(commandOf({ ...given, visibility: 'Public' }, 0))
    expect(await everyRow(calendar, 'eve')).toEqual(['e0 null null'])
    expect(await everyRow(calendar, 'eve', 'Participant')).toEqual([])
    expect((await get({ viewer: eve, uid: 'e0', audience: 'Visible' })).title).toBe('Event')
    await expect(get({ viewer: eve, uid: 'e0' })).rejects.toThrow('NotFound')

    await execute({ ...asked, type: 'PatchEvent', changes: { visibility: 'Participants' } })
    expect(await everyRow(calendar, 'eve')).toEqual([])
    await expect(get({ viewer: eve, uid: 'e0', audience: 'Visible' })).rejects.toThrow('NotFound')
    await execute({ ...asked, type: 'PatchEvent', changes: { visibility: 'Public' } })
    expect(await everyRow(calendar, 'eve')).toEqual(['e0 null null'])
    expect([
      ...(await execute({ ...asked, type: 'CancelEvent' })).event.participants.keys(),
    ]).toEqual(['ann', 'bob'])
    expect(await everyRow(calendar, 'eve')).toEqual([])
    await close()
  })
})
