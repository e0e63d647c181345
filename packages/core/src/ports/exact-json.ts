/**
 * A JSON value as text that is read back as the same value: zero keeps its sign, which `JSON.stringify` drops.
 *
 * Costs next to nothing where no number is zero, and a walk through the value where one is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-6
 */
export const exactJson = (value: unknown): string => {
  const text = JSON.stringify(value)
  return ZERO.test(text) && holdsNegativeZero(value) ? signed(value, text) : text
}

/** A number that is zero, or text that looks like one. */
const ZERO = /(?:^|[[:,])0(?:$|[\],}])/

const holdsNegativeZero = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0)
  for (const each of Object.values(value)) if (holdsNegativeZero(each)) return true
  return false
}

const signed = (value: unknown, text: string): string => {
  const mark = markNotIn(text)
  const marked = JSON.stringify(value, (_key, each: unknown) => (Object.is(each, -0) ? mark : each))
  return marked.replaceAll(`"${mark}"`, '-0')
}

const markNotIn = (text: string): string => {
  let count = 0
  while (text.includes(`-0#${count}`)) count += 1
  return `-0#${count}`
}
