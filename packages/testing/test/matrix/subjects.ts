import { memoryStore } from '@kalends/storage-memory'
import type { OpenStore, StoreUnderTest } from '../../src/index.js'
import { created, newEvent, onStream, recording, retitled, succeed } from '../../src/index.js'

/** A millisecond later every fourth time that it is looked at: many stamps are the same. */
const countingClock = () => {
  const state = { now: 0 }
  return { now: () => Math.floor((state.now += 1) / 4) }
}

/** A store in memory that can do what memory can only pretend, so that every law has something to ask. */
export const versatileMemory: OpenStore = () => {
  const store = memoryStore({ clock: countingClock() })
  const opened: StoreUnderTest = { store, close: () => Promise.resolve() }
  return Promise.resolve({
    ...opened,
    reopen: () => Promise.resolve(opened),
    share: () => Promise.resolve(opened),
    hold: (append) => {
      const commit = async () => {
        await succeed(store.append(append))
      }
      return Promise.resolve({ commit })
    },
    fixtures: [{ name: 'yesterday', open: filled }],
  })
}

const filled: OpenStore = async () => {
  const store = memoryStore({ clock: countingClock() })
  const events = [newEvent(created('a'), 1), newEvent(retitled('b'), 2)]
  await succeed(store.append(recording('yesterday', [onStream('a', events)])))
  return { store, close: () => Promise.resolve() }
}
