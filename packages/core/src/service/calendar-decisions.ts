import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarCommand, CalendarRejection, CalendarState } from '../calendar/index.js'
import { decideCalendar, deduplicationKeyStream } from '../calendar/index.js'
import type { TenantId } from '../event/index.js'
import type { ExpectedVersion, StoreFailure, StreamDecision } from '../ports/index.js'
import type { Parts } from './parts.js'

type Command = Extract<CalendarCommand, { type: 'Open' | 'Change' }>
type Decision = StreamDecision<CalendarRejection, 'calendar'>

/**
 * What a command does to the calendar's stream and, where it changes the deduplication key, to the streams of the keys.
 *
 * The key that is given up is the one that the calendar has now, so then the calendar must not change before the append.
 */
export const calendarDecisions = (
  parts: Parts,
  tenantId: TenantId,
  command: Command,
): TE.TaskEither<StoreFailure, readonly Decision[]> => {
  const { deduplicationKey: asked = null } = command
  if (command.deduplicationKey === undefined || (command.type === 'Open' && asked === null)) {
    return TE.right([decisionOf(parts, command, { streamId: command.id, expected: ANY })])
  }
  return pipe(
    parts.store.load(tenantId, 'calendar', command.id),
    TE.map(({ state, version }) => [
      decisionOf(parts, command, { streamId: command.id, expected: { type: 'Exact', version } }),
      ...keyDecisions(parts, command, state),
    ]),
  )
}

const ANY: ExpectedVersion = { type: 'Any' }

const keyDecisions = (
  parts: Parts,
  command: Command,
  state: CalendarState,
): readonly Decision[] => {
  const { actor, at, commandId, id: calendarId, deduplicationKey: asked = null } = command
  const held = state.type === 'Open' ? state.calendar.deduplicationKey : null
  // Opening again changes nothing.
  if (held === asked || (command.type === 'Open' && state.type === 'Open')) return []
  const keyOf = (type: 'ClaimKey' | 'ReleaseKey', key: string | null) =>
    key === null
      ? []
      : [
          decisionOf(
            parts,
            { type, actor, at, commandId, calendarId },
            { streamId: deduplicationKeyStream(key), expected: ANY },
          ),
        ]
  return [...keyOf('ReleaseKey', held), ...keyOf('ClaimKey', asked)]
}

const decisionOf = (
  { ids }: Parts,
  command: CalendarCommand,
  stream: Pick<Decision, 'streamId' | 'expected'>,
): Decision => ({
  aggregate: 'calendar',
  ...stream,
  decide: (state) =>
    pipe(
      decideCalendar(command, state),
      E.map((happened) => happened.map((each) => ({ eventId: ids.uuid(), happened: each }))),
    ),
})
