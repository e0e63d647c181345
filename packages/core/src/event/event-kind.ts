import type { EventSource } from './event-source.js'

/** What an event is, beside being one. More may come: readers take one that they don't know for `Other`. */
export type EventKind = 'Meeting' | 'LiveSession' | 'LiveSessionSpot' | 'External' | 'Other'

/** Which spot of which training an event is about. */
export interface SpotRef {
  readonly trainingId: string
  readonly bucketId: string
  readonly spotId: string
}

/** What an event is when it is no meeting. */
export interface Classification {
  readonly kind: EventKind
  /** Null for all but spots. */
  readonly spot: SpotRef | null
}

/** Which kind an event is: a meeting unless it says otherwise, `External` when it was imported. */
export const kindOf = (event: {
  readonly kind?: EventKind
  readonly source: EventSource | null
}): EventKind => event.kind ?? (event.source === null ? 'Meeting' : 'External')
