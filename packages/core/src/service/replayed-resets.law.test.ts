import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { Command, DomainEvent, RsvpResetPolicy, State } from '../event/index.js'
import { decide, evolve, initialState, occurrenceOf, recurrenceIdAt } from '../event/index.js'
import { resetPolicies } from '../policy/index.js'
import type { RecordedOf } from '../ports/index.js'
import { UTC } from '../time/index.js'
import { replayedResets } from './replayed-resets.js'

const create: Command = {
  type: 'Create',
  actor: 'ann',
  at: 0,
  commandId: 'create',
  uid: 'e1',
  calendarId: 'primary-ann',
  calendarOwner: 'ann',
  title: 'Planning',
  time: {
    type: 'Timed',
    start: Date.UTC(2027, 2, 8, 9),
    end: Date.UTC(2027, 2, 8, 10),
    timeZone: UTC,
  },
  status: 'Confirmed',
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  recurrence: null,
  invitees: { users: ['bob', 'cyd'], unknown: [] },
}

const RULES = [
  ['RRULE:FREQ=DAILY;COUNT=4'],
  ['RRULE:FREQ=DAILY;COUNT=6'],
  ['RRULE:FREQ=DAILY'],
  ['RRULE:FREQ=DAILY', 'EXDATE:20270310T090000Z'],
]
const OCCURRENCES = ['20270309T090000Z', '20270310T090000Z', '20270310T100000Z']
const notice = fc.constantFrom('Default', 'Default', 'Default', 'Reset')
const timeSlot = fc
  .constantFrom('09', '09', '10')
  .map((hour) => ({ start: `2027-03-08T${hour}:00:00Z`, end: '2027-03-08T11:00:00Z' }))
const occurrence = fc.constantFrom(...OCCURRENCES)
const byAnn = { actor: 'ann', at: 0, commandId: '', ifRevision: null }

const patch = fc
  .record({
    notice,
    changes: fc.record(
      {
        title: fc.constantFrom('Plan', 'Talk'),
        timeSlot,
        recurrence: fc.constantFrom(...RULES, null),
      },
      { requiredKeys: [] },
    ),
  })
  .map((rest): Command => ({ type: 'Patch', ...byAnn, ...rest, calendarOwner: null }))

const patched = (recurrence: readonly string[]): Command => ({
  type: 'Patch',
  ...byAnn,
  notice: 'Default',
  changes: { recurrence },
  calendarOwner: null,
})

const patchOccurrence = fc
  .record({
    notice,
    recurrenceId: occurrence,
    changes: fc.record(
      {
        title: fc.constant('Talk'),
        timeSlot: fc.constantFrom('12', '13').map((hour) => ({
          start: `2027-03-10T${hour}:00:00Z`,
          end: '2027-03-10T14:00:00Z',
        })),
      },
      { requiredKeys: [] },
    ),
  })
  .map((rest): Command => ({ type: 'PatchOccurrence', ...byAnn, ...rest }))

const answer = fc
  .record({
    actor: fc.constantFrom('bob', 'bob', 'cyd', 'ann'),
    status: fc.constantFrom('Accepted', 'Declined', 'Tentative'),
    recurrenceId: fc.oneof(fc.constant(null), occurrence),
    seenRevision: fc.constantFrom(null, null, 1, 2, 3),
  })
  .map((rest): Command => ({ type: 'Answer', ...byAnn, comment: null, reply: null, ...rest }))

const other = fc.constantFrom<Command>(
  { type: 'Uninvite', ...byAnn, userId: 'cyd' },
  { type: 'Invite', ...byAnn, invitees: { users: ['cyd', 'dan'], unknown: [] } },
  { type: 'CancelOccurrence', ...byAnn, recurrenceId: '20270309T090000Z', notice: 'Update' },
  { type: 'TruncateSeries', ...byAnn, recurrenceId: '20270312T090000Z', notice: 'Update' },
)

const commands = fc.array(
  fc.oneof(
    { arbitrary: answer, weight: 4 },
    { arbitrary: patch, weight: 3 },
    { arbitrary: patchOccurrence, weight: 2 },
    { arbitrary: other, weight: 1 },
  ),
  { minLength: 3, maxLength: 25 },
)

interface Run {
  readonly state: State
  readonly log: readonly RecordedOf<'event'>[]
}

