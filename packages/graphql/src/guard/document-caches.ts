import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'

/** Documents and what is wrong with others, by their text. */
export interface DocumentCaches {
  readonly documentCache: LRUCache<string, DocumentNode>
  readonly errorCache: LRUCache<string, Error>
}

/**
 * What is kept of documents so that they are parsed once, up to so many characters of each kind.
 *
 * By characters, since a parsed document takes up to 250 bytes for each: a thousand of the largest ones, which any
 * caller may send, would be a gigabyte.
 */
export const documentCaches = (characters: number): DocumentCaches => ({
  documentCache: new LRUCache<string, DocumentNode>(bounded(characters)),
  errorCache: new LRUCache<string, Error>(bounded(characters)),
})

const bounded = (characters: number) => ({
  max: 1024,
  maxSize: characters,
  sizeCalculation: (_kept: unknown, text: string) => SMALLEST + text.length,
})

/** Of the shortest one: its entry and its error take their place too. */
const SMALLEST = 100
