import type { Answer, EventDetail, EventSummary, ParticipationStatus } from '@kalends/core'

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

/** Reads a summary. */
export const summaryOf = (json: string): EventSummary => JSON.parse(json) as StoredSummary

/** Reads a detail. */
export const detailOf = (json: string): EventDetail => JSON.parse(json) as StoredDetail

/** Reads an answer. */
export const answerOf = (json: string | null): Answer | null =>
  json === null ? null : (JSON.parse(json) as StoredAnswer)

/** Reads a status. */
export const statusOf = (text: string): ParticipationStatus => text as StoredStatus
