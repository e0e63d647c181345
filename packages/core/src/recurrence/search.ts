import type { Direction } from './local-source.js'

/** Half-open, in instants; for dates and floating times in local milliseconds as if in UTC. */
export interface StartWindow {
  readonly from: number
  readonly to: number
}

/** The first `limit` of a window in a direction. */
export interface Search extends StartWindow {
  readonly direction: Direction
  readonly limit: number
}
