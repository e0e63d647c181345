/**
 * The bounds of a body, all inclusive.
 *
 * They keep the converters, which are not linear in depth or in ops of one line, quick on hostile
 * input; a description that a person wrote is far below each of them.
 */
export const LIMITS = {
  /** Of the HTML that is sent and stored, of all inserts of a Delta together. */
  codePoints: 100_000,
  /** Of plain text, which nothing has to parse: all that a request can hold. */
  plainCodePoints: 1_048_576,
  ops: 5_000,
  /** Line breaks of a Delta: each becomes an element, or two. */
  lines: 5_000,
  /** Elements inside one another. */
  htmlDepth: 64,
  /** Problems told of at once. */
  problems: 20,
} as const

/** Whether `text` has more code points than `limit`, without counting a text that is far over. */
export const isLongerThan = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  if (text.length > 2 * limit) return true
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0) > limit
}
