import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import type { Repeats } from '../mapping/sketch.js'
import type { Property } from './property.js'
import type { Vevent } from './vevent.js'

/** How a VEVENT repeats, its zones by IANA's names; null when it does not. Its start takes place in any case. */
export const veventRepeats = ({ all, first, zones }: Vevent): E.Either<Refusal, Repeats | null> => {
  const year = Number(first('DTSTART')?.plain.slice(0, 4))
  const lines: string[] = []
  for (const property of all) {
    if (!NAMES.has(property.name) || property.plain === '') continue
    const line = lineOf(property, (tzid) => zones(tzid, year))
    if (line === null) {
      return E.left({ reason: 'UnknownTimeZone', field: `${property.name};TZID` })
    }
    lines.push(line)
  }
  return E.right(
    lines.some((line) => !line.startsWith('EX')) ? { lines, start: 'AlwaysOccurs' } : null,
  )
}

const lineOf = (
  { name, plain, parameter }: Property,
  zoneOf: (tzid: string) => string | null,
): string | null => {
  const tzid = parameter('TZID')
  const zone = tzid === null ? null : zoneOf(tzid)
  if (tzid !== null && zone === null) return null
  const value = parameter('VALUE')?.toUpperCase() === 'PERIOD' ? ';VALUE=PERIOD' : ''
  return `${name}${value}${zone === null ? '' : `;TZID=${zone}`}:${plain}`
}

const NAMES: ReadonlySet<string> = new Set(['RRULE', 'EXRULE', 'RDATE', 'EXDATE'])
