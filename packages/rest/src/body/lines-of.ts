import type { Attributes } from './delta-attributes.js'
import type { InsertOp } from './read-op.js'

/** A line of a document: what it shows, and the attributes of the line break that ends it. */
export interface Line {
  readonly ops: readonly InsertOp[]
  readonly block: Attributes
}

/** Parts a document at its line breaks. What follows the last one is a line too. */
export const linesOf = (ops: readonly InsertOp[]): readonly Line[] => {
  const lines: Line[] = []
  let current: InsertOp[] = []
  for (const op of ops) {
    if (typeof op.insert !== 'string') {
      current.push(op)
      continue
    }
    const [first = '', ...rest] = op.insert.split('\n')
    if (first !== '') current.push({ ...op, insert: first })
    for (const text of rest) {
      lines.push({ ops: current, block: op.attributes ?? {} })
      current = text === '' ? [] : [{ ...op, insert: text }]
    }
  }
  return current.length === 0 ? lines : [...lines, { ops: current, block: {} }]
}
