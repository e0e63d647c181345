import type { Bot } from './bot.js'
import { MOST_CHANGES } from './bot.js'
import type { DomainEvent } from './domain-event.js'
import type { State } from './state.js'

type Happened<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>

/** Applies what has already happened. Total: history is never rejected, at most ignored. */
export const evolve = (state: State, happened: DomainEvent): State => {
  if (happened.type === 'BotScheduled') {
    return state.type === 'Absent' ? { type: 'Present', bot: scheduled(happened) } : state
  }
  if (state.type !== 'Present') return state
  if (happened.type === 'BotDeleted') return { type: 'Deleted' }
  return { type: 'Present', bot: { ...state.bot, ...changed(state.bot, happened) } }
}

const scheduled = ({ type: _, at, ...fields }: Happened<'BotScheduled'>): Bot => ({
  ...fields,
  phase: 'Scheduled',
  recording: 'NotStarted',
  transcription: 'NotStarted',
  changes: [],
  createdAt: at,
})

const changed = (
  { phase, changes }: Bot,
  happened: Exclude<DomainEvent, { type: 'BotScheduled' | 'BotDeleted' }>,
): Partial<Bot> => {
  switch (happened.type) {
    case 'BotMoved':
      return { event: happened.event, joinAt: happened.joinAt }
    case 'BotAdvanced': {
      const { at, to, reason } = happened
      const step = { at, from: phase, to, reason }
      return { phase: to, changes: [...changes, step].slice(-MOST_CHANGES) }
    }
    case 'RecordingProgressed':
      return { recording: happened.to }
    case 'TranscriptionProgressed':
      return { transcription: happened.to }
  }
}
