import type { ParticipationRow, ParticipationStatus } from '@kalends/core'

/** What a lane says of the rows in it. */
export interface Lane {
  readonly listing: ParticipationRow['listing']
  readonly time: ParticipationRow['time']
  readonly status: ParticipationStatus
  readonly durationClass: number
}

/** A list, and one kind of time: what a listing asks for, whatever the answer and the duration. */
export type Track = Pick<Lane, 'listing' | 'time'>

const CLASSES = 32
const STATUSES = ['NeedsAction', 'Accepted', 'Declined', 'Tentative'] as const
const LISTINGS = { Active: 0, Cancelled: 1, None: 2 } as const
const TIMES = { Timed: 0, AllDay: 1 } as const
// Series came later: behind all lanes of single events, whose numbers stand in databases.
const FIRST_OF_SERIES = 6

/**
 * The lane of a row as one number: which list it is in, its kind of time, its answer, its duration class.
 *
 * Rows of one lane are one range of the only index that listings need: a filter by answer leaves lanes out.
 */
export const laneOf = ({ listing, time, status, durationClass }: Lane): number =>
  firstLane({ listing, time }) + STATUSES.indexOf(status) * CLASSES + durationClass

/** The lowest lane of a track. */
export const firstLane = (track: Track): number => trackNumber(track) * STATUSES.length * CLASSES

const trackNumber = ({ listing, time }: Track): number =>
  time === 'Series' ? FIRST_OF_SERIES + LISTINGS[listing] : LISTINGS[listing] * 2 + TIMES[time]

/** The highest lane of a track. */
export const lastLane = (track: Track): number => firstLane(track) + STATUSES.length * CLASSES - 1

/** The duration class of a lane. */
export const classOfLane = (lane: number): number => lane % CLASSES

/** The answer of a lane. */
export const statusOfLane = (lane: number): ParticipationStatus =>
  STATUSES[Math.floor(lane / CLASSES) % STATUSES.length] ?? 'NeedsAction'
