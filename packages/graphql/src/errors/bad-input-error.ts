import { GraphQLError } from 'graphql'
import type { BadInput } from './bad-input.js'

/** What a caller got wrong, as the wire says it. */
export const badInputError = ({ reason, message, fields }: BadInput): GraphQLError =>
  new GraphQLError(message, {
    extensions: {
      code: 'BAD_USER_INPUT',
      reason,
      ...(fields === undefined ? {} : { fields }),
    },
  })
