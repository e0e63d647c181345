import type { Body, EventLimits, Problem } from '../event/index.js'
import { isWellFormedJson, longerThan } from '../event/index.js'

/** What is wrong with a description, whose content is at `path`. */
export const bodyProblems = (
  path: readonly string[],
  body: Body,
  { bodyLength }: EventLimits,
): readonly Problem[] => {
  if (!isWellFormedJson(body.content)) return [{ path, reason: 'IllFormedText' }]
  const text = body.format === 'Delta' ? JSON.stringify(body.content) : body.content
  return longerThan(text, bodyLength) ? [{ path, reason: 'TooLong', limit: bodyLength }] : []
}
