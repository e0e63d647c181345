import type { Endpoint } from '../http/index.js'
import type { Refusals } from '../problem/index.js'
import { problemRefusals } from '../problem/index.js'
import type { Schema } from '../wire/index.js'
import type { Components } from './components.js'
import { operation } from './operation.js'

/** What a document says of the whole. */
export interface DocumentInfo {
  readonly title: string
  readonly description: string
  readonly version: string
  /** How callers authenticate: a scheme of HTTP. Default: bearer. */
  readonly scheme?: string
}

/** An OpenAPI 3.1 document. @see https://spec.openapis.org/oas/v3.1.1 */
export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: Omit<DocumentInfo, 'scheme'>
  readonly security: readonly Schema[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Schema>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly securitySchemes: Schema
  }
}

/** Describes endpoints by the very codecs that they decode and answer with; refusals as problem details unless said. */
export const openApiDocument = (
  endpoints: readonly Endpoint[],
  { scheme = 'bearer', ...info }: DocumentInfo,
  refusals: Refusals = problemRefusals,
): OpenApiDocument => {
  const components: Components = new Map()
  const paths: Record<string, Record<string, Schema>> = {}
  for (const { document } of endpoints) {
    paths[document.path] = {
      ...paths[document.path],
      [document.method.toLowerCase()]: operation(document, { components, refusals }),
    }
  }
  return {
    openapi: '3.1.1',
    info,
    security: [{ [scheme.toLowerCase()]: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: { [scheme.toLowerCase()]: { type: 'http', scheme } },
    },
  }
}
