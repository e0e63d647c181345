import * as E from 'fp-ts/lib/Either.js'
import { idOf } from '../mapping/id-of.js'
import type { Refusal } from '../mapping/imported.js'
import { isJson, type Json, textOf } from '../mapping/json.js'
import type { PlacedItem } from '../mapping/placed-item.js'
import { rawOf } from '../mapping/raw.js'
import type { Item } from '../mapping/sketch.js'
import { googleFields } from './google-fields.js'
import { googleRepeats } from './google-repeats.js'
import { googleSource } from './google-source.js'
import { googleMoment } from './google-time.js'

/** What one item of Google's is: an event, a series, or a changed or cancelled instance. */
export const googleItem = (item: unknown, { index, context }: PlacedItem): Item => {
  const raw = rawOf(item)
  const json = E.isRight(raw) && isJson(raw.right) ? raw.right : null
  const id = idOf(item)
  const refused = (refusal: Refusal): Item => ({
    type: 'Refused',
    refused: { id: id ?? `#${index}`, ...refusal },
  })
  if (E.isLeft(raw)) return refused(raw.left)
  if (json === null) return refused({ reason: 'Malformed', field: null })
  if (id === null) return refused({ reason: 'Missing', field: 'id' })
  const mapped =
    textOf(json['recurringEventId']) === null ? eventOf(json, context) : instanceOf(json, context)
  return E.isLeft(mapped) ? refused(mapped.left) : mapped.right
}

type Context = PlacedItem['context']
type Mapped = E.Either<Refusal, Item>

const eventOf = (json: Json, context: Context): Mapped => {
  if (isTombstone(json)) return E.left({ reason: 'Deleted', field: null })
  const fields = googleFields(json, context)
  if (E.isLeft(fields)) return fields
  const repeats = googleRepeats(json)
  if (E.isLeft(repeats)) return repeats
  const source = googleSource(json)
  return E.right({
    type: 'CalendarEvent',
    sketch: { ...fields.right, source, repeats: repeats.right },
  })
}

const instanceOf = (json: Json, context: Context): Mapped => {
  const at = googleMoment(json, 'originalStartTime', context)
  if (E.isLeft(at)) return at
  if (at.right === null) return E.left({ reason: 'Missing', field: 'originalStartTime' })
  const fields = isTombstone(json) ? E.right(null) : googleFields(json, context)
  if (E.isLeft(fields)) return fields
  const source = googleSource(json)
  return E.right({
    type: 'Change',
    seriesId: textOf(json['recurringEventId']) ?? '',
    change: { id: source.providerId, at: at.right, range: 'This', fields: fields.right, source },
  })
}

/** Of what was deleted Google keeps little more than the id. */
const isTombstone = (json: Json): boolean =>
  json['status'] === 'cancelled' && json['start'] === undefined
