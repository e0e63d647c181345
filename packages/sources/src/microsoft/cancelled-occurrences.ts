import { type Json, listOf, textOf } from '../mapping/json.js'
import type { Item } from '../mapping/sketch.js'
import { dateOf } from '../mapping/times.js'
import { microsoftSource } from './microsoft-source.js'

/** What `cancelledOccurrences` of a series names: ids that end with the day on the series' own clock, `OID.AAMk.2027-03-15`. */
export const cancelledOccurrences = (json: Json): readonly Item[] =>
  listOf(json['cancelledOccurrences']).map((value, index): Item => {
    const id = textOf(value)
    const date = dateOf(id === null ? null : id.slice(-10))
    const seriesId = textOf(json['id']) ?? ''
    if (id === null || date === null) {
      const refused = {
        id: id ?? seriesId,
        reason: 'InvalidValue',
        field: `cancelledOccurrences[${index}]`,
      } as const
      return { type: 'Refused', refused }
    }
    const source = { ...microsoftSource(json), providerId: id, raw: { id } }
    return {
      type: 'Change',
      seriesId,
      change: { id, at: { type: 'Date', date }, range: 'This', fields: null, source },
    }
  })
