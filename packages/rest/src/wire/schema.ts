/**
 * A JSON Schema 2020-12. One with a `title` becomes a component of that name in an OpenAPI document.
 *
 * @see https://json-schema.org/draft/2020-12
 */
export type Schema = Readonly<Record<string, unknown>>
