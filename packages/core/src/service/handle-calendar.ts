import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Calendar, CalendarCommand, CalendarRejection } from '../calendar/index.js'
import { isDeduplicationKeyStream, ownerOfPrimary } from '../calendar/index.js'
import type { Problem } from '../event/index.js'
import { textProblems } from '../event/index.js'
import type { Appended, AppendFailure } from '../ports/index.js'
import { TimeZoneId } from '../time/index.js'
import { calendarDecisions } from './calendar-decisions.js'
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
      appended(parts, { ask, command }, TRIES),
      TE.chainW(() => parts.store.load(tenantId, 'calendar', calendarId)),
      TE.chain(({ state }) =>
        state.type === 'Open' ? TE.right(state.calendar) : rejected({ type: 'NotFound' }),
      ),
    )
  }

type Open = Extract<CalendarCommand, { type: 'Open' }>
type Change = Extract<CalendarCommand, { type: 'Change' }>

const rejected = (rejection: CalendarRejection): TE.TaskEither<CommandFailure, never> =>
  TE.left({ type: 'Rejected', rejection })

type Failure = AppendFailure<CalendarRejection>

interface Asking {
  readonly ask: CalendarAsk
  readonly command: Open | Change
}

const TRIES = 10

/** Decided anew when the calendar changed while its deduplication key was looked up. */
const appended = (
  parts: Parts,
  { ask, command }: Asking,
  triesLeft: number,
): TE.TaskEither<Failure, Appended> =>
  pipe(
    calendarDecisions(parts, ask.tenantId, command),
    TE.chainW((streams) => parts.store.append({ ...envelope(ask, command.commandId), streams })),
    TE.orElse((failure) =>
      failure.type === 'VersionConflict' && triesLeft > 0
        ? appended(parts, { ask, command }, triesLeft - 1)
        : TE.left<Failure, Appended>(failure),
    ),
  )

const prepare = (parts: Parts, ask: CalendarAsk): E.Either<readonly Problem[], Open | Change> => {
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
  const { resetPolicy, deduplicationKey } = ask
  if (ask.type === 'OpenCalendar' && zone.right !== null) {
    const opened = { name: ask.name, timeZone: zone.right, resetPolicy: resetPolicy ?? null }
    const key = { deduplicationKey: deduplicationKey ?? null }
    return E.right({ type: 'Open', ...asked, ...opened, ...key })
  }
  return E.right({
    type: 'Change',
    ...asked,
    name: ask.name ?? null,
    timeZone: zone.right,
    ...(ask.type === 'OpenCalendar' || ask.connection === undefined
      ? {}
      : { connection: ask.connection }),
    ...(resetPolicy === undefined ? {} : { resetPolicy }),
    ...(deduplicationKey === undefined ? {} : { deduplicationKey }),
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
  deduplicationKey,
}: CalendarAsk): readonly Problem[] => [
  ...textProblems(['tenantId'], tenantId, ID_BOUNDS),
  ...textProblems(['actor'], actor, ID_BOUNDS),
  ...textProblems(['calendarId'], ownerOfPrimary(calendarId) ?? calendarId, ID_BOUNDS),
  ...((ownerOfPrimary(calendarId) === null || type === 'ChangeCalendar') &&
  !isDeduplicationKeyStream(calendarId)
    ? []
    : [{ path: ['calendarId'], reason: 'Malformed' } as const]),
  ...(name === undefined ? [] : textProblems(['name'], name, ID_BOUNDS)),
  ...(typeof deduplicationKey === 'string'
    ? textProblems(['deduplicationKey'], deduplicationKey, ID_BOUNDS)
    : []),
]
