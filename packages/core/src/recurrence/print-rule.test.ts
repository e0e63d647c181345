import { describe, expect, it } from 'vitest'
import { parseRule } from './parse-rule.js'
import { printRule } from './print-rule.js'

const printed = (text: string) => {
  const rule = parseRule(text, { mode: 'strict', start: null })
  return rule._tag === 'Right' ? printRule(rule.right) : rule.left
}

describe('printRule', () => {
  it('prints the parts in one order and leaves the defaults out', () => {
    expect(printed('WKST=MO;BYDAY=MO;COUNT=3;INTERVAL=1;BYMONTH=2,1;FREQ=YEARLY')).toBe(
      'FREQ=YEARLY;COUNT=3;BYMONTH=2,1;BYDAY=MO',
    )
  })

  it('names the Gregorian calendar only where SKIP needs it', () => {
    expect(printed('RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT')).toBe('FREQ=MONTHLY')
    expect(printed('RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD')).toBe(
      'FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD',
    )
  })

  it('prints four digits of a year', () => {
    expect(printed('FREQ=DAILY;UNTIL=00010101')).toBe('FREQ=DAILY;UNTIL=00010101')
  })
})
