import type {
  CalendarEvent,
  ParticipationStatus,
  RecurrenceId,
  RsvpResetPolicy,
  State,
  UserId,
} from '../event/index.js'
import { evolve, initialState, shiftedRecurrenceId } from '../event/index.js'
import type { RecordedOf } from '../ports/index.js'
import { underPolicy } from './under-policy.js'

/** An answer that would stand elsewhere under another policy. */
export interface AnswerDifference {
  readonly userId: UserId
  /** The occurrence; null for the event, or all occurrences of a series that have no standing of their own. */
  readonly recurrenceId: RecurrenceId | null
  readonly now: ParticipationStatus
  readonly underPolicy: ParticipationStatus
  /** The domain event since which the two differ: the one that reset, or that would have. */
  readonly since: { readonly version: number; readonly position: number }
}

/**
 * Which answers would stand elsewhere now, had `policy` been in force over all that happened to an event.
 *
 * `recorded` is its whole stream up to now. Pure and deterministic: what people and the organizer did stays as it is, also
 * the resets that were asked for; only those that a policy found are decided anew. By user in the order of invitation,
 * the series before its occurrences. Nothing when `policy` is the one that was in force.
 * Of a reset that was asked for the log says what was reset, not how much was wanted: that is taken for it.
 */
export const replayedResets = (
  policy: RsvpResetPolicy,
  recorded: readonly RecordedOf<'event'>[],
): readonly AnswerDifference[] => {
  let now: State = initialState
  let other: State = initialState
  let differences: Differences = new Map()
  for (const command of byCommand(recorded)) {
    now = command.reduce((state, { happened }) => evolve(state, happened), now)
    other = underPolicy(policy, other, command)
    differences = differencesOf({ now, other }, moved(differences, command), placeOf(command))
  }
  return [...differences.values()]
}

type Recorded = readonly RecordedOf<'event'>[]

/** What one command did stands together. */
const byCommand = (recorded: Recorded): readonly Recorded[] => {
  const commands: RecordedOf<'event'>[][] = []
  for (const each of recorded) {
    const last = commands.at(-1)
    if (last?.[0]?.commandId === each.commandId) last.push(each)
    else commands.push([each])
  }
  return commands
}

type Place = AnswerDifference['since']

const placeOf = (command: Recorded): Place => {
  const reset = command.find(
    ({ happened: { type } }) => type === 'RsvpsReset' || type === 'OccurrenceRsvpsReset',
  )
  const { version, position } = reset ?? command.at(-1) ?? { version: 0, position: 0 }
  return { version, position }
}

/** By user and occurrence. */
type Differences = ReadonlyMap<string, AnswerDifference>

const keyOf = (userId: UserId, id: RecurrenceId | null): string => JSON.stringify([userId, id])

/** Occurrences are called otherwise once their series was moved. */
const moved = (differences: Differences, command: Recorded): Differences => {
  const shiftSeconds = command.reduce(
    (sum, { happened }) => sum + (happened.type === 'SeriesMoved' ? happened.shiftSeconds : 0),
    0,
  )
  if (shiftSeconds === 0) return differences
  const shifted = [...differences.values()].map((each): AnswerDifference => {
    const id = each.recurrenceId
    return { ...each, recurrenceId: id === null ? null : shiftedRecurrenceId(id, shiftSeconds) }
  })
  return new Map(shifted.map((each) => [keyOf(each.userId, each.recurrenceId), each]))
}

interface Both {
  readonly now: State
  readonly other: State
}

const differencesOf = ({ now, other }: Both, earlier: Differences, since: Place): Differences => {
  const differences = new Map<string, AnswerDifference>()
  if (now.type === 'Absent' || other.type === 'Absent') return differences
  for (const userId of now.event.participants.keys()) {
    for (const recurrenceId of [null, ...answeredAlone(userId, now.event, other.event)]) {
      const is = statusAt(now.event, userId, recurrenceId)
      const would = statusAt(other.event, userId, recurrenceId)
      if (is === would) continue
      const key = keyOf(userId, recurrenceId)
      const difference = { userId, recurrenceId, now: is, underPolicy: would, since }
      differences.set(key, { ...difference, since: earlier.get(key)?.since ?? since })
    }
  }
  return differences
}

const answeredAlone = (
  userId: UserId,
  ...events: readonly CalendarEvent[]
): readonly RecurrenceId[] =>
  [
    ...new Set(
      events.flatMap(({ participants }) => [
        ...(participants.get(userId)?.occurrences.keys() ?? []),
      ]),
    ),
  ].toSorted()

const statusAt = (
  { participants }: CalendarEvent,
  userId: UserId,
  id: RecurrenceId | null,
): ParticipationStatus => {
  const participation = participants.get(userId)
  const standing = id === null ? participation : participation?.occurrences.get(id)
  return (standing ?? participation)?.status ?? 'NeedsAction'
}
