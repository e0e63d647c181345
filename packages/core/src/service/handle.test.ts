import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../event/index.js'
import { explicit } from '../policy/index.js'
import {
  advance,
  type Append,
  type Appended,
  commitOf,
  emptyStream,
  type OutboxMessage,
  type Recorded,
  stage,
  type Staged,
  type Stream,
} from '../ports/index.js'
import type { EventCommand } from './command.js'
import { handle } from './handle.js'
import type { Parts } from './parts.js'

/** As much of a store as commands need: what is refused leaves nothing, a command id runs once. */
const smallStore = () => {
  const streams = new Map<string, Stream>()
  const runs = new Map<string, Appended>()
  const log: Recorded[] = []
  const messages: OutboxMessage[] = []
  const streamOf = (id: string): Stream => streams.get(id) ?? emptyStream('event', id)
  const append = <R>(asked: Append<R>) => {
    const before = asked.fingerprint === null ? undefined : runs.get(asked.commandId)
    if (before !== undefined) return TE.right({ ...before, replayed: true })
    const staged: Staged[] = []
    for (const decision of asked.streams) {
      const at = staged.findLast(({ after }) => after.streamId === decision.streamId)
      const next = stage(decision, at?.after ?? streamOf(decision.streamId))
      if (E.isLeft(next)) return TE.left(next.left)
      staged.push(next.right)
    }
    const commit = commitOf(asked, staged, { position: log.length, recordedAt: 0 })
    for (const each of commit.events)
      streams.set(each.streamId, advance(streamOf(each.streamId), each))
    log.push(...commit.events)
    messages.push(...commit.messages)
    const appended = { events: commit.events, position: log.length, replayed: false }
    runs.set(asked.commandId, appended)
    return TE.right(appended)
  }
  const load = (_tenant: string, _aggregate: string, id: string) => TE.right(streamOf(id))
  return { append, load, log, messages }
}

const calendar = () => {
  const store = smallStore()
  let count = 0
  const parts = {
    store,
    directory: {
      users: (_: string, ids: readonly string[]) =>
        TE.right(new Map(ids.map((userId) => [userId, { userId, name: null, email: null }]))),
      assignableChannels: () => TE.right(new Map()),
    },
    clock: { now: () => 0 },
    ids: { uuid: () => `id-${(count += 1)}` },
    resetPolicy: explicit,
    limits: defaultLimits,
    secret: '',
    retentionMs: 0,
  } as unknown as Parts
  const run = (command: Asked) => handle(parts)({ tenantId: 't', actor: 'ann', ...command })()
  return { ...store, run }
}

type Asked = EventCommand extends infer C
  ? C extends unknown
    ? Omit<C, 'tenantId' | 'actor'> & { readonly actor?: string }
    : never
  : never

const create: Asked = {
  type: 'CreateEvent',
  uid: 'e1',
  title: 'Weekly',
  timeSlot: { start: '2027-03-08T09:00', end: '2027-03-08T10:00', timeZone: 'America/New_York' },
  recurrence: ['RRULE:FREQ=WEEKLY'],
  participants: [{ userId: 'bob' }],
}
const AT = '20270322T130000Z'
const split: Asked = {
  type: 'SplitSeries',
  uid: 'e1',
  recurrenceId: AT,
  newUid: 'e2',
  changes: { title: 'New' },
}

const right = async (executed: ReturnType<ReturnType<typeof calendar>['run']>) => {
  const done = await executed
  if (E.isLeft(done)) throw new Error(JSON.stringify(done.left))
  return done.right
}

const rejected = (rejection: object) => E.left({ type: 'Rejected', rejection })

const after = async (...commands: readonly Asked[]) => {
  const made = calendar()
  for (const command of commands) await right(made.run(command))
  return made
}

