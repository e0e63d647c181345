/** One step of the schema. A released one is never changed. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}
