import { isWellFormed } from './text.js'

/**
 * Whether `text` is an absolute https URL with a host, written out in full; at most 2048 UTF-16 units.
 *
 * Stricter than the parser, which drops line breaks and takes backslashes and any number of slashes:
 * whatever reads the link later may not be as lenient.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-4.2.2
 */
export const isHttpsUrl = (text: string): boolean =>
  text.length <= LENGTH && isWellFormed(text) && FORM.test(text) && URL.canParse(text)

const LENGTH = 2048

/** The first character is the host's. None is a space, a control character or a backslash. */
const FORM = /^https:\/\/[^/?#\s\p{Cc}\\][^\s\p{Cc}\\]*$/iu
