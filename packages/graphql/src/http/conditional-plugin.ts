import * as E from 'fp-ts/lib/Either.js'
import { constNull } from 'fp-ts/lib/function.js'
import type { ExecutionArgs } from 'graphql'
import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { GraphqlParts } from '../parts.js'
import type { DocumentFacts } from './document-facts.js'
import { documentFacts } from './document-facts.js'
import type { Exchange } from './exchange.js'
import type { Tagged } from './tag-of.js'
import { isKnown, tagOf } from './tag-of.js'

/**
 * Tags the answers of queries by the log's position, and what else they say; answers `NotModified` where the client
 * has them. Where only the log is read, it finds out without executing.
 */
export const conditionalPlugin = (): Plugin<object, object, object> => ({
  onExecute: async ({ args, setResultAndStopExecution }) => {
    const exchange = exchangeOf(args)
    const asked = exchange === null ? null : await askedOf(args, exchange)
    if (exchange === null || asked === null) return undefined
    if (exchange.known !== null && asked.reads === 'LogOnly') {
      const etag = tagOf({ ...asked, outside: [] })
      if (isKnown(exchange.known, etag)) {
        exchange.answer({ type: 'NotModified', etag })
        setResultAndStopExecution({ data: null })
        return undefined
      }
    }
    return {
      onExecuteDone: ({ result }) => {
        if (Symbol.asyncIterator in result || (result.errors?.length ?? 0) > 0) return
        const etag = tagOf({ ...asked, outside: exchange.context.outside.noted() })
        const type = isKnown(exchange.known, etag) ? 'NotModified' : 'Tagged'
        exchange.answer({ type, etag })
      },
    }
  },
})

const exchangeOf = ({ contextValue }: Pick<ExecutionArgs, 'contextValue'>): Exchange | null =>
  hasExchange(contextValue) ? contextValue.exchange : null

const hasExchange = (value: unknown): value is { readonly exchange: Exchange } =>
  typeof value === 'object' && value !== null && 'exchange' in value

type Asked = Omit<Tagged, 'outside'> & Pick<DocumentFacts, 'reads'>

/** What a query's answer follows from, at the position before it is executed; null for other operations. */
const askedOf = async (
  { document, operationName, variableValues }: ExecutionArgs,
  { context: { parts, viewer } }: Exchange,
): Promise<Asked | null> => {
  if (getOperationAST(document, operationName)?.operation !== 'query') return null
  const position = await parts.calendar.position({ tenantId: viewer.tenantId })()
  if (E.isLeft(position)) return null
  const variables = written(variableValues ?? {})
  if (variables === null) return null
  const { hash, reads } = documentFacts(document)
  return {
    viewer,
    reads,
    document: hash,
    operationName: operationName ?? null,
    variables,
    position: position.right,
    era: eraOf(parts),
  }
}

/** As JSON; null where they are nested deeper than the stack is: nothing needs their tag. */
const written = (variables: object): string | null =>
  E.toUnion(E.tryCatch(() => JSON.stringify(variables), constNull))

/** Cursors live for two eras at least, so that those of an answer that is kept still live for one. */
const eraOf = ({ clock, limits: { cursorAgeMs } }: GraphqlParts): number =>
  Math.floor((clock.now() * 2) / cursorAgeMs)
