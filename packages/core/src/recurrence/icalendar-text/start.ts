import { zoneOf } from '../../time/zone.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from '../either.js'
import type { RecurrenceStart } from '../recurrence-set.js'
import type { RecurrenceRejection } from '../rejection.js'
import { faulty } from '../rule-text/refusals.js'
import { timeZoneNamed } from '../rule-text/time-zone.js'
import type { Moment } from './moment.js'

/** What DTSTART says all times of the set are. A UTC time with a TZID becomes a time of that zone. */
export const startAt = ({
  stamp,
  timeZone,
}: Moment): Either<RecurrenceRejection, RecurrenceStart> => {
  switch (stamp.type) {
    case 'Date':
      return right({ type: 'Date', day: stamp.day })
    case 'Local':
      return right(
        timeZone === null
          ? { type: 'Floating', localSeconds: stamp.localSeconds }
          : { type: 'Zoned', localSeconds: stamp.localSeconds, timeZone },
      )
    case 'Utc': {
      const zone = timeZone ?? timeZoneNamed('UTC')
      if (zone === undefined) return left(faulty('Unsupported', 'TZID', 'UTC'))
      const localSeconds = zoneOf(zone).localMsOf(stamp.epochSeconds * 1000) / 1000
      return right({ type: 'Zoned', localSeconds, timeZone: zone })
    }
  }
}
