import type * as t from 'io-ts'
import type { BookmarkDomainEvent, BookmarkState } from '../bookmark/index.js'
import {
  BookmarkDomainEventCodec,
  BookmarkStateCodec,
  evolveBookmarks,
  initialBookmarkState,
} from '../bookmark/index.js'
import type { BotDomainEvent, BotState } from '../bot/index.js'
import { BotDomainEventCodec, BotStateCodec, evolveBot, initialBotState } from '../bot/index.js'
import type { CalendarDomainEvent, CalendarState } from '../calendar/index.js'
import {
  CalendarDomainEventCodec,
  CalendarStateCodec,
  evolveCalendar,
  initialCalendarState,
} from '../calendar/index.js'
import type { DomainEvent, State } from '../event/index.js'
import { DomainEventCodec, evolve, initialState, StateCodec } from '../event/index.js'
import type { TrainingDomainEvent, TrainingState } from '../training/index.js'
import {
  evolveTraining,
  initialTrainingState,
  TrainingDomainEventCodec,
  TrainingStateCodec,
} from '../training/index.js'
import type { WebhookDomainEvent, WebhookState } from '../webhook/index.js'
import {
  evolveWebhooks,
  initialWebhookState,
  WebhookDomainEventCodec,
  WebhookStateCodec,
} from '../webhook/index.js'

/** What a store must know of an aggregate: how to fold it, and how to write it down. */
export interface Aggregate<S, H> {
  readonly initialState: S
  readonly evolve: (state: S, happened: H) => S
  /** The stored form of a domain event; `schemaVersion` is written beside it. */
  readonly domainEvent: t.Type<H, unknown>
  readonly schemaVersion: number
  /** The stored form of a folded state; a snapshot of another version is ignored. */
  readonly state: t.Type<S, unknown>
  readonly snapshotVersion: number
}

/** The kinds of stream in a tenant's log: what each folds to, and what can happen to it. */
interface Kinds {
  readonly event: { readonly state: State; readonly happened: DomainEvent }
  readonly calendar: { readonly state: CalendarState; readonly happened: CalendarDomainEvent }
  /** A user's bookmarks, by the user's id. */
  readonly bookmark: { readonly state: BookmarkState; readonly happened: BookmarkDomainEvent }
  /** A training, a bucket or a live session, by `trainingStream` and its like. */
  readonly training: { readonly state: TrainingState; readonly happened: TrainingDomainEvent }
  readonly bot: { readonly state: BotState; readonly happened: BotDomainEvent }
  /** All webhooks of a tenant, as `WEBHOOKS_STREAM`. */
  readonly webhook: { readonly state: WebhookState; readonly happened: WebhookDomainEvent }
}

/** The name of a kind of stream. */
export type AggregateName = keyof Kinds
/** What a stream of a kind folds to. */
export type StateOf<K extends AggregateName> = Kinds[K]['state']
/** What can happen in a stream of a kind. */
export type DomainEventOf<K extends AggregateName> = Kinds[K]['happened']

/** Every kind of stream. A stream is named by its aggregate and an id. */
export const aggregates: {
  readonly [K in AggregateName]: Aggregate<StateOf<K>, DomainEventOf<K>>
} = {
  event: {
    initialState,
    evolve,
    domainEvent: DomainEventCodec,
    schemaVersion: 1,
    state: StateCodec,
    snapshotVersion: 3,
  },
  calendar: {
    initialState: initialCalendarState,
    evolve: evolveCalendar,
    domainEvent: CalendarDomainEventCodec,
    schemaVersion: 1,
    state: CalendarStateCodec,
    snapshotVersion: 2,
  },
  bookmark: {
    initialState: initialBookmarkState,
    evolve: evolveBookmarks,
    domainEvent: BookmarkDomainEventCodec,
    schemaVersion: 1,
    state: BookmarkStateCodec,
    snapshotVersion: 1,
  },
  training: {
    initialState: initialTrainingState,
    evolve: evolveTraining,
    domainEvent: TrainingDomainEventCodec,
    schemaVersion: 1,
    state: TrainingStateCodec,
    snapshotVersion: 1,
  },
  bot: {
    initialState: initialBotState,
    evolve: evolveBot,
    domainEvent: BotDomainEventCodec,
    schemaVersion: 1,
    state: BotStateCodec,
    snapshotVersion: 1,
  },
  webhook: {
    initialState: initialWebhookState,
    evolve: evolveWebhooks,
    domainEvent: WebhookDomainEventCodec,
    schemaVersion: 1,
    state: WebhookStateCodec,
    snapshotVersion: 1,
  },
}
