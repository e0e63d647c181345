import assert from 'node:assert/strict'
import type { EventCommand, ParticipationStatus, RecordedOf } from '@kalends/core'
import { createCalendar, evolve, initialState, overlapping } from '@kalends/core'
import { DAY_MS, printRecurrenceId } from '@kalends/core'
import type { QueriedStore } from '../src/index.js'
import { succeed } from '../src/index.js'

type Calendar = ReturnType<typeof createCalendar>

/** So many of each kind, all at the same time. */
const EACH = 200
const DAYS = 400
const TENANT = 'storm'
const FIRST = Date.UTC(2027, 2, 1)
const STATUSES = ['Accepted', 'Declined', 'Tentative'] as const

/** What was asked during the storm, and what became of it. */
export interface Asked {
  readonly correlationId: string
  readonly command: EventCommand
  /** Where it is in the log; null where it was refused. */
  readonly position: number | null
  readonly day: number
}

/** A storm that is over. */
export interface Storm {
  readonly calendar: Calendar
  readonly asked: readonly Asked[]
}

/** The same numbers each time. */
const randomFrom = (seed: number) => {
  const state = { seed }
  return (below: number): number => {
    state.seed = (Math.imul(state.seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state.seed / 2 ** 32) * below)
  }
}

/** Answers to single days, patches and splits of one series of ten guests, two hundred of each, in any order. */
export const stormOn = async (store: QueriedStore, seed: number): Promise<Storm> => {
  const calendar = createCalendar({ store })
  const random = randomFrom(seed)
  await calendar.promises.execute({
    ...{ type: 'CreateEvent', tenantId: TENANT, actor: 'ann', uid: 's', title: 'Stand-up' },
    timeSlot: {
      start: '2027-03-01T09:00:00',
      end: '2027-03-01T09:30:00',
      timeZone: 'America/New_York',
    },
    recurrence: ['RRULE:FREQ=DAILY'],
    participants: Array.from({ length: 10 }, (_, guest) => ({ userId: `guest-${guest}` })),
  })
  const waits = Array.from({ length: 3 * EACH }, (_, index) => ({ index, after: random(60) }))
  const asked = await Promise.all(
    waits.map(async ({ index, after }) => {
      const acting = actingOn(calendar, { index, random })
      for (let turn = 0; turn < after; turn += 1) await new Promise(setImmediate)
      return acting()
    }),
  )
  return { calendar, asked }
}

interface Drawn {
  readonly index: number
  readonly random: (below: number) => number
}

const actingOn = (calendar: Calendar, { index, random }: Drawn) => {
  const day = 1 + random(DAYS - 1)
  const actor = `guest-${random(10)}`
  const status = STATUSES[random(3)] ?? 'Accepted'
  const minute = random(30)
  return async (): Promise<Asked> => {
    const { uid, recurrenceId, firstDate } = await holderOf(calendar, day)
    const correlationId = `asked-${index}`
    const envelope = { tenantId: TENANT, uid, correlationId }
    const commands: readonly EventCommand[] = [
      { type: 'AnswerEvent', ...envelope, actor, recurrenceId, status },
      {
        type: 'PatchEvent',
        ...envelope,
        actor: 'ann',
        changes: patchOf({ index, minute, firstDate }),
      },
      {
        ...{ type: 'SplitSeries', ...envelope, actor: 'ann', recurrenceId, newUid: `s-${index}` },
        changes: { title: `from ${index} on` },
      },
    ]
    const command = commands[index % 3]
    assert.ok(command)
    const executed = await calendar.execute(command)()
    if (executed._tag === 'Left') assert.equal(executed.left.type, 'Rejected')
    return {
      ...{ correlationId, command, day },
      position:
        executed._tag === 'Right' && executed.right.changed ? executed.right.position : null,
    }
  }
}

/** A quarter moves the series by minutes, which renames its occurrences under everybody's hands. */
const patchOf = ({ index, minute, firstDate }: Record<'index' | 'minute', number> & Named) =>
  index % 4 === 0
    ? { timeSlot: { start: atNine(firstDate, minute), end: atNine(firstDate, minute + 30) } }
    : { title: `patched ${index}` }

interface Named {
  readonly firstDate: string
}

const atNine = (date: string, minute: number): string =>
  `${date}T09:${String(minute).padStart(2, '0')}:00`

/** Which series a day is in now, and what the wire calls it. */
const holderOf = async (calendar: Calendar, day: number) => {
  const from = FIRST + day * DAY_MS
  const { items } = await calendar.promises.list({
    viewer: { tenantId: TENANT, userId: 'ann' },
    filter: { window: overlapping(from + DAY_MS / 4, from + DAY_MS) },
    limit: 10,
  })
  assert.equal(items.length, 1, `day ${day} is there once`)
  const [{ uid, recurrenceId, seriesTime }] = items as [(typeof items)[number]]
  assert.ok(recurrenceId !== null && seriesTime !== null)
  const firstDate = new Date(seriesTime.start).toISOString().slice(0, 10)
  return { uid, recurrenceId: printRecurrenceId(recurrenceId, seriesTime), firstDate }
}

/** Every acknowledged command is in the log, and no refused one. */
export const everyAckIsLogged = async (store: QueriedStore, { asked }: Storm): Promise<void> => {
  const log = await succeed(store.readLog({ tenantId: TENANT, after: 0, limit: 10_000 }))
  const logged = new Set(log.map((each) => each.correlationId))
  for (const { correlationId, position } of asked) {
    assert.equal(logged.has(correlationId), position !== null, correlationId)
  }
}

/** What each guest answered last to a day is what their list says of that day. */
export const noAnswerIsLost = async ({ calendar, asked }: Storm): Promise<void> => {
  const last = new Map<
    string,
    { readonly status: ParticipationStatus; readonly position: number }
  >()
  for (const { command, position, day } of asked) {
    if (command.type !== 'AnswerEvent' || position === null) continue
    const key = `${command.actor} ${day}`
    if ((last.get(key)?.position ?? -1) < position)
      last.set(key, { status: command.status, position })
  }
  for (const [key, { status }] of last) {
    const [userId = '', day = '0'] = key.split(' ')
    const from = FIRST + Number(day) * DAY_MS
    const filter = { window: overlapping(from + DAY_MS / 4, from + DAY_MS) }
    const viewer = { tenantId: TENANT, userId }
    const { items } = await calendar.promises.list({ viewer, filter, limit: 10 })
    assert.deepEqual(
      items.map((each) => each.status),
      [status],
      key,
    )
  }
}

/** What the store shows of every series is what folding the log makes of it. */
export const theProjectionIsAFold = async (store: QueriedStore): Promise<void> => {
  const log = await succeed(store.readLog({ tenantId: TENANT, after: 0, limit: 10_000 }))
  const events = log.filter((each): each is RecordedOf<'event'> => each.aggregate === 'event')
  const { position } = await succeed(store.head(TENANT))
  for (const [uid, stream] of Map.groupBy(events, ({ streamId }) => streamId)) {
    const folded = stream.map(({ happened }) => happened).reduce(evolve, initialState)
    assert.ok(folded.type !== 'Absent')
    assert.deepEqual(await succeed(store.event({ tenantId: TENANT, uid, position })), folded.event)
  }
}
