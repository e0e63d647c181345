import { GraphQLError } from 'graphql'
import type { GraphqlParts } from '../parts.js'

/** Lets errors that were meant for the wire pass; of all others the host is told, and the caller nothing. */
export const maskBy =
  ({ onFault }: Pick<GraphqlParts, 'onFault'>) =>
  (error: unknown): GraphQLError => {
    if (error instanceof GraphQLError && isMeant(error)) return coded(error)
    onFault({ cause: error, at: 'graphql' })
    const place =
      error instanceof GraphQLError
        ? { ...(error.nodes === undefined ? {} : { nodes: error.nodes }), path: error.path ?? null }
        : {}
    return new GraphQLError('Something went wrong', {
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', unexpected: true },
    })
  }

/** What the engine says of variables and arguments has no code of its own. */
const coded = (error: GraphQLError): GraphQLError => {
  const { message, nodes, path, extensions } = error
  if (extensions['code'] !== undefined) return error
  return new GraphQLError(message, {
    ...(nodes === undefined ? {} : { nodes }),
    ...(path === undefined ? {} : { path }),
    extensions: { ...extensions, code: 'BAD_USER_INPUT' },
  })
}

/** Whether nothing but GraphQL errors caused it. */
const isMeant = (error: GraphQLError): boolean =>
  error.cause === undefined || (error.cause instanceof GraphQLError && isMeant(error.cause))
