import type { Library } from './library.js'
import { peer } from './peers.js'

interface ZonedDateTime {
  readonly epochMilliseconds: number
}

interface RRuleTemporal {
  readonly all: (iterator: (date: ZonedDateTime, index: number) => boolean) => ZonedDateTime[]
  readonly between: (after: Date, before: Date, inclusive: boolean) => ZonedDateTime[]
  readonly next: (after: Date, inclusive: boolean) => ZonedDateTime | null
}

interface Exports {
  readonly RRuleTemporal: new (options: {
    readonly rruleString: string
    readonly cache: boolean
  }) => RRuleTemporal
}

/** rrule-temporal, its memory of `all` off, with the Temporal that it brings. */
export const rruleTemporal = async (): Promise<Library> => {
  const { RRuleTemporal } = await peer<Exports>('rrule-temporal')
  return {
    name: 'rrule-temporal',
    clock: 'Instant',
    msOf: (results) => Array.from(results, (each) => (each as ZonedDateTime).epochMilliseconds),
    open: (text) => {
      const rule = new RRuleTemporal({ rruleString: text, cache: false })
      return {
        first: (count) => rule.all((_, index) => index < count),
        between: ({ fromMs, toMs }) => rule.between(new Date(fromMs), new Date(toMs - 1), true),
        next: ({ fromMs }) => {
          const found = rule.next(new Date(fromMs), true)
          return found === null ? [] : [found]
        },
      }
    },
  }
}
