import type { Instant } from '../time/index.js'

/** Somebody outside: by address, not of the directory. May hold personal data. */
export interface OutsidePerson {
  readonly email: string | null
  readonly name: string | null
}

/** A guest of an imported event, as its provider has them. May hold personal data. */
export interface OutsideAttendee extends OutsidePerson {
  readonly status: 'NeedsAction' | 'Accepted' | 'Declined' | 'Tentative'
  readonly organizer: boolean
}

/**
 * What an imported event says of where it comes from, beside what every event has.
 *
 * `providerId` and `iCalUid` are the provider's own. `updatedAt` is when the provider last changed it: what is older than
 * what is stored is stale. `raw` is what the provider sent, as JSON; it may hold personal data.
 */
export interface ImportSource {
  readonly provider: 'google' | 'microsoft' | 'icalendar' | (string & {})
  readonly providerId: string
  readonly iCalUid: string | null
  readonly createdAt: Instant | null
  readonly updatedAt: Instant | null
  /** The provider's sequence, by RFC 5546. */
  readonly sequence: number | null
  readonly htmlLink: string | null
  /** Where the call takes place, when the provider says so. */
  readonly conferenceUrl: string | null
  readonly transparency: 'Opaque' | 'Transparent'
  readonly organizer: OutsidePerson | null
  readonly creator: OutsidePerson | null
  readonly attendees: readonly OutsideAttendee[]
  readonly extendedProperties: Readonly<Record<string, unknown>> | null
  readonly raw: unknown
}
