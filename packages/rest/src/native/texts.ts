import type { TimeZoneId as Zone } from '@kalends/core'
import { TimeZoneId } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Codec } from '../wire/index.js'
import { described, mapped, text } from '../wire/index.js'

/** An id of a user, a channel or a calendar. */
export const Id = text({ min: 1, max: 200 })

/** Any text that a path segment may hold; whether it names anything is found later. */
export const PathText = text({ min: 0 })

/** The IANA name of a time zone. A `+` that arrived as a space is one. */
export const TimeZone: Codec<Zone, string> = mapped(
  described(text({ min: 1, max: 40 }), { examples: ['Europe/Berlin'] }),
  (name) => {
    const decoded = TimeZoneId.decode(name.replaceAll(' ', '+'))
    return E.isRight(decoded)
      ? decoded
      : E.left([{ path: [], detail: 'must be the IANA name of a time zone, like Europe/Berlin' }])
  },
  (zone) => zone,
)
