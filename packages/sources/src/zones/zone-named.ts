import { TimeZoneId, UTC } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { windowsZones } from './windows-zones.js'

/**
 * The zone that a provider's name means; null when it means none.
 *
 * Takes IANA's names, also at the end of a path (`/example.org/2027a/Europe/Berlin`), those of Windows (`Pacific Standard
 * Time`), and offsets in whole hours (`GMT-05:00`). Ignores case.
 */
export const zoneNamed = (name: string): TimeZoneId | null => {
  if (name.length > MAX_LENGTH) return null
  const plain = name
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^tzone:\/\/Microsoft\//i, '')
  if (/^(z|utc)$/i.test(plain)) return UTC
  return (
    known(plain) ??
    known(windowsZones().get(plain.toLowerCase())) ??
    atTheEnd(plain) ??
    ofOffset(plain)
  )
}

const known = (name: string | undefined): TimeZoneId | null => {
  const zone = TimeZoneId.decode(name)
  return E.isLeft(zone) ? null : zone.right
}

const atTheEnd = (path: string): TimeZoneId | null => {
  const names = path.split('/')
  // One name alone says too little: `/example.org/EST`.
  return known(names.slice(-3).join('/')) ?? known(names.slice(-2).join('/'))
}

/** `Etc/GMT+5` is five hours west: the sign is the other way round. */
const ofOffset = (text: string): TimeZoneId | null => {
  const form = /^(?:GMT|UTC)([+-])0?(\d{1,2})(?::?00)?$/i.exec(text)
  if (form === null) return null
  const [, sign, hours] = form
  return hours === '0' ? UTC : known(`Etc/GMT${sign === '+' ? '-' : '+'}${hours}`)
}

const MAX_LENGTH = 200
