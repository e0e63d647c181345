/**
 * IANA's spelling of the time zone that `given` names in any case; undefined when this runtime knows none.
 *
 * Takes no codec, so what must stay small can ask here. What it accepts is said at `TimeZoneId`.
 */
export const knownTimeZone = (given: string): string | undefined => {
  if (given.length > MAX_LENGTH || !FORM.test(given)) return undefined
  const lower = given.toLowerCase()
  const name = spellings().get(lower) ?? regular(lower)
  return name !== undefined && isKnown(name) ? name : undefined
}

/** From the lower-case spelling of names to IANA's own: of those `Intl` lists, and those no rule spells. */
const spellings = (): ReadonlyMap<string, string> => {
  spellingsOnce ??= new Map(
    [...IRREGULAR.split(' '), ...Intl.supportedValuesOf('timeZone')].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  )
  return spellingsOnce
}
let spellingsOnce: ReadonlyMap<string, string> | undefined

/**
 * How IANA spells most names: `america/argentina/buenos_aires` as `America/Argentina/Buenos_Aires`.
 *
 * For what `Intl` does not list and yet knows: links, and the other side of every renaming (`Asia/Calcutta`,
 * `Asia/Kolkata`), since which of them a runtime calls canonical changes with its version.
 *
 * @see https://data.iana.org/time-zones/tzdb/backward
 */
const regular = (lower: string): string | undefined =>
  lower.length > LONGEST_ABBREVIATION && !lower.startsWith(NOT_IANA)
    ? lower
        .replace(/(?:^|[/_-])[a-z]/g, (initial) => initial.toUpperCase())
        .replace(/^Us\/|\/(?:Gmt|Uct|Utc)/, (capitals) => capitals.toUpperCase())
    : undefined

/** Remembers what `Intl` knows: asking costs 60 microseconds. Holds at most every name once. */
const isKnown = (name: string): boolean => {
  if (known.has(name)) return true
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
  } catch {
    return false
  }
  known.add(name)
  return true
}
const known = new Set<string>()

/** The one folder of `Intl` that IANA does not have. */
const NOT_IANA = 'systemv/'

/** What IANA spells otherwise, and its abbreviations: it lacks most of those that `Intl` knows (`PST`, `IST`). */
const IRREGULAR =
  'CET CST6CDT EET EST EST5EDT GB GB-Eire GMT GMT+0 GMT-0 GMT0 HST MET MST MST7MDT NZ NZ-CHAT PRC PST8PDT ROC ROK ' +
  'UCT UTC W-SU WET America/Argentina/ComodRivadavia America/Knox_IN Australia/ACT Australia/LHI Australia/NSW ' +
  'Brazil/DeNoronha Chile/EasterIsland Mexico/BajaNorte Mexico/BajaSur'
const LONGEST_ABBREVIATION = 3

/** ASCII only, so that no letter outside it can lower its case into a name. */
const FORM = /^[A-Za-z][A-Za-z0-9_+/-]*$/
const MAX_LENGTH = 40
