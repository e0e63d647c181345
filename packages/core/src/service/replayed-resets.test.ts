import { describe, expect, test } from 'vitest'
import type { DomainEvent, ParticipationStatus } from '../event/index.js'
import { recurrenceIdOf } from '../event/index.js'
import { resetPolicies } from '../policy/index.js'
import type { RecordedOf } from '../ports/index.js'
import { UTC } from '../time/index.js'
import { replayedResets } from './replayed-resets.js'

const at = Date.UTC(2027, 2, 1)
const start = Date.UTC(2027, 2, 8, 9)
const hourFrom = (from: number) =>
  ({ type: 'Timed', start: from, end: from + 3_600_000, timeZone: UTC }) as const
const SECOND = recurrenceIdOf(Date.UTC(2027, 2, 15, 9) / 1000)

const created: DomainEvent = {
  type: 'Created',
  at,
  uid: 'e1',
  calendarId: 'primary-ann',
  organizer: 'ann',
  title: 'Planning',
  status: 'Confirmed',
  time: hourFrom(start),
  location: null,
  body: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: ['bob', 'cyd'],
}
const change = (revision: number) => ({ at, revision, silent: false })
const weekly = (revision: number): DomainEvent => ({
  type: 'RecurrenceChanged',
  ...change(revision),
  recurrence: ['RRULE:FREQ=WEEKLY'],
  sequence: 1,
})
const moved = (revision: number, hours = 2): DomainEvent => ({
  type: 'Rescheduled',
  ...change(revision),
  time: hourFrom(start + hours * 3_600_000),
  sequence: revision,
})
const occurrenceMoved = (revision: number): DomainEvent => ({
  type: 'OccurrenceMoved',
  ...change(revision),
  recurrenceId: SECOND,
  time: hourFrom(Date.UTC(2027, 2, 16, 9)),
  sequence: revision,
})
const answered = (
  userId: string,
  revision: number,
  status: ParticipationStatus = 'Accepted',
): DomainEvent => ({ type: 'Answered', at, userId, status, comment: null, revision, sequence: 0 })
const reset = (revision: number, cause: 'Asked' | 'Significant', ...users: string[]) =>
  ({
    type: 'RsvpsReset',
    ...change(revision),
    answers: users.map((userId) => ({ userId, status: 'Accepted' })),
    policy: 'rfc6638',
    cause,
    askedBy: cause === 'Asked' ? 'c' : null,
  }) satisfies DomainEvent

/** Each list is what one command did. */
const recorded = (...commands: readonly (readonly DomainEvent[])[]) =>
  commands
    .flatMap((events, command) =>
      events.map((happened) => ({ happened, commandId: `c${command}` })),
    )
    .map(({ happened, commandId }, index): RecordedOf<'event'> => ({
      tenantId: 'acme',
      eventId: `id-${index}`,
      aggregate: 'event',
      streamId: 'e1',
      version: index + 1,
      position: (index + 1) * 10,
      recordedAt: at,
      actor: { type: 'User', userId: 'ann' },
      commandId,
      causationId: null,
      correlationId: null,
      schemaVersion: 1,
      happened,
    }))

const { rfc6638, never, apple } = resetPolicies

describe('replayedResets', () => {
  test('names the answers that a policy would have reset, and the change that would have', () => {
    const log = recorded([created], [answered('bob', 1)], [moved(2)])
    expect(replayedResets(rfc6638, log)).toEqual([
      {
        userId: 'bob',
        recurrenceId: null,
        now: 'Accepted',
        underPolicy: 'NeedsAction',
        since: { version: 3, position: 30 },
      },
    ])
    expect(replayedResets(never, log)).toEqual([])
  })

  test('names the answers that it would have kept, and the reset that did not', () => {
    const log = recorded(
      [created],
      [answered('bob', 1)],
      [moved(2), reset(2, 'Significant', 'bob')],
      [answered('cyd', 2)],
    )
    expect(replayedResets(never, log)).toEqual([
      {
        userId: 'bob',
        recurrenceId: null,
        now: 'NeedsAction',
        underPolicy: 'Accepted',
        since: { version: 4, position: 40 },
      },
    ])
    expect(replayedResets(rfc6638, log)).toEqual([])
  })

  test('an answer after the reset makes both the same again', () => {
    const log = recorded([created], [answered('bob', 1)], [moved(2)], [answered('bob', 2)])
    expect(replayedResets(rfc6638, log)).toEqual([])
  })

  test('an answer to what was before the reset does not', () => {
    const log = recorded([created], [moved(2)], [answered('bob', 1)])
    expect(replayedResets(rfc6638, log)).toMatchObject([
      { now: 'Accepted', underPolicy: 'NeedsAction', since: { version: 3 } },
    ])
  })

  test('a reset that was asked for is one under every policy', () => {
    const log = recorded([created], [answered('bob', 1)], [moved(2), reset(2, 'Asked', 'bob')])
    for (const policy of Object.values(resetPolicies)) {
      expect(replayedResets(policy, log)).toEqual([])
    }
  })

  test('one occurrence that moved differs for itself', () => {
    const log = recorded([created], [weekly(2)], [answered('bob', 2)], [occurrenceMoved(3)])
    expect(replayedResets(apple, log)).toMatchObject([
      { userId: 'bob', recurrenceId: SECOND, now: 'Accepted', underPolicy: 'NeedsAction' },
    ])
  })

  test('it goes by its new name after the series moved, and keeps its reason', () => {
    const shift: DomainEvent = {
      type: 'SeriesMoved',
      ...change(4),
      time: hourFrom(start + 3_600_000),
      recurrence: ['RRULE:FREQ=WEEKLY'],
      shiftSeconds: 3600,
      sequence: 4,
    }
    const onlySingles = {
      ...apple,
      resets: (question: Parameters<typeof apple.resets>[0]) =>
        question.occurrence === null ? ({ type: 'Nobody' } as const) : apple.resets(question),
    }
    const log = recorded(
      [created],
      [weekly(2)],
      [answered('bob', 2)],
      [occurrenceMoved(3)],
      [shift],
    )
    expect(replayedResets(onlySingles, log)).toMatchObject([
      { recurrenceId: '2027-03-15T10:00:00', since: { version: 4, position: 40 } },
    ])
  })

  test('who is no longer invited is not in it', () => {
    const gone: DomainEvent = {
      type: 'ParticipantsUninvited',
      ...change(3),
      participants: ['bob'],
    }
    const log = recorded([created], [answered('bob', 1)], [moved(2)], [gone])
    expect(replayedResets(rfc6638, log)).toEqual([])
  })
})
