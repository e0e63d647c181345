import type { ImportedFields } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { ImportContext } from '../mapping/import-context.js'
import type { Refusal } from '../mapping/imported.js'
import { isJson, type Json, jsonOf, listOf, textOf } from '../mapping/json.js'
import { bodyOf, locationOf, titleOf } from '../mapping/texts.js'
import { microsoftTime } from './microsoft-time.js'

/** What an event of Graph's says that every event has. */
export const microsoftFields = (
  json: Json,
  context: ImportContext,
): E.Either<Refusal, ImportedFields> => {
  const time = microsoftTime(json, context)
  if (E.isLeft(time)) return time
  const body = jsonOf(json['body'])
  const isHtml = textOf(body['contentType'])?.toLowerCase() === 'html'
  return E.right({
    title: titleOf(textOf(json['subject'])),
    status: statusOf(json),
    time: time.right,
    location: locationOf(locationNames(json)),
    body: bodyOf(isHtml ? 'Html' : 'Plain', textOf(body['content'])),
  })
}

/** Graph has no status of its own: what may still change is shown as tentative. */
const statusOf = ({ isCancelled, showAs }: Json): ImportedFields['status'] => {
  if (isCancelled === true) return 'Cancelled'
  return showAs === 'tentative' ? 'Tentative' : 'Confirmed'
}

const locationNames = (json: Json): string | null =>
  textOf(jsonOf(json['location'])['displayName']) ??
  textOf(
    listOf(json['locations'])
      .filter(isJson)
      .flatMap((location) => textOf(location['displayName']) ?? [])
      .join('; '),
  )
