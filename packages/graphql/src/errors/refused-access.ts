import { GraphQLError } from 'graphql'

/** Nobody who could be believed, or without the scope that lets in. */
export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Valid credentials with the scope AUTHENTICATED are required', {
    extensions: {
      code: 'UNAUTHENTICATED',
      http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
    },
  })

/** Somebody who may not do this. */
export const forbidden = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'FORBIDDEN', http: { status: 403 } } })
