import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Calendar, CalendarCommand, CalendarRejection } from '../calendar/index.js'
import { decideCalendar, ownerOfPrimary } from '../calendar/index.js'
import type { Problem } from '../event/index.js'
import { textProblems } from '../event/index.js'
import type { StreamDecision } from '../ports/index.js'
import { TimeZoneId } from '../time/index.js'
import type { CalendarAsk } from './command.js'
import { envelope } from './envelope.js'
import type { CommandFailure } from './failure.js'
import type { Parts } from './parts.js'
import { policyNamed } from './policy-named.js'

/** Runs a command on a calendar; like `handle`, decided and appended under the stream's lock. */
export const handleCalendar =
  (parts: Parts) =>
  (ask: CalendarAsk): TE.TaskEither<CommandFailure, Calendar> => {
    const prepared = prepare(parts, ask)
    if (E.isLeft(prepared)) return rejected({ type: 'InvalidFields', problems: prepared.left })
    const command = prepared.right
    const { tenantId, calendarId } = ask
    return pipe(
      parts.store.append({
        ...envelope(ask, command.commandId),
        streams: [decisionOf(parts, command, calendarId)],
      }),
      TE.chainW(() => parts.store.load(tenantId, 'calendar', calendarId)),
      TE.chain(({ state }) =>
        state.type === 'Open' ? TE.right(state.calendar) : rejected({ type: 'NotFound' }),
      ),
    )
  }

const rejected = (rejection: CalendarRejection): TE.TaskEither<CommandFailure, never> =>
  TE.left({ type: 'Rejected', rejection })

const decisionOf = (
  { ids }: Parts,
  command: CalendarCommand,
  streamId: string,
): StreamDecision<CalendarRejection, 'calendar'> => ({
  aggregate: 'calendar',
  streamId,
  expected: { type: 'Any' },
  decide: (state) =>
    pipe(
      decideCalendar(command, state),
      E.map((happened) => happened.map((each) => ({ eventId: ids.uuid(), happened: each }))),
    ),
})

const prepare = (parts: Parts, ask: CalendarAsk): E.Either<readonly Problem[], CalendarCommand> => {
  const { clock, ids } = parts
  const problems = [...problemsOf(ask), ...policyProblems(parts, ask)]
  const zone = ask.timeZone === undefined ? E.right(null) : TimeZoneId.decode(ask.timeZone)
  if (E.isLeft(zone) || problems.length > 0) {
    const unknown = { path: ['timeZone'], reason: 'UnknownTimeZone' } as const
    return E.left(E.isLeft(zone) ? [...problems, unknown] : problems)
  }
  const asked = {
    actor: ask.actor,
    at: clock.now(),
    commandId: ask.commandId ?? ids.uuid(),
    id: ask.calendarId,
  }
  const { resetPolicy } = ask
  if (ask.type === 'OpenCalendar' && zone.right !== null) {
    const opened = { name: ask.name, timeZone: zone.right, resetPolicy: resetPolicy ?? null }
    return E.right({ type: 'Open', ...asked, ...opened })
  }
  return E.right({
    type: 'Change',
    ...asked,
    name: ask.name ?? null,
    timeZone: zone.right,
    ...(resetPolicy === undefined ? {} : { resetPolicy }),
  })
}

const ID_BOUNDS = { atMost: 200, empty: 'Refused' } as const

const policyProblems = (parts: Parts, { resetPolicy }: CalendarAsk): readonly Problem[] =>
  typeof resetPolicy === 'string' && policyNamed(parts, resetPolicy) === null
    ? [{ path: ['resetPolicy'], reason: 'Malformed' }]
    : []

const problemsOf = ({
  type,
  tenantId,
  actor,
  calendarId,
  name,
}: CalendarAsk): readonly Problem[] => [
  ...textProblems(['tenantId'], tenantId, ID_BOUNDS),
  ...textProblems(['actor'], actor, ID_BOUNDS),
  ...textProblems(['calendarId'], ownerOfPrimary(calendarId) ?? calendarId, ID_BOUNDS),
  ...(ownerOfPrimary(calendarId) === null || type === 'ChangeCalendar'
    ? []
    : [{ path: ['calendarId'], reason: 'Malformed' } as const]),
  ...(name === undefined ? [] : textProblems(['name'], name, ID_BOUNDS)),
]
