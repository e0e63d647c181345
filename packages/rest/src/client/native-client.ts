import type { Client } from 'openapi-fetch'
import { clientOf } from './client-of.js'
import type { ClientOptions } from './client-options.js'
import type { components, paths } from './native.generated.js'

/** A client of the native contract: a method for each of HTTP's, typed by the path that it is given. */
export type NativeClient = Client<paths>

/** What the native contract sends and takes, by name: `NativeSchemas['CalendarEvent']`. */
export type NativeSchemas = components['schemas']

/**
 * Makes a client of the native contract, typed by its OpenAPI document.
 *
 * Answers are data: `data` of a success, `error` of a refusal (a problem), and the `response` itself. Rejects only
 * when no answer comes.
 *
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export const createClient = (options: ClientOptions): NativeClient => clientOf('Bearer', options)