/** What comes of commands under a policy; those that are refused are left out. */
const run = (policy: RsvpResetPolicy, asked: readonly Command[]): Run =>
  [create, ...asked].reduce<Run>(
    ({ state, log }, command, index) => {
      const commandId = `c${index}`
      const decided = decide(policy)({ ...command, commandId }, state)
      const happened = E.isRight(decided) ? decided.right : []
      const recorded = happened.map((each, at) => recordedAt(log.length + at + 1, commandId, each))
      return { state: happened.reduce(evolve, state), log: [...log, ...recorded] }
    },
    { state: initialState, log: [] },
  )

const recordedAt = (
  version: number,
  commandId: string,
  happened: DomainEvent,
): RecordedOf<'event'> => ({
  tenantId: 'acme',
  eventId: `id-${version}`,
  aggregate: 'event',
  streamId: 'e1',
  version,
  position: version,
  recordedAt: 0,
  actor: { type: 'User', userId: 'ann' },
  commandId,
  causationId: null,
  correlationId: null,
  schemaVersion: 1,
  happened,
})

/** Resets after every change, so that it tells when policies are asked. */
const restless: RsvpResetPolicy = {
  name: 'restless',
  resets: (question) =>
    question.asked ? resetPolicies.explicit.resets(question) : { type: 'Everyone' },
}
/** Does not even grant what the caller wants. */
const deaf: RsvpResetPolicy = { name: 'deaf', resets: () => ({ type: 'Nobody' }) }
/** Grants more than that. */
const eager: RsvpResetPolicy = { name: 'eager', resets: () => ({ type: 'Everyone' }) }

/** Those that grant just what the caller wants: the log says so little of it that others cannot be undone. */
const granting = fc.constantFrom(...Object.values(resetPolicies), restless)
const policy = fc.oneof({ arbitrary: granting, weight: 4 }, fc.constantFrom(deaf, eager))

/** What holds of each participant, for the event and the occurrences that are spoken of. */
const statusesIn = ({ state }: Run): readonly string[] => {
  if (state.type === 'Absent') return []
  const { event } = state
  const ids = OCCURRENCES.map((text) => recurrenceIdAt(event, text)).filter((id) => id !== null)
  return [null, ...ids].flatMap((id) =>
    [...(id === null ? event : occurrenceOf(event, id)).participants.values()].map(
      ({ userId, status }) => `${userId} ${id ?? ''} ${status}`,
    ),
  )
}

/** An answer that one policy had reset when its occurrence went, and the other had not. */
const droppedUnderOne: [RsvpResetPolicy, RsvpResetPolicy, Command[]] = [
  resetPolicies.exchange,
  resetPolicies.explicit,
  [
    ...['RRULE:FREQ=DAILY;COUNT=4', 'RRULE:FREQ=DAILY'].map((rule) => patched([rule])),
    {
      type: 'Answer',
      ...byAnn,
      actor: 'bob',
      comment: null,
      reply: null,
      status: 'Accepted',
      recurrenceId: '20270310T090000Z',
      seenRevision: null,
    },
    patched(['RRULE:FREQ=DAILY;COUNT=6']),
    patched(['RRULE:FREQ=DAILY', 'EXDATE:20270310T090000Z']),
  ],
]

describe('replayedResets', () => {
  test('reports nothing under the policy that was in force', () => {
    fc.assert(
      fc.property(policy, commands, (inForce, asked) => {
        expect(replayedResets(inForce, run(inForce, asked).log)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('reports what the other policy would have come to, had the same been asked under it', () => {
    fc.assert(
      fc.property(granting, policy, commands, (inForce, tried, asked) => {
        const [was, would] = [run(inForce, asked), run(tried, asked)]
        const differences = replayedResets(tried, was.log)
        const differs = statusesIn(was).join() !== statusesIn(would).join()
        if (differs) expect(differences).not.toEqual([])
        for (const { userId, recurrenceId, now, underPolicy } of differences) {
          expect(statusOf(was, userId, recurrenceId)).toBe(now)
          expect(statusOf(would, userId, recurrenceId)).toBe(underPolicy)
        }
      }),
      { numRuns: 500, examples: [droppedUnderOne] },
    )
  })
})

const statusOf = (
  { state }: Run,
  userId: string,
  id: ReturnType<typeof recurrenceIdAt>,
): string | undefined => {
  if (state.type === 'Absent') return undefined
  const event = id === null ? state.event : occurrenceOf(state.event, id)
  return event.participants.get(userId)?.status
}
