import type { Endpoint } from '../http/index.js'
import type { Schema } from '../wire/index.js'
import type { Components } from './components.js'
import { operation } from './operation.js'

/** What a document says of the whole. */
export interface DocumentInfo {
  readonly title: string
  readonly description: string
  readonly version: string
}

/** An OpenAPI 3.1 document. @see https://spec.openapis.org/oas/v3.1.1 */
export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: DocumentInfo
  readonly security: readonly Schema[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Schema>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly securitySchemes: Schema
  }
}

/** Describes endpoints by the very codecs that they decode and answer with. */
export const openApiDocument = (
  endpoints: readonly Endpoint[],
  info: DocumentInfo,
): OpenApiDocument => {
  const components: Components = new Map()
  const paths: Record<string, Record<string, Schema>> = {}
  for (const { document } of endpoints) {
    paths[document.path] = {
      ...paths[document.path],
      [document.method.toLowerCase()]: operation(document, components),
    }
  }
  return {
    openapi: '3.1.1',
    info,
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(components),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}
