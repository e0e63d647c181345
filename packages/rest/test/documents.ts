import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A part of a document. */
export type Json = Readonly<Record<string, unknown>>

/** The contracts whose documents are kept in `openapi/`, and where each is served. */
export const DOCUMENTS = {
  native: '/openapi.json',
  salesloft: '/v2/calendar/openapi.json',
  attendee: '/api/v1/openapi.json',
} as const

export type Contract = keyof typeof DOCUMENTS

/** Where the document of a contract is kept. */
export const documentFile = (contract: Contract): string =>
  fileURLToPath(new URL(`../openapi/${contract}.json`, import.meta.url))

/** Where the types are kept that are generated from it. */
export const typesFile = (contract: Contract): string =>
  fileURLToPath(new URL(`../src/client/${contract}.generated.ts`, import.meta.url))

const read = new Map<Contract, Json>()

/** The document of a contract, as it is kept. */
export const documentOf = (contract: Contract): Json => {
  const document =
    read.get(contract) ?? (JSON.parse(readFileSync(documentFile(contract), 'utf8')) as Json)
  read.set(contract, document)
  return document
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is somewhere in a document. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value)
