import * as E from 'fp-ts/lib/Either.js'
import { idOf } from '../mapping/id-of.js'
import type { Refusal } from '../mapping/imported.js'
import { isJson, type Json, listOf, textOf } from '../mapping/json.js'
import type { PlacedItem } from '../mapping/placed-item.js'
import { rawOf } from '../mapping/raw.js'
import type { Item } from '../mapping/sketch.js'
import { cancelledOccurrences } from './cancelled-occurrences.js'
import { microsoftFields } from './microsoft-fields.js'
import { microsoftRepeats } from './microsoft-repeats.js'
import { microsoftSource } from './microsoft-source.js'
import { originalStart } from './original-start.js'

/** What one event of Graph's is, and what it brings with it: a series has its exceptions and cancelled occurrences. */
export const microsoftItems = (item: unknown, place: PlacedItem): readonly Item[] => {
  const raw = rawOf(item)
  const id = idOf(item)
  const refused = (refusal: Refusal): readonly Item[] => [
    { type: 'Refused', refused: { id: id ?? `#${place.index}`, ...refusal } },
  ]
  if (E.isLeft(raw)) return refused(raw.left)
  const json = raw.right
  if (!isJson(json)) return refused({ reason: 'Malformed', field: null })
  if (id === null) return refused({ reason: 'Missing', field: 'id' })
  if (json['@removed'] !== undefined) return refused({ reason: 'Deleted', field: null })
  const mapped = isOfSeries(json) ? occurrenceOf(json, place) : eventOf(json, place)
  if (E.isLeft(mapped)) return refused(mapped.left)
  return [mapped.right, ...broughtAlong(json, place)]
}

type Mapped = E.Either<Refusal, Item>

const isOfSeries = ({ type }: Json): boolean => type === 'occurrence' || type === 'exception'

const eventOf = (json: Json, { context }: PlacedItem): Mapped => {
  const repeats = microsoftRepeats(json)
  if (E.isLeft(repeats)) return repeats
  const fields = microsoftFields(json, context)
  if (E.isLeft(fields)) return fields
  const source = microsoftSource(json)
  return E.right({
    type: 'CalendarEvent',
    sketch: { ...fields.right, source, repeats: repeats.right },
  })
}

const occurrenceOf = (json: Json, { context }: PlacedItem): Mapped => {
  const fields = microsoftFields(json, context)
  if (E.isLeft(fields)) return fields
  const at = originalStart(json, fields.right.time)
  if (E.isLeft(at)) return at
  const seriesId = textOf(json['seriesMasterId'])
  if (seriesId === null) return E.left({ reason: 'Missing', field: 'seriesMasterId' })
  const source = microsoftSource(json)
  return E.right({
    type: json['type'] === 'occurrence' ? 'Occurrence' : 'Change',
    seriesId,
    change: { id: source.providerId, at: at.right, range: 'This', fields: fields.right, source },
  })
}

const broughtAlong = (json: Json, place: PlacedItem): readonly Item[] => [
  ...listOf(json['exceptionOccurrences']).flatMap((exception) =>
    microsoftItems(
      isJson(exception)
        ? {
            type: 'exception',
            seriesMasterId: json['id'],
            ...exception,
            exceptionOccurrences: null,
          }
        : exception,
      place,
    ),
  ),
  ...cancelledOccurrences(json),
]
