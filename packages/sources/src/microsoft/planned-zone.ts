import { type Json, jsonOf, textOf } from '../mapping/json.js'

/**
 * The name of the zone that an event is planned in, which need not be the one its times are given in: Graph gives those in UTC
 * unless asked otherwise. That of its recurrence, else that it was created in, else that of its start.
 */
export const plannedZone = (json: Json): string | null => {
  const range = jsonOf(jsonOf(json['recurrence'])['range'])
  return (
    textOf(range['recurrenceTimeZone']) ??
    textOf(json['originalStartTimeZone']) ??
    textOf(jsonOf(json['start'])['timeZone'])
  )
}
