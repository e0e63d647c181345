import type {
  Answer,
  CalendarEvent,
  EventDetail,
  EventSummary,
  Participation,
  ParticipationStatus,
} from '@kalends/core'
import { exactJson } from '@kalends/core'
import type { ParticipationTable } from '../schema/database.js'

/*
 * Projections are written by this package from folded states and can be built anew from the log, so
 * their JSON is trusted, which listings feel: decoding costs more than the query.
 */

/** `EventSummary` as a projection stores it. */
export type StoredSummary = EventSummary

/** `EventDetail` as a projection stores it. */
export type StoredDetail = EventDetail

/** `Answer` as a projection stores it. */
export type StoredAnswer = Answer | null

/** `ParticipationStatus` as a projection stores it. */
export type StoredStatus = ParticipationStatus

/** `CalendarEvent['overrides']` as a projection stores it: entries, null when there are none. */
export type StoredOverrides =
  CalendarEvent['overrides'] extends ReadonlyMap<infer K, infer V>
    ? readonly (readonly [K, V])[]
    : never

/** `Participation['occurrences']` as a projection stores it: entries, null when there are none. */
export type StoredOccurrences =
  Participation['occurrences'] extends ReadonlyMap<infer K, infer V>
    ? readonly (readonly [K, V])[]
    : never

/** Reads a summary. */
export const summaryOf = (json: string): EventSummary => JSON.parse(json) as StoredSummary

/** Reads a detail. */
export const detailOf = (json: string): EventDetail => JSON.parse(json) as StoredDetail

/** The columns of a participation that say what it is. */
export type ParticipationColumns = Pick<
  ParticipationTable,
  'user_id' | 'status' | 'answer' | 'occurrences'
>

/** Reads a participation. */
export const participationOf = (row: ParticipationColumns): Participation => ({
  userId: row.user_id,
  status: row.status as StoredStatus,
  answer: row.answer === null ? null : (JSON.parse(row.answer) as StoredAnswer),
  occurrences:
    row.occurrences === null
      ? new Map()
      : new Map(JSON.parse(row.occurrences) as StoredOccurrences),
})

/** Reads the overrides of an event. */
export const overridesOf = (json: string | null): CalendarEvent['overrides'] =>
  json === null ? new Map() : new Map(JSON.parse(json) as StoredOverrides)

/** Writes overrides, or answers to single occurrences. */
export const entriesJson = (entries: ReadonlyMap<string, unknown>): string | null =>
  entries.size === 0 ? null : exactJson([...entries])
