import * as E from 'fp-ts/lib/Either.js'
import { acceptDelta } from './accept-delta.js'
import { acceptHtml } from './accept-html.js'
import type { Body, BodyProblem, WireBody } from './body.js'
import { LIMITS } from './limits.js'
import { textFault } from './text-fault.js'

/**
 * Takes the body of a request into the domain.
 *
 * PLAIN is kept as it is. HTML is sanitised by an allow-list, and sanitising again changes nothing.
 * A DELTA loses the attributes that Quill doesn't write itself and links that aren't safe. What has
 * the wrong structure, or is over a bound, is refused; nothing throws, and the time is linear.
 */
export const acceptBody = ({
  format,
  content,
}: WireBody): E.Either<readonly BodyProblem[], Body> => {
  if (format === 'DELTA') return acceptDelta(content)
  if (typeof content !== 'string') return refused('must be a string')
  return format === 'HTML' ? acceptHtml(content) : acceptPlain(content)
}

const acceptPlain = (content: string): E.Either<readonly BodyProblem[], Body> => {
  const fault = textFault(content, LIMITS.plainCodePoints)
  return fault === undefined ? E.right({ format: 'Plain', content }) : refused(fault)
}

const refused = (detail: string): E.Either<readonly BodyProblem[], never> =>
  E.left([{ pointer: '/body/content', detail }])
