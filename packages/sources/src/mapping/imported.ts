import type { ImportEvent } from '@kalends/core'

/** What was made of a provider's events, in their order, and what could not be mapped. */
export interface Imported {
  readonly commands: readonly ImportEvent[]
  readonly refused: readonly Refused[]
}

/**
 * An item, or a part of one, that could not be mapped.
 *
 * `id` is the provider's, or the place in what was given (`#4`, from 0) where it has none. `field` is the provider's name of
 * what is at fault, null when it is the whole. The event itself may still be among the commands, without that part.
 */
export interface Refused extends Refusal {
  readonly id: string
}

/** Why something could not be mapped. */
export interface Refusal {
  readonly reason: RefusedReason
  readonly field: string | null
}

/**
 * What can be at fault.
 *
 * - `Malformed`: not of the form the provider documents. `Missing`: not there, and nothing to stand in for it.
 * - `InvalidValue`: of the form, and no such thing exists. `UnknownTimeZone`: a zone that nothing names.
 * - `InvalidRecurrence`: what core refuses of a recurrence; `field` is the part. `Unsupported`: what core cannot say.
 * - `TooLarge`, `TooDeep`, `TooMany`: beyond a bound.
 * - `Deleted`: the provider says only that it is gone, so cancel what was imported before.
 * - `Superseded`: another item of the same id is newer.
 * - `SeriesMissing`, `SeriesRefused`: an occurrence whose series is not there, or was refused.
 * - `NoSuchOccurrence`: the event has no such occurrence.
 */
export type RefusedReason =
  | 'Malformed'
  | 'Missing'
  | 'InvalidValue'
  | 'UnknownTimeZone'
  | 'InvalidRecurrence'
  | 'Unsupported'
  | 'TooLarge'
  | 'TooDeep'
  | 'TooMany'
  | 'Deleted'
  | 'Superseded'
  | 'SeriesMissing'
  | 'SeriesRefused'
  | 'NoSuchOccurrence'
