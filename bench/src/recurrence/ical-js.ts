import type { Library } from './library.js'
import { withoutZone } from './library.js'
import { peer } from './peers.js'

interface Time {
  readonly toJSDate: () => Date
  readonly compare: (other: Time) => number
  readonly clone: () => Time
}

interface Exports {
  readonly Time: {
    readonly fromString: (text: string) => Time
  }
  readonly Recur: {
    readonly fromString: (text: string) => {
      readonly iterator: (start: Time) => { readonly next: () => Time | null }
    }
  }
}

/** ical.js, floating. It has no windows: it walks from the start, as its documentation says to. */
export const icalJs = async (): Promise<Library> => {
  const { Time, Recur } = await peer<Exports>('ical.js')
  const timeOf = (localMs: number): Time =>
    Time.fromString(new Date(localMs).toISOString().slice(0, 19))
  return {
    name: 'ical.js',
    clock: 'Local',
    msOf: (results) => Array.from(results, (each) => (each as Time).toJSDate().getTime()),
    open: (text) => {
      const [, start = '', rrule = ''] = /^DTSTART:(.*)\nRRULE:(.*)$/.exec(withoutZone(text)) ?? []
      const recur = Recur.fromString(rrule)
      const dtstart = Time.fromString(
        start.replace(/(....)(..)(..)T(..)(..)(..)/, '$1-$2-$3T$4:$5:$6'),
      )
      const walk = (goesOn: (time: Time, kept: readonly Time[]) => boolean, from?: Time) => {
        const kept: Time[] = [] // cloned: the iterator hands out one object again and again
        const iterator = recur.iterator(dtstart)
        for (let time = iterator.next(); time !== null; time = iterator.next()) {
          if (!goesOn(time, kept)) break
          if (from === undefined || time.compare(from) >= 0) kept.push(time.clone())
        }
        return kept
      }
      return {
        first: (count) => walk((_, kept) => kept.length < count),
        between: ({ fromLocalMs, toLocalMs }) => {
          const to = timeOf(toLocalMs)
          return walk((time) => time.compare(to) < 0, timeOf(fromLocalMs))
        },
        next: ({ fromLocalMs }) => walk((_, kept) => kept.length < 1, timeOf(fromLocalMs)),
      }
    },
  }
}
