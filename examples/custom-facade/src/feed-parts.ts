import type { CalendarService, Directory, Viewer } from '@kalends/core'

/** What a feed is made of. */
export interface FeedParts {
  readonly calendar: Pick<CalendarService, 'promises'>
  readonly directory: Directory
  /** Who asks for the calendar of `userId`; null when they may not have it. */
  readonly viewerOf: (userId: string, request: Request) => Viewer | null
}
