import type { RawQuery } from './raw-query.js'
import { decoded } from './raw-query.js'

/**
 * The values of `{name}` in `template`, from the end of a URL's path: what stands before is where the
 * routes are mounted.
 */
export const pathParams = (template: string, { pathname }: URL): RawQuery => {
  const names = template.split('/')
  const segments = pathname.split('/').slice(-names.length)
  return new Map(
    names.flatMap((name, index) =>
      name.startsWith('{') ? [[name.slice(1, -1), [decoded(segments[index] ?? '')]] as const] : [],
    ),
  )
}
