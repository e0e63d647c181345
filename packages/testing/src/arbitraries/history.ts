import type {
  CalendarEvent,
  Command,
  DomainEvent,
  EventTime,
  Instant,
  State,
  UserId,
} from '@kalends/core'
import { decide, evolve, explicit, initialState, MINUTE_MS } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Act } from './act.js'
import { act, users } from './act.js'
import { classification } from './classification.js'
import { crowdedTime, eventTime } from './event-time.js'
import type { Provided } from './import.js'
import { provided, providerStamp } from './import.js'
import type { Night } from './night.js'
import { someNight } from './night.js'
import { record } from './record.js'
import { attachments, body, someText } from './text.js'

/** One command of a history, and the event it is for. */
export interface Step {
  readonly uid: string
  readonly command: Command
}

/** Commands to several events by several users, in order, near one night. */
export interface History {
  readonly night: Night
  readonly steps: readonly Step[]
}

/** How many commands, and the times of the events they create. */
export interface HistoryOptions {
  readonly minLength?: number
  readonly maxLength?: number
  /** `Crowded`: most events begin together with others. */
  readonly times?: 'Spread' | 'Crowded'
}

/**
 * Histories that make sense: events are created and then changed, answered, moved and cancelled, each
 * by whoever may, and a few things are tried by those who may not. Some are live sessions or spots of trainings; some are
 * imported, and changed and called off by their provider.
 *
 * Command ids are unique, stamps rise. Ids of events sort otherwise by code unit than by letter.
 */
export const history = (options: HistoryOptions = {}): fc.Arbitrary<History> =>
  someNight().chain((night) => historyNear(night, options))

/** Histories near a given night. */
export const historyNear = (night: Night, options: HistoryOptions = {}): fc.Arbitrary<History> => {
  const { minLength = 1, maxLength = 40, times = 'Spread' } = options
  const time = times === 'Crowded' ? crowdedTime(night) : eventTime(night)
  return fc
    .array(
      fc.oneof(
        { arbitrary: record({ creates: creation(time) }), weight: times === 'Crowded' ? 12 : 4 },
        { arbitrary: record({ acts: act(night), on: fc.nat(99) }), weight: 12 },
        { arbitrary: record({ imports: provided(time, night.around), on: fc.nat(99) }), weight: 2 },
        { arbitrary: record({ callsOff: providerStamp(night.around), on: fc.nat(99) }), weight: 1 },
      ),
      { minLength, maxLength, size: 'max' },
    )
    .map((intents) => ({ night, steps: stepsOf(night, intents) }))
}

type Create = Extract<Command, { type: 'Create' }>
type Creation = Omit<Create, 'at' | 'commandId' | 'uid'> & { readonly uid: string }
type Intent =
  | { readonly creates: Creation }
  | { readonly acts: Act; readonly on: number }
  | { readonly imports: Provided; readonly on: number }
  | { readonly callsOff: Instant | null; readonly on: number }

type Identity = Pick<Command, 'at' | 'commandId'>

const UIDS = ['a', 'B', 'b', 'Z', '_', '~', '10', '9', 'a-1', 'a.1', 'aa', 'A'] as const

const creation = (time: fc.Arbitrary<EventTime>): fc.Arbitrary<Creation> =>
  record({
    uid: fc
      .tuple(fc.constantFrom(...UIDS), fc.constantFrom('', '-x', '0'))
      .map((parts) => parts.join('')),
    actor: fc.constantFrom('ann', 'ann', 'bob'),
    title: someText(),
    time,
    status: fc.constantFrom('Confirmed', 'Tentative'),
    location: fc.option(someText()),
    body: fc.option(body()),
    attachments: attachments(),
    showParticipantList: fc.boolean(),
    visibility: fc.constantFrom('Participants', 'Public'),
    invited: fc.subarray([...users], { minLength: 1 }),
    classified: fc.option(classification(), { freq: 2 }),
  }).map(({ invited, actor, classified, ...fields }) => ({
    type: 'Create',
    actor,
    calendarId: `primary-${actor}`,
    calendarOwner: actor,
    recurrence: null,
    invitees: { users: invited, unknown: [] },
    ...(classified === null ? {} : { classification: classified }),
    ...fields,
  }))

