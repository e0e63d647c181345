/** An object of a provider's JSON: nothing is known of its members. */
export type Json = Readonly<Record<string, unknown>>

/** Whether a value is an object with members; lists are not. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object, or an empty one for anything else. */
export const jsonOf = (value: unknown): Json => (isJson(value) ? value : {})

/** The list, or an empty one for anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The text, or null for anything else and for none. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** The whole number from 0 on, or null for anything else. */
export const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
