import type { ImportContext } from './import-context.js'

/** Where an item stood among the others, and for whom it is mapped. */
export interface PlacedItem {
  readonly index: number
  readonly context: ImportContext
}
