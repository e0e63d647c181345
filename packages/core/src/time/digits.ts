/**
 * The number written in the `count` characters of `text` from `at`.
 *
 * Assumes they are ASCII digits: check the form first. Allocates nothing.
 */
export const digitsAt = (text: string, at: number, count: number): number => {
  let value = 0
  for (let i = at; i < at + count; i += 1) value = value * 10 + text.charCodeAt(i) - ZERO
  return value
}

/** `value`, a whole number from 0 to 99, in two digits. */
export const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

const ZERO = 48
