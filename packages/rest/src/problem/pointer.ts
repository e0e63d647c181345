/** A JSON Pointer to `path`. @see https://www.rfc-editor.org/rfc/rfc6901 */
export const pointerTo = (path: readonly string[]): string =>
  path
    .map((segment) => `/${readable(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')

/** The path that a JSON Pointer leads along. */
export const pathOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The caller's own text comes back no longer than it helps, and always as valid Unicode. */
const readable = (segment: string): string =>
  (segment.length > MAX_SEGMENT ? `${segment.slice(0, MAX_SEGMENT)}…` : segment).toWellFormed()

const MAX_SEGMENT = 200
