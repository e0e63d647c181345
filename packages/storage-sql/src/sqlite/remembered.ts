import type { Folded, Learned, Memory } from '../steps/memory.js'
import { recentlyUsed } from './recently-used.js'

/** A memory that learns, forgets what was not used lately, and can forget all. */
export interface Remembered extends Memory {
  readonly learn: (learned: Learned) => void
  readonly forget: () => void
}

const MOST_LANES = 200_000

/** Remembers folded streams up to `weight` bytes of their domain events. */
export const remembered = (weight: number): Remembered => {
  const streams = recentlyUsed<Folded>(weight)
  const lanes = new Set<string>()
  return {
    folded: streams.get,
    hasLane: (key) => lanes.has(key),
    learn: (learned) => {
      for (const folded of learned.folded) streams.keep(folded.key, folded, folded.weight)
      if (lanes.size > MOST_LANES) lanes.clear()
      for (const key of learned.lanes) lanes.add(key)
    },
    forget: () => {
      streams.forget()
      lanes.clear()
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
