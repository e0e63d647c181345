import { createHash } from 'node:crypto'

/** What happened in a simulation, step by step: the last lines, and a hash of all. */
export interface Trace {
  readonly note: (line: string) => void
  readonly tail: () => readonly string[]
  readonly hash: () => string
}

const KEPT = 40

/** A trace with nothing in it. */
export const newTrace = (): Trace => {
  const hash = createHash('sha256')
  const kept: string[] = []
  return {
    note: (line) => {
      hash.update(`${line}\n`)
      kept.push(line)
      if (kept.length > KEPT) kept.shift()
    },
    tail: () => [...kept],
    hash: () => hash.copy().digest('hex'),
  }
}
