import type { CalendarEvent, Viewer } from '@kalends/core'
import type { Random } from './random.js'

/** What a client may choose from. */
export interface Choosing {
  readonly viewer: Viewer
  readonly random: Random
  readonly events: readonly CalendarEvent[]
  readonly commandId: string
}
