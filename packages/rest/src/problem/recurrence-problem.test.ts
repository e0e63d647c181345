import type { RecurrenceRefusal } from '@kalends/core'
import { expect, test } from 'vitest'
import { recurrenceProblem } from './recurrence-problem.js'

test('recurrenceProblem: every refusal is told by the part that is at fault', () => {
  const refusals: readonly (readonly [RecurrenceRefusal, string])[] = [
    [{ type: 'MissingPart', part: 'FREQ' }, 'FREQ: is required'],
    [{ type: 'UnknownPart', part: 'COLOR' }, '"COLOR": is not a known part'],
    [{ type: 'RepeatedPart', part: 'RRULE' }, 'RRULE: must not be given twice'],
    [
      { type: 'InvalidValue', part: 'FREQ', value: 'X' },
      'FREQ: "X" is not of the form it must have',
    ],
    [{ type: 'OutOfRange', part: 'BYMONTH', value: '13' }, 'BYMONTH: "13" is out of range'],
    [
      { type: 'NotAllowedWith', part: 'COUNT', other: 'UNTIL' },
      'COUNT: must not be given with UNTIL',
    ],
    [{ type: 'TooLong', part: 'recurrence', limit: 9 }, 'recurrence: is too long, at most 9'],
    [{ type: 'Unsupported', part: 'RSCALE', value: 'X' }, 'RSCALE: "X" is not supported'],
    [{ type: 'NeverOccurs' }, 'It never occurs'],
    [{ type: 'BudgetExceeded', periods: 9 }, 'It is too costly to expand'],
    [{ type: 'StartOffRule' }, 'Its first occurrence must be the start of the event'],
    [{ type: 'TooManyInADay', limit: 24 }, 'It must not have more than 24 occurrences in a day'],
  ]
  for (const [refusal, detail] of refusals) {
    expect(recurrenceProblem(refusal)).toEqual({
      code: 'INVALID_RECURRENCE',
      detail,
      errors: [{ pointer: '/recurrence', detail }],
    })
  }
})

test('recurrenceProblem: fractions are the fault of the time slot', () => {
  expect(recurrenceProblem({ type: 'FractionalSeconds' }).errors?.[0]?.pointer).toBe('/time_slot')
})

test("recurrenceProblem: a caller's text comes back short and well-formed", () => {
  const { detail = '' } = recurrenceProblem({ type: 'UnknownPart', part: '\ud800'.repeat(500) })

  expect(detail.isWellFormed()).toBe(true)
  expect(detail.length).toBeLessThan(200)
})
