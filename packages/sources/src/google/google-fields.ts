import type { ImportedFields } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { ImportContext } from '../mapping/import-context.js'
import type { Refusal } from '../mapping/imported.js'
import { type Json, textOf } from '../mapping/json.js'
import { bodyOf, locationOf, titleOf } from '../mapping/texts.js'
import { timeBetween, zoneFrom } from '../mapping/times.js'
import { googleMoment } from './google-time.js'

/** What an item of Google's says that every event has. */
export const googleFields = (
  json: Json,
  context: ImportContext,
): E.Either<Refusal, ImportedFields> => {
  const start = googleMoment(json, 'start', context)
  if (E.isLeft(start)) return start
  if (start.right === null) return E.left({ reason: 'Missing', field: 'start' })
  const end = googleMoment(json, 'end', context)
  if (E.isLeft(end)) return end
  const zone = zoneFrom(null, { field: 'timeZone', otherwise: context.timeZone })
  if (E.isLeft(zone)) return zone
  const time = timeBetween(start.right, end.right, zone.right)
  if (E.isLeft(time)) return time
  const description = textOf(json['description'])
  return E.right({
    title: titleOf(textOf(json['summary'])),
    status: statusOf(json['status']),
    time: time.right,
    location: locationOf(textOf(json['location'])),
    body: bodyOf(
      description !== null && LOOKS_LIKE_HTML.test(description) ? 'Html' : 'Plain',
      description,
    ),
  })
}

const statusOf = (status: unknown): ImportedFields['status'] => {
  if (status === 'cancelled') return 'Cancelled'
  return status === 'tentative' ? 'Tentative' : 'Confirmed'
}

/** A tag or a character reference. The API does not say which format a description has. */
const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]{0,500}>|&(?:#\d{1,7}|[a-z]{2,8});/i
