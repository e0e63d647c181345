import { legacyTimeZones } from './legacy-time-zones.js'

/**
 * IANA's spelling of the time zone that `given` names in any case; undefined when this runtime knows none.
 *
 * Takes no codec, so what must stay small can ask here. What it accepts is said at `TimeZoneId`.
 */
export const knownTimeZone = (given: string): string | undefined => {
  if (given.length > MAX_LENGTH || !FORM.test(given)) return undefined
  const name = spellings().get(given.toLowerCase())
  return name !== undefined && isKnown(name) ? name : undefined
}

/** From the lower-case spelling of every name that may be known to IANA's own. */
const spellings = (): ReadonlyMap<string, string> => {
  spellingsOnce ??= new Map(
    [...legacyTimeZones, ...Intl.supportedValuesOf('timeZone'), 'UTC'].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  )
  return spellingsOnce
}
let spellingsOnce: ReadonlyMap<string, string> | undefined

/** Remembers what `Intl` answered: asking costs 60 microseconds. Holds at most every spelling once. */
const isKnown = (name: string): boolean => {
  const remembered = answers.get(name)
  if (remembered !== undefined) return remembered
  const answer = intlKnows(name)
  answers.set(name, answer)
  return answer
}
const answers = new Map<string, boolean>()

const intlKnows = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** ASCII only, so that no letter outside it can lower its case into a name. */
const FORM = /^[A-Za-z][A-Za-z0-9_+/-]*$/
const MAX_LENGTH = 40
