import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import type { EventTime } from '../event/index.js'
import { TimeZoneId, UTC } from '../time/index.js'
import { sameEdges } from './same-edges.js'

const berlin = E.getOrElse(() => UTC)(TimeZoneId.decode('Europe/Berlin'))
const timed: EventTime = { type: 'Timed', start: 1, end: 2, timeZone: UTC }

test('two times have the same edges when they begin and end together, whatever their zones', () => {
  expect(sameEdges(timed, { ...timed, timeZone: berlin })).toBe(true)
  expect(sameEdges(timed, { ...timed, start: 0 })).toBe(false)
  expect(sameEdges(timed, { ...timed, end: 3 })).toBe(false)
})
