import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema.generated.js'

/** Writes a document: its fields, arguments and variables are checked against the schema by the compiler. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string; Cursor: string; TimeZone: string; JSON: unknown }
}>()
