import * as E from 'fp-ts/lib/Either.js'
import type { Body, BodyProblem } from './body.js'
import { isNestedTooDeeply } from './is-nested-too-deeply.js'
import { LIMITS } from './limits.js'
import { sanitiseHtml } from './sanitise-html.js'
import { textFault } from './text-fault.js'

/**
 * Accepts HTML, sanitised.
 *
 * Refuses what is too long, before or after, and what is nested too deeply: the parsers take time in
 * the square of the depth.
 */
export const acceptHtml = (content: string): E.Either<readonly BodyProblem[], Body> => {
  const fault = textFault(content, LIMITS.codePoints)
  if (fault !== undefined) return refused(fault)
  if (isNestedTooDeeply(content)) {
    return refused(`must have at most ${LIMITS.htmlDepth} elements inside one another`)
  }
  const sanitised = sanitiseHtml(content)
  const left = textFault(sanitised, LIMITS.codePoints)
  return left === undefined ? E.right({ format: 'Html', content: sanitised }) : refused(left)
}

const refused = (detail: string): E.Either<readonly BodyProblem[], never> =>
  E.left([{ pointer: '/body/content', detail }])
