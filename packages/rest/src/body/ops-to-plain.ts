import type { InsertOp } from './read-op.js'

/**
 * The text that a document inserts; an image or a video is its address, a formula its source.
 *
 * The line break that ends every Delta document is left out.
 */
export const opsToPlain = (ops: readonly InsertOp[]): string =>
  ops.map(textOf).join('').replace(/\n$/, '')

const textOf = ({ insert }: InsertOp): string =>
  typeof insert === 'string' ? insert : Object.values(insert).map(String).join('')
