import { Parser } from 'htmlparser2'
import { LIMITS } from './limits.js'

/**
 * Whether `html` has more elements inside one another than is allowed; an unclosed one counts on.
 *
 * Stops at the first that is too deep, so the parser's stack, which it searches for every closing
 * tag, stays short. The parser is the one the sanitiser and the text converter are built on: no
 * second opinion about what a tag is.
 */
export const isNestedTooDeeply = (html: string): boolean => {
  let depth = 0
  let tooDeep = false
  const parser = new Parser({
    onopentag: () => {
      depth += 1
      if (depth <= LIMITS.htmlDepth) return
      tooDeep = true
      parser.pause()
    },
    onclosetag: () => {
      depth -= 1
    },
  })
  parser.write(html)
  return tooDeep
}
