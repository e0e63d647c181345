import type { Folded, Learned, Memory } from '../steps/memory.js'

/** A memory that learns, forgets what was not used lately, and can forget all. */
export interface Remembered extends Memory {
  readonly learn: (learned: Learned) => void
  readonly forget: () => void
}

const MOST_LANES = 200_000

/** Remembers folded streams up to `weight` bytes of their domain events. */
export const remembered = (weight: number): Remembered => {
  const streams = new Map<string, Folded>()
  const lanes = new Set<string>()
  let total = 0

  const drop = (key: string) => {
    total -= streams.get(key)?.weight ?? 0
    streams.delete(key)
  }
  const keep = (folded: Folded) => {
    drop(folded.key)
    if (folded.weight > weight) return
    streams.set(folded.key, folded)
    total += folded.weight
    for (const [key] of streams) {
      if (total <= weight) return
      drop(key)
    }
  }
  return {
    folded: (key) => {
      const found = streams.get(key)
      if (found === undefined) return undefined
      streams.delete(key) // to the young end
      streams.set(key, found)
      return found
    },
    hasLane: (key) => lanes.has(key),
    learn: (learned) => {
      for (const folded of learned.folded) keep(folded)
      if (lanes.size > MOST_LANES) lanes.clear()
      for (const key of learned.lanes) lanes.add(key)
    },
    forget: () => {
      streams.clear()
      lanes.clear()
      total = 0
    },
  }
}

/** What is learned inside a transaction, over what is known outside of it. */
export const overlay = (base: Memory): Memory & Pick<Remembered, 'learn'> => {
  const streams = new Map<string, Folded>()
  const lanes = new Set<string>()
  return {
    folded: (key) => streams.get(key) ?? base.folded(key),
    hasLane: (key) => lanes.has(key) || base.hasLane(key),
    learn: (learned) => {
      for (const folded of learned.folded) streams.set(folded.key, folded)
      for (const key of learned.lanes) lanes.add(key)
    },
  }
}
