import * as t from 'io-ts'
import { TimeZoneId } from '../time/index.js'
import { nullable } from '../event/nullable.js'

/** How snapshots store a calendar's `State`. */
export const StateCodec = t.union([
  t.type({ type: t.literal('Absent') }),
  t.type({ type: t.literal('DeduplicationKey'), calendarId: t.string }),
  t.type({
    type: t.literal('Open'),
    calendar: t.type({
      id: t.string,
      owner: t.string,
      name: t.string,
      timeZone: TimeZoneId,
      provider: nullable(t.string),
      deduplicationKey: nullable(t.string),
      connection: t.keyof({ Local: null, Connected: null, Disconnected: null }),
      resetPolicy: nullable(t.string),
    }),
  }),
])
