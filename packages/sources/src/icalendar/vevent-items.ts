import * as E from 'fp-ts/lib/Either.js'
import type { Refusal } from '../mapping/imported.js'
import { rawOf } from '../mapping/raw.js'
import type { Item } from '../mapping/sketch.js'
import type { Component } from './components.js'
import { type Property, propertyOf } from './property.js'
import type { Vevent, VeventPlace } from './vevent.js'
import { veventFields } from './vevent-fields.js'
import { veventRepeats } from './vevent-repeats.js'
import { veventSource } from './vevent-source.js'
import { veventMoment } from './vevent-time.js'

/** What one VEVENT is, an event or a change to its series, and each line of it that cannot be read. */
export const veventItems = (component: Component, place: VeventPlace): readonly Item[] => {
  const raw = rawOf(component.text)
  const problem = component.problem ?? (E.isLeft(raw) ? raw.left : null)
  const { properties, unread } = propertiesOf(component)
  const uid = properties.find(({ name }) => name === 'UID')?.text.trim() ?? ''
  const refused = (refusal: Refusal): Item => ({
    type: 'Refused',
    refused: { id: uid === '' ? `#${place.index}` : uid, ...refusal },
  })
  if (problem !== null) return [refused(problem)]
  const lines = unread.map((field) => refused({ reason: 'Malformed', field }))
  if (uid === '') return [...lines, refused({ reason: 'Missing', field: 'UID' })]
  const vevent: Vevent = {
    all: properties,
    first: (name) => properties.find((property) => property.name === name) ?? null,
    method: component.method,
    raw: E.isRight(raw) ? raw.right : null,
    zones: place.zones,
    context: place.context,
  }
  const recurrenceId = vevent.first('RECURRENCE-ID')
  const mapped = recurrenceId === null ? eventOf(vevent, uid) : changeOf(vevent, recurrenceId, uid)
  return E.isLeft(mapped) ? [...lines, refused(mapped.left)] : [...lines, ...mapped.right]
}

type Mapped = E.Either<Refusal, readonly Item[]>

const eventOf = (vevent: Vevent, uid: string): Mapped => {
  const fields = veventFields(vevent)
  if (E.isLeft(fields)) return fields
  const repeats = veventRepeats(vevent)
  if (E.isLeft(repeats)) return repeats
  const source = veventSource(vevent, { providerId: uid, iCalUid: uid })
  return E.right([
    { type: 'CalendarEvent', sketch: { ...fields.right, source, repeats: repeats.right } },
  ])
}

const changeOf = (vevent: Vevent, recurrenceId: Property, uid: string): Mapped => {
  const at = veventMoment(recurrenceId, vevent)
  if (E.isLeft(at)) return at
  const fields = isBareCancellation(vevent) ? E.right(null) : veventFields(vevent)
  if (E.isLeft(fields)) return fields
  const id = `${uid}_${recurrenceId.plain}`
  const range = recurrenceId.parameter('RANGE')?.toUpperCase() ?? null
  const source = veventSource(vevent, { providerId: id, iCalUid: uid })
  return E.right([
    {
      type: 'Change',
      seriesId: uid,
      change: {
        id,
        at: at.right,
        range: range === 'THISANDFUTURE' ? 'ThisAndFuture' : 'This',
        fields: fields.right,
        source,
      },
    },
    ...(range === null || range === 'THISANDFUTURE' ? [] : [unsupportedRange(id)]),
  ])
}

const unsupportedRange = (id: string): Item => ({
  type: 'Refused',
  refused: { id, reason: 'Unsupported', field: 'RANGE' },
})

const isBareCancellation = ({ first, method }: Vevent): boolean =>
  first('DTSTART') === null &&
  (method === 'CANCEL' || first('STATUS')?.text.toUpperCase() === 'CANCELLED')

const propertiesOf = ({
  lines,
}: Component): { readonly properties: readonly Property[]; readonly unread: readonly string[] } => {
  const properties: Property[] = []
  const unread: string[] = []
  for (const line of lines) {
    const property = propertyOf(line)
    if (property === null) unread.push((/^[^:;]*/.exec(line)?.[0] ?? '').slice(0, 100))
    else properties.push(property)
  }
  return { properties, unread }
}
