import * as E from 'fp-ts/lib/Either.js'
import type { ExecutionArgs } from 'graphql'
import { getOperationAST, Kind, print, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { documentOf } from '../guard/document-of.js'
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
    const early = tagOf({ ...asked, outside: [] })
    if (readsLogOnly(args.document) && isKnown(exchange.known, early)) {
      exchange.answer({ type: 'NotModified', etag: early })
      setResultAndStopExecution({ data: null })
      return undefined
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

/** What a query's answer follows from, at the position before it is executed; null for other operations. */
const askedOf = async (
  { document, operationName, variableValues }: ExecutionArgs,
  { context: { parts, viewer } }: Exchange,
): Promise<Omit<Tagged, 'outside'> | null> => {
  if (getOperationAST(document, operationName)?.operation !== 'query') return null
  const position = await parts.calendar.position({ tenantId: viewer.tenantId })()
  if (E.isLeft(position)) return null
  return {
    viewer,
    document: print(document),
    operationName: operationName ?? null,
    variables: variableValues ?? {},
    position: position.right,
  }
}

/** Fields whose values are not in the log: they change while its position stands. */
const OUTSIDE: ReadonlySet<string> = new Set(['name', 'email', 'isBookmarked', 'ctas', 'overview'])

const readsLogOnly = (value: unknown): boolean => {
  const document = documentOf(value)
  if (document === null) return false
  let only = true
  visit(document, {
    [Kind.FIELD]: (field) => {
      if (OUTSIDE.has(field.name.value)) only = false
    },
  })
  return only
}
