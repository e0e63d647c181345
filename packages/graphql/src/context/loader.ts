import DataLoader from 'dataloader'

/** Values by their keys: asked for one by one, loaded many at once. */
export interface Loader<K, V> {
  /** What is known is given at once: a promise for every value of a page costs more than the page. */
  readonly load: (key: K) => V | Promise<V>
  /** Loads what will be asked for, in one call. What cannot be loaded fails when it is asked for. */
  readonly prime: (keys: readonly K[]) => Promise<void>
  /** Takes what was just changed from now on. */
  readonly know: (key: K, value: V) => void
}

/** Gives a value for each key, in their order. */
export type LoadAll<K, V> = (keys: readonly K[]) => Promise<readonly V[]>

/** A loader of one request. `nameOf` is the same for the same key. */
export const newLoader = <K, V extends object | string | null>(
  loadAll: LoadAll<K, V>,
  nameOf: (key: K) => string,
): Loader<K, V> => {
  const known = new Map<string, V>()
  const loadAndKeep = async (keys: readonly K[]): Promise<readonly V[]> => {
    const values = await loadAll(keys)
    values.forEach((value, index) => {
      const key = keys[index]
      if (key !== undefined) known.set(nameOf(key), value)
    })
    return values
  }
  const loader = new DataLoader<K, V, string>(loadAndKeep, { cacheKeyFn: nameOf })
  return {
    load: (key) => {
      const value = known.get(nameOf(key))
      return value === undefined ? loader.load(key) : value
    },
    prime: async (keys) => {
      const missing = new Map(keys.map((key) => [nameOf(key), key]))
      for (const name of known.keys()) missing.delete(name)
      if (missing.size > 0) await loadAndKeep([...missing.values()]).catch(() => undefined)
    },
    know: (key, value) => {
      known.set(nameOf(key), value)
    },
  }
}
