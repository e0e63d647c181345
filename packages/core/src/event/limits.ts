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
}
