import { toRRule } from '@kalends/core/rrule'
import * as E from 'fp-ts/lib/Either.js'
import { describe, test, vi } from 'vitest'
import { agreesWithTheOracle, knowsOnlyMondays, type Oracle } from '../src/index.js'
import { coreEngine } from './recurrence-engine.js'
import { holds, rejects } from './rejects.js'

// `LAW_RUNS` may ask for many times as much, and other tests run beside it.
vi.setConfig({ testTimeout: 600_000 })

const rrule: Oracle = (rule, start, count) => {
  const made = toRRule(rule, start)
  if (E.isLeft(made)) throw new Error(made.left.type)
  const dates = made.right.all((_, index) => index < count)
  return dates.map((date) => date.getTime())
}

const law = agreesWithTheOracle(rrule)

describe('RECUR-013 agrees with rrule where nobody disputes', () => {
  test('core', () => holds(law(coreEngine)))
  test('rejects knowsOnlyMondays', () => rejects(law(knowsOnlyMondays(coreEngine)), 500))
})
