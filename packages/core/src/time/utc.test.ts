import { expect, test } from 'vitest'
import { TimeZoneId } from './time-zone-id.js'
import { isUtc } from './utc.js'

const isUtcName = (id: string) => TimeZoneId.is(id) && isUtc(id)

test.each(['UTC', 'UCT', 'Zulu', 'Universal', 'Etc/UTC', 'Etc/UCT', 'Etc/Zulu', 'Etc/Universal'])(
  '%s is UTC',
  (id) => expect(isUtcName(id)).toBe(true),
)

test.each(['GMT', 'Etc/GMT', 'Greenwich', 'Europe/London', 'Africa/Abidjan'])('%s is not', (id) =>
  expect(isUtcName(id)).toBe(false),
)
