import type { ImportContext } from '../mapping/import-context.js'
import type { Property } from './property.js'
import type { ZoneFinder } from './zone-finder.js'

/** A VEVENT whose lines are read, and what its times are read by. */
export interface Vevent {
  /** The first property of that name; null when there is none. */
  readonly first: (name: string) => Property | null
  readonly all: readonly Property[]
  /** METHOD of its calendar. */
  readonly method: string | null
  /** As it was. */
  readonly raw: unknown
  readonly zones: ZoneFinder
  readonly context: ImportContext
}

/** Where a component stood among the others, and what it is read by. */
export interface VeventPlace {
  readonly index: number
  readonly zones: ZoneFinder
  readonly context: ImportContext
}
