import * as E from 'fp-ts/lib/Either.js'
import { droppedExceptions } from '../event/dropped-exceptions.js'
import type {
  CalendarEvent,
  DomainEvent,
  RecurrenceId,
  Reset,
  ResetQuestion,
  RsvpResetPolicy,
  State,
} from '../event/index.js'
import { decide, evolve, printRecurrenceId } from '../event/index.js'
import type { RecordedOf } from '../ports/index.js'

/**
 * What `state` is after what one command did, had `policy` been in force: the same, but for what was reset.
 *
 * A reset that was asked for stays one; what it resets, and whether there is one that nobody asked for, is the policy's.
 */
export const underPolicy = (
  policy: RsvpResetPolicy,
  state: State,
  command: readonly RecordedOf<'event'>[],
): State => {
  const happened = command.map((each) => each.happened)
  const before = happened.filter(opens).reduce(evolve, state)
  const changed = happened.filter((each) => !isReset(each)).reduce(evolve, state)
  const after = happened.some(repeatsAnew) ? withoutDropped(changed) : changed
  if (before.type !== 'Scheduled' || after.type !== 'Scheduled') return after
  if (!isPatch(happened)) return after
  const scope = scopeOf(happened)
  const reset = policy.resets({ before: before.event, after: after.event, ...scope })
  if (reset.type === 'Nobody' && !scope.asked) return after
  const asking = { event: after.event, reset, occurrence: scope.occurrence }
  return resetsOf(asking, happened).reduce<State>(evolve, after)
}

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>
type ResetEvent = Happened<'RsvpsReset' | 'OccurrenceRsvpsReset'>

const opens = ({ type }: DomainEvent): boolean => type === 'Created' || type === 'SplitOff'

const isReset = (happened: DomainEvent): happened is ResetEvent =>
  happened.type === 'RsvpsReset' || happened.type === 'OccurrenceRsvpsReset'

const repeatsAnew = ({ type }: DomainEvent): boolean =>
  type === 'RecurrenceChanged' || type === 'SeriesMoved' || type === 'Imported'

const isAsked = (happened: DomainEvent): boolean => isReset(happened) && happened.cause === 'Asked'

/** Answers to single occurrences that a reset took before were not there to be dropped with their occurrence. */
const withoutDropped = (state: State): State => {
  if (state.type === 'Absent') return state
  const recurrenceIds = droppedExceptions(state.event)
  if (recurrenceIds.length === 0) return state
  const { updatedAt: at, revision } = state.event
  return evolve(state, { type: 'ExceptionsDropped', at, revision, silent: true, recurrenceIds })
}

/** Whether the command was one about which policies are asked. */
const isPatch = (happened: readonly DomainEvent[]): boolean =>
  happened[0]?.type !== 'Created' &&
  !happened.some(({ type }) => ENDS.has(type)) &&
  happened.some((each) => isAsked(each) || ('silent' in each && !UNASKED.has(each.type)))

const ENDS: ReadonlySet<DomainEvent['type']> = new Set<DomainEvent['type']>([
  'Cancelled',
  'SeriesSplit',
  'SeriesTruncated',
  'OccurrenceCancelled',
])

const UNASKED: ReadonlySet<DomainEvent['type']> = new Set<DomainEvent['type']>([
  'ParticipantsInvited',
  'ParticipantsUninvited',
  'ExceptionsDropped',
  'RsvpsReset',
  'OccurrenceRsvpsReset',
])

const scopeOf = (happened: readonly DomainEvent[]): Pick<ResetQuestion, 'asked' | 'occurrence'> => {
  const scopes = new Set(happened.flatMap(scopesOf))
  const [only = null] = scopes
  return { asked: happened.some(isAsked), occurrence: scopes.size === 1 ? only : null }
}

/** The occurrences that a change was of; null for the event, or all its series. */
const scopesOf = (happened: DomainEvent): readonly (RecurrenceId | null)[] => {
  if (!('silent' in happened)) return []
  if ('recurrenceIds' in happened) return isAsked(happened) ? happened.recurrenceIds : []
  if (isReset(happened) && !isAsked(happened)) return []
  return ['recurrenceId' in happened ? happened.recurrenceId : null]
}

interface Asking {
  /** As it is after the change. */
  readonly event: CalendarEvent
  readonly reset: Reset
  readonly occurrence: RecurrenceId | null
}

/** What happens when a reset is asked for as part of a change. */
const resetsOf = (
  { event, reset, occurrence }: Asking,
  change: readonly DomainEvent[],
): readonly DomainEvent[] => {
  const revision = revisionOf(change, event)
  const asked = { actor: event.organizer, at: event.updatedAt, commandId: `replay ${revision}` }
  const ask = { ...asked, ifRevision: null, changes: {}, notice: 'Reset' } as const
  const decided = decide({ name: '', resets: () => reset })(
    reset.type === 'Nobody' && occurrence !== null
      ? {
          type: 'PatchOccurrence',
          ...ask,
          recurrenceId: printRecurrenceId(occurrence, event.time),
        }
      : { type: 'Patch', ...ask, calendarOwner: null },
    { type: 'Scheduled', event },
  )
  return E.isLeft(decided) ? [] : decided.right.map(ofRevision(revision))
}

const revisionOf = (change: readonly DomainEvent[], event: CalendarEvent): number =>
  change.reduce((last, each) => ('silent' in each ? each.revision : last), event.revision)

const ofRevision =
  (revision: number) =>
  (happened: DomainEvent): DomainEvent =>
    'silent' in happened ? { ...happened, revision } : happened
