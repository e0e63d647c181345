import type { DocumentNode, ExecutionArgs } from 'graphql'
import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { BadInput } from '../errors/bad-input.js'
import { badInput } from '../errors/bad-input.js'
import { badInputError } from '../errors/bad-input-error.js'
import type { GraphqlLimits } from '../options.js'
import { documentOf } from './document-of.js'
import { guarded, tooHeavy } from './guarded.js'
import { oncePerDocument } from './once-per-document.js'

/** Refuses documents that are too much: by their tokens while they are parsed, by their weight before they are validated. */
export const guardPlugin = (
  limits: GraphqlLimits,
  introspection: 'On' | 'Off',
): Plugin<object, object, object> => {
  const refusalOf = oncePerDocument((document) => ({ refusal: guarded(document, limits) }))
  return {
    onParse: ({ setParseFn }) => {
      setParseFn(
        (source: Parameters<typeof parse>[0], options: Parameters<typeof parse>[1]): DocumentNode =>
          parsed(source, { ...options, maxTokens: limits.tokens }),
      )
    },
    onValidate: ({ params, addValidationRule, setResult, setValidationFn }) => {
      const document = documentOf(params.documentAST)
      const refusal = document === null ? null : refusalOf(document).refusal
      if (refusal !== null) setResult([refusedError(refusal)])
      if (introspection === 'Off') {
        addValidationRule(NoSchemaIntrospectionCustomRule)
        setValidationFn(withoutSuggestions)
      }
    },
    // What validation comes to is kept for the document; variables differ.
    onExecute: ({ args, setResultAndStopExecution }) => {
      const error = costError(args, limits)
      if (error !== null) setResultAndStopExecution({ errors: [error] })
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const error = costError(args, limits)
      if (error !== null) setResultAndStopExecution({ errors: [error] })
    },
  }
}

/** Suggestions tell of the schema. */
const withoutSuggestions = (...[schema, document, rules]: Parameters<typeof validate>) =>
  validate(schema, document, rules, { hideSuggestions: true })

const parsed = (
  source: Parameters<typeof parse>[0],
  options: { readonly maxTokens: number },
): DocumentNode => {
  try {
    return parse(source, options)
  } catch (error) {
    throw refusedToParse(error, options.maxTokens) ?? error
  }
}

/** Literals nest as deep as there are tokens: the stack may end before those do. */
const refusedToParse = (error: unknown, maxTokens: number): GraphQLError | null => {
  if (error instanceof RangeError) {
    return refusedError(badInput('QUERY_TOO_DEEP', 'Values are nested too deep'))
  }
  return error instanceof GraphQLError && error.message.includes('tokens')
    ? refusedError(badInput('TOO_MANY_TOKENS', `At most ${maxTokens} tokens are allowed`))
    : null
}

const refusedError = (refusal: BadInput): GraphQLError => {
  const error = badInputError(refusal)
  return new GraphQLError(error.message, {
    extensions: { ...error.extensions, http: { status: 400, spec: true } },
  })
}

const costError = (
  { document, variableValues }: Pick<ExecutionArgs, 'document' | 'variableValues'>,
  limits: GraphqlLimits,
): GraphQLError | null => {
  const refusal = tooHeavy(document, variableValues ?? {}, limits)
  return refusal === null ? null : refusedError(refusal)
}
