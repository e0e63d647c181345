import * as E from 'fp-ts/lib/Either.js'
import { UTC } from '../time/index.js'
import { type Calendar, ownerOfPrimary } from './calendar.js'
import type { Change, Command, Open } from './command.js'
import { decideKey } from './decide-key.js'
import type { DomainEvent } from './domain-event.js'
import { evolve } from './evolve.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'

type Decision = E.Either<Rejection, readonly DomainEvent[]>

/**
 * Decides what happens when `command` meets `state`. Deterministic; a retry decides nothing.
 *
 * The first change of the actor's own primary calendar opens it, as `Primary` and in UTC unless it says otherwise.
 */
export const decide = (command: Command, state: State): Decision => {
  switch (command.type) {
    case 'Open':
      return decideOpen(command, state)
    case 'Change':
      return decideChange(command, state)
    case 'ClaimKey':
    case 'ReleaseKey':
      return decideKey(command, state)
  }
}

const decideChange = (command: Change, state: State): Decision => {
  if (state.type === 'Absent') return decidePrimary(command, state)
  if (state.type !== 'Open') return E.left({ type: 'NotFound' })
  return state.calendar.owner === command.actor
    ? E.right(changes(command, state.calendar))
    : E.left({ type: 'NotFound' })
}

const decideOpen = (command: Open, state: State): Decision => {
  const { at, actor: owner, id, name, timeZone, resetPolicy, deduplicationKey } = command
  if (state.type === 'DeduplicationKey') return E.left({ type: 'NotOwner' })
  if (state.type === 'Open') {
    return state.calendar.owner === owner ? E.right([]) : E.left({ type: 'NotOwner' })
  }
  return E.right([
    { type: 'CalendarOpened', at, id, owner, name, timeZone },
    ...(resetPolicy === null
      ? []
      : [{ type: 'CalendarResetPolicyChanged', at, resetPolicy } as const]),
    ...(deduplicationKey === null
      ? []
      : [{ type: 'CalendarDeduplicationKeyChanged', at, deduplicationKey } as const]),
  ])
}

const decidePrimary = (command: Change, state: State): Decision => {
  const { at, actor: owner, id, name, timeZone } = command
  if (ownerOfPrimary(id) !== owner) return E.left({ type: 'NotFound' })
  const opened: DomainEvent = {
    type: 'CalendarOpened',
    at,
    id,
    owner,
    name: name ?? 'Primary',
    timeZone: timeZone ?? UTC,
  }
  const after = evolve(state, opened)
  return E.right([opened, ...(after.type === 'Open' ? changes(command, after.calendar) : [])])
}

const changes = (
  { at, name, timeZone, resetPolicy, deduplicationKey, connection }: Change,
  calendar: Calendar,
): readonly DomainEvent[] => [
  ...(name === null || name === calendar.name
    ? []
    : [{ type: 'CalendarRenamed', at, name } as const]),
  ...(timeZone === null || timeZone === calendar.timeZone
    ? []
    : [{ type: 'CalendarTimeZoneChanged', at, timeZone } as const]),
  ...(resetPolicy === undefined || resetPolicy === calendar.resetPolicy
    ? []
    : [{ type: 'CalendarResetPolicyChanged', at, resetPolicy } as const]),
  ...(deduplicationKey === undefined || deduplicationKey === calendar.deduplicationKey
    ? []
    : [{ type: 'CalendarDeduplicationKeyChanged', at, deduplicationKey } as const]),
  ...(connection === undefined || connection === calendar.connection
    ? []
    : [{ type: CONNECTION[connection], at } as const]),
]

const CONNECTION = {
  Connected: 'CalendarConnected',
  Disconnected: 'CalendarDisconnected',
} as const
