import cldr from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' }

/**
 * The IANA zones of Windows' zone names, in lower case, in CLDR's order: for each the one that stands for the whole
 * world, whatever the territory.
 *
 * @see https://www.unicode.org/reports/tr35/tr35-dates.html#windowsZones
 */
export const windowsZones = (): ReadonlyMap<string, string> => (zones ??= read())

let zones: ReadonlyMap<string, string> | undefined

const read = (): ReadonlyMap<string, string> =>
  new Map(
    cldr.supplemental.windowsZones.mapTimezones
      .map(({ mapZone }) => mapZone)
      .filter((zone) => zone._territory === WORLD)
      .map((zone) => [zone._other.toLowerCase(), zone._type]),
  )

const WORLD = '001'
