import * as E from 'fp-ts/lib/Either.js'
import type { Calendar } from './calendar.js'
import type { Change, Command, Open } from './command.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'

type Decision = E.Either<Rejection, readonly DomainEvent[]>

/** Decides what happens when `command` meets `state`. Deterministic; a retry decides nothing. */
export const decide = (command: Command, state: State): Decision => {
  if (command.type === 'Open') return decideOpen(command, state)
  return state.type === 'Absent' || state.calendar.owner !== command.actor
    ? E.left({ type: 'NotFound' })
    : E.right(changes(command, state.calendar))
}

const decideOpen = ({ at, actor: owner, id, name, timeZone }: Open, state: State): Decision => {
  if (state.type === 'Open') {
    return state.calendar.owner === owner ? E.right([]) : E.left({ type: 'NotOwner' })
  }
  return E.right([{ type: 'CalendarOpened', at, id, owner, name, timeZone }])
}

const changes = ({ at, name, timeZone }: Change, calendar: Calendar): readonly DomainEvent[] => [
  ...(name === null || name === calendar.name
    ? []
    : [{ type: 'CalendarRenamed', at, name } as const]),
  ...(timeZone === null || timeZone === calendar.timeZone
    ? []
    : [{ type: 'CalendarTimeZoneChanged', at, timeZone } as const]),
]