describe('handle: a split', () => {
  test('ends one series and begins another, with the changes, in one append', async () => {
    const { run, log, messages } = await after(create)
    const done = await right(
      run({
        ...split,
        changes: { title: 'New', timeSlot: { start: '2027-03-22T10:00', end: '2027-03-22T11:30' } },
        notice: 'Reset',
      }),
    )
    expect(done).toMatchObject({
      changed: true,
      occurrence: null,
      event: { uid: 'e2', title: 'New', splitFrom: 'e1' },
    })
    expect(log.slice(2).map(({ streamId, happened }) => `${streamId} ${happened.type}`)).toEqual([
      'e1 SeriesSplit',
      'e2 SplitOff',
      'e2 Retitled',
      'e2 SeriesMoved',
      'e2 RsvpsReset',
    ])
    expect(messages.slice(1)).toMatchObject([
      { kind: 'Reinvitation', recipient: 'bob', uid: 'e2', recurrenceId: null },
    ])
  })

  test('again, with a command id or without, gives the same series and does nothing', async () => {
    for (const commandId of [undefined, 'c1']) {
      const command = { ...split, ...(commandId === undefined ? {} : { commandId }) } as Asked
      const { run, log } = await after(create, command)
      const length = log.length
      expect(await right(run(command))).toMatchObject({
        changed: false,
        event: { uid: 'e2', title: 'New' },
      })
      expect(log).toHaveLength(length)
    }
  })

  test('under an id that is in use is refused, and nothing happens', async () => {
    const { run, log } = await after(create, { ...create, uid: 'e2' })
    const length = log.length
    expect(await run(split)).toEqual(
      rejected({ type: 'InvalidFields', problems: [{ path: ['newUid'], reason: 'Taken' }] }),
    )
    expect(await run({ ...split, actor: 'zed' })).toEqual(rejected({ type: 'NotFound' }))
    expect(log).toHaveLength(length)
    const other = await after(create, { ...create, uid: 'e2', actor: 'bob' })
    expect(await other.run(split)).toEqual(rejected({ type: 'NotOrganizer' }))
  })

  test('whose changes are refused leaves both streams alone', async () => {
    const { run, log } = await after(create)
    const length = log.length
    expect(await run({ ...split, changes: { timeSlot: { end: '2027-03-22T08:00' } } })).toEqual(
      rejected({ type: 'InvalidTimeRange' }),
    )
    expect(
      await run({ ...split, changes: { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] } }),
    ).toEqual(rejected({ type: 'InvalidRecurrence', refusal: { type: 'StartOffRule' } }))
    expect(await run({ ...split, changes: {} })).toEqual(rejected({ type: 'EmptyPatch' }))
    expect(log).toHaveLength(length)
  })

  test('at the first occurrence is a patch of the series, its time slot that of the occurrence', async () => {
    const excluded: Asked = {
      ...create,
      recurrence: ['RRULE:FREQ=WEEKLY', 'EXDATE:20270308T140000Z'],
    }
    const { run, log } = await after(excluded)
    const changes = { timeSlot: { start: '2027-03-15T10:00', end: '2027-03-15T11:00' } }
    const done = await right(run({ ...split, recurrenceId: '20270315T130000Z', changes }))
    expect(done.event).toMatchObject({ uid: 'e1', time: { start: Date.UTC(2027, 2, 8, 15) } })
    expect(log.at(-1)?.happened.type).toBe('SeriesMoved')
  })

  test('at a date off the rule, a time slot says where that date goes', async () => {
    const dated: Asked = {
      ...create,
      recurrence: ['RRULE:FREQ=WEEKLY', 'RDATE:20270317T130000Z'],
    }
    const { run } = await after(dated)
    const changes = { timeSlot: { start: '2027-03-17T10:00', end: '2027-03-17T11:00' } }
    const done = await right(run({ ...split, recurrenceId: '20270317T130000Z', changes }))
    expect(done.event).toMatchObject({
      time: { start: Date.UTC(2027, 2, 22, 14) },
      recurrence: ['RRULE:FREQ=WEEKLY', 'RDATE;TZID=America/New_York:20270317T100000'],
    })
  })

  test('at a date off the rule, what repeats no more takes place on that date', async () => {
    const dated: Asked = { ...create, recurrence: ['RRULE:FREQ=WEEKLY', 'RDATE:20270317T130000Z'] }
    const { run } = await after(dated)
    const once = { ...split, recurrenceId: '20270317T130000Z', changes: { recurrence: null } }
    expect((await right(run(once))).event).toMatchObject({
      recurrence: null,
      time: { start: Date.UTC(2027, 2, 17, 13), end: Date.UTC(2027, 2, 17, 14) },
    })
  })

  test('chooses an id when it is given none', async () => {
    const { newUid: _, ...unnamed } = split as typeof split & { newUid: string }
    const { run } = await after(create)
    expect((await right(run(unnamed as Asked))).event.uid).toMatch(/^id-/)
  })
})

