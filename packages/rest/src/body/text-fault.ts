import { isLongerThan } from './limits.js'

/**
 * Says why `text` can't be stored, or `undefined`: it has more code points than `limit`, is ill-formed
 * or holds U+0000.
 */
export const textFault = (text: string, limit: number): string | undefined => {
  if (isLongerThan(text, limit)) return `must have at most ${limit} characters`
  if (!text.isWellFormed()) return 'must be well-formed Unicode'
  if (text.includes('\0')) return 'must not contain U+0000'
  return undefined
}
