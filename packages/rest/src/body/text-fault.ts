import { isLongerThan, LIMITS } from './limits.js'

/** Says why `text` can't be stored, or `undefined`: it is too long, ill-formed or holds U+0000. */
export const textFault = (text: string): string | undefined => {
  if (isLongerThan(text, LIMITS.codePoints)) {
    return `must have at most ${LIMITS.codePoints} characters`
  }
  if (!text.isWellFormed()) return 'must be well-formed Unicode'
  if (text.includes('\0')) return 'must not contain U+0000'
  return undefined
}
