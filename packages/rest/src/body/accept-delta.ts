import * as E from 'fp-ts/lib/Either.js'
import type { Body, BodyProblem } from './body.js'
import { isRecord } from './is-record.js'
import { isLongerThan, LIMITS } from './limits.js'
import { readOp, type InsertOp } from './read-op.js'

/**
 * Accepts the content of a Delta document: `{ ops: [...] }`, each op as `readOp` has it.
 *
 * Linear in its length, and tells of the first 20 problems. Pointers start at the request's root.
 */
export const acceptDelta = (content: unknown): E.Either<readonly BodyProblem[], Body> => {
  if (!isRecord(content) || !Array.isArray(content['ops'])) {
    return refused('', 'must be an object with a list of `ops`')
  }
  if (Object.keys(content).length > 1) return refused('', 'must have no member but `ops`')
  const given: readonly unknown[] = content['ops']
  if (given.length > LIMITS.ops) return refused('/ops', `must have at most ${LIMITS.ops} items`)
  const { ops, problems } = readOps(given)
  if (problems.length > 0) return E.left(problems)
  if (isTooLong(ops)) {
    return refused('/ops', `must insert at most ${LIMITS.codePoints} characters in all`)
  }
  if (lineBreaksIn(ops) > LIMITS.lines)
    return refused('/ops', `must have at most ${LIMITS.lines} lines`)
  return E.right({ format: 'Delta', content: { ops } })
}

const refused = (pointer: string, detail: string): E.Either<readonly BodyProblem[], never> =>
  E.left([{ pointer: `/body/content${pointer}`, detail }])

const readOps = (given: readonly unknown[]) => {
  const ops: InsertOp[] = []
  const problems: BodyProblem[] = []
  for (const [index, candidate] of given.entries()) {
    if (problems.length === LIMITS.problems) break
    const op = readOp(candidate)
    if (E.isRight(op)) ops.push(op.right)
    else {
      const { pointer, detail } = op.left
      problems.push({ pointer: `/body/content/ops/${index}${pointer}`, detail })
    }
  }
  return { ops, problems }
}

/** Attributes count too: a link repeated on each letter is as long as it is. */
const isTooLong = (ops: readonly InsertOp[]): boolean => {
  const texts = ops.flatMap(({ insert, attributes = {} }) => [
    ...(typeof insert === 'string' ? [insert] : Object.values(insert).map(String)),
    ...Object.values(attributes).filter((value) => typeof value === 'string'),
  ])
  return isLongerThan(texts.join(''), LIMITS.codePoints)
}

const lineBreaksIn = (ops: readonly InsertOp[]): number =>
  ops.reduce(
    (sum, { insert }) => sum + (typeof insert === 'string' ? insert.split('\n').length - 1 : 0),
    0,
  )