describe('handle: one occurrence', () => {
  const patchOne: Asked = {
    type: 'PatchOccurrence',
    uid: 'e1',
    recurrenceId: AT,
    changes: { title: 'Other' },
  }

  test('names it, and tells of it alone', async () => {
    const { run, messages } = await after(create)
    expect(await right(run(patchOne))).toMatchObject({
      changed: true,
      occurrence: '2027-03-22T09:00:00',
      event: { uid: 'e1' },
    })
    expect(
      await right(run({ type: 'CancelOccurrence', uid: 'e1', recurrenceId: AT })),
    ).toMatchObject({ occurrence: '2027-03-22T09:00:00' })
    expect(
      await right(
        run({
          type: 'AnswerEvent',
          actor: 'bob',
          uid: 'e1',
          recurrenceId: '20270329T130000Z',
          status: 'Accepted',
        }),
      ),
    ).toMatchObject({ occurrence: '2027-03-29T09:00:00' })
    expect(
      await right(run({ type: 'AnswerEvent', actor: 'bob', uid: 'e1', status: 'Accepted' })),
    ).toMatchObject({ occurrence: null })
    expect(
      await right(run({ type: 'TruncateSeries', uid: 'e1', recurrenceId: '20270405T130000Z' })),
    ).toMatchObject({ occurrence: null })
    expect(messages.slice(1).map(({ kind, recurrenceId }) => [kind, recurrenceId])).toEqual([
      ['Update', AT],
      ['Cancellation', AT],
      ['Update', null],
    ])
  })
})

describe('handle: what is seen without the event', () => {
  test.each<readonly [string, object, object]>([
    [
      'no lines',
      { recurrence: [] },
      { type: 'InvalidFields', problems: [{ path: ['recurrence'], reason: 'Empty' }] },
    ],
    [
      'ill-formed lines',
      { recurrence: ['RRULE:\ud800'] },
      { type: 'InvalidFields', problems: [{ path: ['recurrence', '0'], reason: 'IllFormedText' }] },
    ],
    [
      'another property',
      { recurrence: ['EXRULE:FREQ=DAILY'] },
      { type: 'InvalidRecurrence', refusal: { type: 'UnknownPart', part: 'EXRULE' } },
    ],
    [
      'time range first',
      {
        recurrence: ['EXRULE:FREQ=DAILY'],
        timeSlot: { start: '2027-03-08T09:00:00Z', end: '2027-03-08T08:00:00Z' },
      },
      { type: 'InvalidTimeRange' },
    ],
  ])('%s, of an event that is not there', async (_name, changes, rejection) => {
    const { run } = calendar()
    expect(await run({ type: 'PatchEvent', uid: 'none', changes })).toEqual(rejected(rejection))
    expect(await run({ ...split, uid: 'none', changes })).toEqual(rejected(rejection))
    expect(await run({ ...create, ...changes })).toEqual(rejected(rejection))
  })

  test('ids that cannot be, and a cancellation that asks again', async () => {
    const { run } = calendar()
    const problem = (name: string, reason: string) =>
      rejected({ type: 'InvalidFields', problems: [{ path: [name], reason }] })
    expect(await run({ ...split, newUid: 'a/b' })).toEqual(problem('newUid', 'Malformed'))
    expect(await run({ ...split, newUid: 'e1' })).toEqual(problem('newUid', 'Taken'))
    expect(await run({ ...split, recurrenceId: '' })).toEqual(problem('recurrenceId', 'Empty'))
    expect(await run({ ...split, changes: { status: 'Cancelled' }, notice: 'Reset' })).toEqual(
      problem('notice', 'CancelledWithReset'),
    )
    expect(
      await run({ type: 'PatchOccurrence', uid: 'e1', recurrenceId: AT, changes: {} }),
    ).toEqual(rejected({ type: 'EmptyPatch' }))
  })
})

describe('handle: taking participants out', () => {
  const uninvite: Asked = { type: 'UninviteParticipant', uid: 'e1', userId: 'bob', others: ['cyd'] }
  const three: Asked = { ...create, participants: [{ userId: 'bob' }, { userId: 'cyd' }] }

  test('takes all out in one revision, or none', async () => {
    const { run, log } = await after(three)
    const { length } = log
    expect(await run({ ...uninvite, others: ['ann'] })).toEqual(
      rejected({
        type: 'InvalidFields',
        problems: [{ path: ['userId'], reason: 'OrganizerStays' }],
      }),
    )
    expect(log).toHaveLength(length)
    const done = await right(run({ ...uninvite, others: ['cyd', 'cyd', 'bob', 'dan'] }))
    expect(done.event.participants.size).toBe(1)
    expect(log.slice(length).map(({ happened }) => happened)).toMatchObject([
      { type: 'ParticipantsUninvited', participants: ['bob', 'cyd'] },
    ])
  })

  test('refuses ids that cannot be, and more than may be listed', async () => {
    const { run } = await after(three)
    expect(await run({ ...uninvite, others: ['cyd', ''] })).toEqual(
      rejected({
        type: 'InvalidFields',
        problems: [{ path: ['others', '1'], reason: 'Empty' }],
      }),
    )
    const others = Array.from({ length: defaultLimits.listedUsers }, (_, index) => `g${index}`)
    expect(await run({ ...uninvite, others })).toEqual(
      rejected({ type: 'TooManyUsers', limit: 500, count: 501 }),
    )
  })
})
