/** The bounds of what one event may hold. Lengths count code points. */
export interface EventLimits {
  readonly titleLength: number
  readonly locationLength: number
  readonly commentLength: number
  readonly bodyLength: number
  readonly attachments: number
  /** Distinct users listed in one command; the organizer is not counted. */
  readonly listedUsers: number
  /** Distinct channels listed in one command. */
  readonly listedChannels: number
  /** Changed and cancelled occurrences of one series, and single ones that one participant answered. */
  readonly overrides: number
  /** Characters of all recurrence lines of one series together. */
  readonly recurrenceLength: number
  /** Occurrences of one series in a day of its clock. */
  readonly occurrencesInADay: number
  /** Guests outside that an imported event, or one of its occurrences, may have. */
  readonly outsideAttendees: number
  /** Characters and values of all that an imported event brings as JSON, its occurrences' included. */
  readonly rawLength: number
  /** Occurrences of one series that take place at one time, since they last longer than they are apart. */
  readonly occurrencesAtOnce: number
  /** Periods examined to find out whether a recurrence is affordable. */
  readonly recurrenceBudget: number
}

/** What holds unless an embedder says otherwise. */
export const defaultLimits: EventLimits = {
  titleLength: 200,
  locationLength: 1000,
  commentLength: 1000,
  bodyLength: 1_048_576,
  attachments: 20,
  listedUsers: 500,
  listedChannels: 10,
  overrides: 1000,
  recurrenceLength: 32_768,
  occurrencesInADay: 24,
  occurrencesAtOnce: 1000,
  outsideAttendees: 1000,
  rawLength: 16_777_216,
  recurrenceBudget: 10_000,
}
