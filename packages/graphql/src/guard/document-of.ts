import type { DocumentNode } from 'graphql'
import { Kind } from 'graphql'

/** What plugins are handed without a type, as the document that it is; null where it is none. */
export const documentOf = (value: unknown): DocumentNode | null =>
  isDocument(value) ? value : null

const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
