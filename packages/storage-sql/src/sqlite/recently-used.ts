/** Values up to a weight. Those that were not used for longest go first. */
export interface RecentlyUsed<V> {
  readonly get: (key: string) => V | undefined
  /** Keeps a value in place of the earlier one; one that is too heavy for all the room is not kept. */
  readonly keep: (key: string, value: V, weight: number) => void
  readonly forget: () => void
}

interface Weighed<V> {
  readonly value: V
  readonly weight: number
}

/** Keeps nothing yet, and never more than `room`. */
export const recentlyUsed = <V>(room: number): RecentlyUsed<V> => {
  const kept = new Map<string, Weighed<V>>()
  let total = 0

  const drop = (key: string) => {
    total -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => {
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key) // to the young end
      kept.set(key, found)
      return found.value
    },
    keep: (key, value, weight) => {
      drop(key)
      if (weight > room) return
      kept.set(key, { value, weight })
      total += weight
      for (const [oldest] of kept) {
        if (total <= room) return
        drop(oldest)
      }
    },
    forget: () => {
      kept.clear()
      total = 0
    },
  }
}
