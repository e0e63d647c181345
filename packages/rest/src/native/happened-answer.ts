import type { DomainEvent, EventTime } from '@kalends/core'
import { DomainEventCodec, printRecurrenceId, RecurrenceId } from '@kalends/core'
import { snakeCase } from '../problem/index.js'
import { isRecord } from '../wire/index.js'

/**
 * What a domain event says beside its type, in the words of this wire: names in snake_case, a time as a time slot,
 * statuses and recurrence ids as they are everywhere else. A description is as it was written.
 *
 * `series` is when the series took place then: its recurrence ids are read in its zone.
 */
export const happenedAnswer = (
  happened: DomainEvent,
  series: EventTime | null,
): Readonly<Record<string, unknown>> => {
  const encoded: unknown = DomainEventCodec.encode(happened)
  if (!isRecord(encoded)) return {}
  const { type: _type, ...fields } = encoded
  return renamed(fields, (id) => (series === null ? id : printRecurrenceId(id, series)))
}

type Print = (id: RecurrenceId) => string

const renamed = (
  fields: Readonly<Record<string, unknown>>,
  print: Print,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key === 'time' ? 'time_slot' : snakeCase(key),
      member(key, value, print),
    ]),
  )

const member = (key: string, value: unknown, print: Print): unknown => {
  switch (key) {
    case 'time':
      return isRecord(value) ? slotOf(value) : value
    case 'status':
    case 'visibility':
      return wireName(value)
    case 'body':
      return isRecord(value) ? { ...value, format: wireName(value['format']) } : value
    case 'recurrenceId':
      return printed(value, print)
    case 'recurrenceIds':
      return Array.isArray(value) ? value.map((each: unknown) => printed(each, print)) : value
    case 'raw':
    case 'extendedProperties':
      return value // a provider's own words
  }
  return nested(value, print)
}

/** Stored times are written as answers write them. */
const slotOf = ({ type, start, end, timeZone }: Readonly<Record<string, unknown>>) => ({
  start,
  end,
  time_zone: timeZone,
  all_day: type === 'AllDay',
})

const printed = (value: unknown, print: Print): unknown =>
  RecurrenceId.is(value) ? print(value) : value

const nested = (value: unknown, print: Print): unknown => {
  if (Array.isArray(value)) return value.map((each: unknown) => nested(each, print))
  return isRecord(value) ? renamed(value, print) : value
}

const wireName = (value: unknown): unknown =>
  typeof value === 'string' ? snakeCase(value).slice(1).toUpperCase() : value
