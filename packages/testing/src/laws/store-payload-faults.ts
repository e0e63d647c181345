import { mappingEvents } from './mapping-events.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

const retitling = (change: (text: string) => string): StoreFault =>
  faulty((store) => ({
    append: (append) =>
      store.append({
        ...append,
        streams: mappingEvents(append.streams, ({ eventId, happened }) => ({
          eventId,
          happened:
            'title' in happened && happened.type === 'Created'
              ? { ...happened, title: change(happened.title) }
              : happened,
        })),
      }),
  }))

/** Writes what looks the same the same. STORE-021 must reject it. */
export const normalizesText: StoreFault = retitling((text) => text.normalize('NFC'))

/** Ends texts where C does. STORE-021 must reject it. */
export const endsAtZero: StoreFault = retitling((text) => text.split('\0')[0] ?? '')