const stepsOf = ({ around }: Night, intents: readonly Intent[]): readonly Step[] => {
  const states = new Map<string, State>()
  return intents.flatMap((intent, index) => {
    const asked = { at: around + index * MINUTE_MS, commandId: `command-${index}` }
    const step = stepOf(intent, asked, [...states.values()].flatMap(eventIn))
    if (step === null) return []
    states.set(step.uid, after(states.get(step.uid) ?? initialState, step.command))
    return [step]
  })
}

const stepOf = (intent: Intent, asked: Identity, events: readonly CalendarEvent[]): Step | null => {
  if ('creates' in intent) {
    return { uid: intent.creates.uid, command: { ...intent.creates, ...asked } }
  }
  const { on } = intent
  if ('acts' in intent) {
    const active = events.filter(({ status }) => status !== 'Cancelled')
    const event = nth(on % 10 === 0 || active.length === 0 ? events : active, on)
    return event === undefined ? null : { uid: event.uid, command: intent.acts(event, asked) }
  }
  const known = nth(on % 10 === 0 ? events : events.filter(({ source }) => source !== null), on)
  if ('imports' in intent) return importOf(intent.imports, asked, on % 3 === 0 ? undefined : known)
  return known === undefined ? null : callOffOf(intent.callsOff, asked, known)
}

const nth = (events: readonly CalendarEvent[], on: number): CalendarEvent | undefined =>
  events[on % Math.max(1, events.length)]

/** Of a known event, or of a new one. */
const importOf = (fields: Provided, asked: Identity, known: CalendarEvent | undefined): Step => {
  const { providerId, provider } = fields.source
  const uid = known?.uid ?? `${provider}-${providerId}`
  const owned = ownedBy(known?.organizer ?? 'ann')
  return { uid, command: { type: 'Import', ...asked, ...owned, uid, ...fields } }
}

const callOffOf = (updatedAt: Instant | null, asked: Identity, known: CalendarEvent): Step => {
  const { actor, calendarOwner } = ownedBy(known.organizer)
  return {
    uid: known.uid,
    command: { type: 'CancelImport', ...asked, actor, calendarOwner, updatedAt },
  }
}

const ownedBy = (actor: UserId) => ({
  actor,
  calendarId: `primary-${actor}`,
  calendarOwner: actor,
})

/** The event in a state, if it has one. */
export const eventIn = (state: State): readonly CalendarEvent[] =>
  state.type === 'Absent' ? [] : [state.event]

/** The state after a command; the same when it was refused. */
const after = (state: State, command: Command): State =>
  decided(command, state).reduce(evolve, state)

const decided = (command: Command, state: State): readonly DomainEvent[] =>
  E.getOrElse((): readonly DomainEvent[] => [])(decide(explicit)(command, state))

/** What happened to one event. */
export const domainEvents = (): fc.Arbitrary<readonly DomainEvent[]> =>
  history({ minLength: 10 }).map(({ steps }) => happenedTo(steps[0]?.uid, steps))

const happenedTo = (uid: string | undefined, steps: readonly Step[]): readonly DomainEvent[] => {
  const happened: DomainEvent[] = []
  let state = initialState
  for (const { command } of steps.filter((step) => step.uid === uid)) {
    const now = decided(command, state)
    happened.push(...now)
    state = now.reduce(evolve, state)
  }
  return happened
}

/** What happened to events, in an order in which it cannot have happened. */
export const jumbledDomainEvents = (): fc.Arbitrary<readonly DomainEvent[]> =>
  fc
    .tuple(domainEvents(), domainEvents())
    .chain(([one, other]) => fc.shuffledSubarray([...one, ...other]))

/** A state that some history leads to, its commands' event most often among those that exist. */
export const reachedState = (): fc.Arbitrary<State> =>
  domainEvents().map((happened) => happened.reduce(evolve, initialState))
