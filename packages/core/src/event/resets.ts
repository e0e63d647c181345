import type { CalendarEvent, Standing } from './calendar-event.js'
import type { Asked, Notice } from './command.js'
import { nextChange, type Rules } from './decision.js'
import type { DomainEvent } from './domain-event.js'
import { exceptionsOf, hasOccurrence } from './dropped-exceptions.js'
import { evolve } from './evolve.js'
import type { RecurrenceId } from './recurrence-id.js'
import type { Reset } from './reset-policy.js'

/** A patch that may ask, of an event or of one of its occurrences. */
export interface Asking extends Asked {
  readonly changes: object
  readonly notice: Notice
}

/** What a patch came to so far. */
export interface Changed {
  readonly event: CalendarEvent
  readonly changes: readonly DomainEvent[]
  readonly occurrence: RecurrenceId | null
}

/**
 * What a patch asks for beside its changes: the resets that the policy finds or the caller wants, or a notice of
 * nothing new. Nothing when the event is off then, or when the same command asked before.
 */
export const asksOf = (
  { policy }: Rules,
  command: Asking,
  { event, changes, occurrence }: Changed,
): readonly DomainEvent[] => {
  const retried = event.lastAskedBy === command.commandId && changes.length === 0
  if (retried || changes.some(({ type }) => CANCELLATIONS.has(type))) return []
  const asked = command.notice === 'Reset'
  const after = applied(event, changes)
  const reset =
    asked || changes.length > 0
      ? policy.resets({ before: event, after, occurrence, asked })
      : NOBODY
  const resetting = { policy: policy.name, command, before: event, after }
  if (reset.type !== 'Nobody') return resetsOf(resetting, reset)
  if (asked)
    return [occurrence === null ? seriesReset(resetting, []) : askedAbout(resetting, occurrence)]
  const announces = command.notice === 'Update' && Object.keys(command.changes).length === 0
  return announces ? [{ type: 'UpdateAnnounced', at: command.at, askedBy: command.commandId }] : []
}

const NOBODY: Reset = { type: 'Nobody' }
const CANCELLATIONS: ReadonlySet<DomainEvent['type']> = new Set([
  'Cancelled',
  'OccurrenceCancelled',
])

const applied = (event: CalendarEvent, changes: readonly DomainEvent[]): CalendarEvent => {
  const after = changes.reduce(evolve, { type: 'Scheduled', event })
  return after.type === 'Absent' ? event : after.event
}

interface Resetting {
  readonly policy: string
  readonly command: Asking
  readonly before: CalendarEvent
  readonly after: CalendarEvent
}

/** A reset of everybody names the answers to single occurrences first, which then are as all the others. */
const resetsOf = (
  resetting: Resetting,
  reset: Exclude<Reset, { type: 'Nobody' }>,
): readonly DomainEvent[] => {
  const { after } = resetting
  if (reset.type === 'Occurrences') {
    const ids = [...new Set(reset.recurrenceIds)].filter((id) => hasOccurrence(after, id))
    return ids.length === 0 ? [] : [occurrencesReset(resetting, ids, standingAt)]
  }
  const single = occurrencesReset(resetting, exceptionsOf(after), ownStanding)
  const named = [...new Set(single.answers.map(({ recurrenceId }) => recurrenceId))]
  const ofAll = seriesReset(resetting, answersTo(after))
  return named.length === 0 ? [ofAll] : [{ ...single, recurrenceIds: named }, ofAll]
}

type RsvpsReset = Extract<DomainEvent, { type: 'RsvpsReset' }>
type OccurrenceRsvpsReset = Extract<DomainEvent, { type: 'OccurrenceRsvpsReset' }>

const seriesReset = (resetting: Resetting, answers: RsvpsReset['answers']): RsvpsReset => ({
  type: 'RsvpsReset',
  ...saidOf(resetting),
  answers,
})

const askedAbout = (resetting: Resetting, occurrence: RecurrenceId): OccurrenceRsvpsReset => ({
  type: 'OccurrenceRsvpsReset',
  ...saidOf(resetting),
  recurrenceIds: [occurrence],
  answers: [],
})

const occurrencesReset = (
  resetting: Resetting,
  recurrenceIds: readonly RecurrenceId[],
  standing: typeof standingAt,
): OccurrenceRsvpsReset => ({
  type: 'OccurrenceRsvpsReset',
  ...saidOf(resetting),
  recurrenceIds,
  answers: guestsOf(resetting.after).flatMap((each) =>
    recurrenceIds.flatMap((recurrenceId) => {
      const status = standing(each, recurrenceId)?.status ?? 'NeedsAction'
      return status === 'NeedsAction' ? [] : [{ userId: each.userId, recurrenceId, status }]
    }),
  ),
})

type Guest = ReturnType<typeof guestsOf>[number]

const standingAt = (guest: Guest, id: RecurrenceId): Standing | undefined =>
  guest.occurrences.get(id) ?? guest

const ownStanding = ({ occurrences }: Guest, id: RecurrenceId): Standing | undefined =>
  occurrences.get(id)

const guestsOf = ({ participants, organizer }: CalendarEvent) =>
  [...participants.values()].filter(({ userId }) => userId !== organizer)

const answersTo = (event: CalendarEvent): RsvpsReset['answers'] =>
  guestsOf(event)
    .filter(({ status }) => status !== 'NeedsAction')
    .map(({ userId, status }) => ({ userId, status }))

const saidOf = ({ policy, command, before }: Resetting) => {
  const asked = command.notice === 'Reset'
  return {
    ...nextChange(command, before, command.notice),
    policy,
    cause: asked ? ('Asked' as const) : ('Significant' as const),
    askedBy: asked ? command.commandId : null,
  }
}
