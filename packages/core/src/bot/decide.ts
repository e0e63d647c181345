import * as E from 'fp-ts/lib/Either.js'
import { MAX_INSTANT, MIN_INSTANT } from '../time/index.js'
import type { Bot, BotEvent } from './bot.js'
import type { Align, Command, Launch, Schedule } from './command.js'
import { decideAdvance } from './decide-advance.js'
import type { DomainEvent } from './domain-event.js'
import type { Rejection } from './rejection.js'
import type { State } from './state.js'

/** Decides what happens when `command` meets `state`. Deterministic; what holds already decides nothing. */
export const decide = (
  command: Command,
  state: State,
): E.Either<Rejection, readonly DomainEvent[]> => {
  if (command.type === 'Schedule') return E.right(schedule(command, state))
  if (state.type === 'Absent') return E.left({ type: 'NotFound' })
  switch (command.type) {
    case 'Align':
      return E.right(state.type === 'Deleted' ? [] : align(command, state.bot))
    case 'Launch':
      return E.right(state.type === 'Deleted' ? [] : launch(command, state.bot))
    case 'Advance':
      return state.type === 'Deleted'
        ? E.left({ type: 'NotFound' })
        : decideAdvance(command, state.bot)
  }
}

const schedule = ({ type: _, ...fields }: Schedule, state: State): readonly DomainEvent[] =>
  state.type === 'Absent' ? [{ type: 'BotScheduled', ...fields }] : []

/** Who is in the call, or on the way, stays there whatever the calendar says. */
const align = ({ at, event }: Align, bot: Bot): readonly DomainEvent[] => {
  if (bot.phase !== 'Scheduled' || bot.event === null) return []
  if (event === null) return [{ type: 'BotDeleted', at }]
  if (isSamePlace(bot.event, event)) return []
  const moved = bot.joinAt + (event.start - bot.event.start)
  const joinAt = Math.min(Math.max(moved, MIN_INSTANT), MAX_INSTANT)
  return [{ type: 'BotMoved', at, event, joinAt }]
}

/** A version alone says nothing: most changes of an event move nobody. */
const isSamePlace = (a: BotEvent, b: BotEvent): boolean =>
  a.uid === b.uid &&
  a.recurrenceId === b.recurrenceId &&
  a.start === b.start &&
  a.seriesStart === b.seriesStart

const launch = ({ at }: Launch, { phase, joinAt }: Bot): readonly DomainEvent[] =>
  phase === 'Scheduled' && joinAt <= at
    ? [{ type: 'BotAdvanced', at, to: 'Joining', reason: null }]
    : []
