import type { Client } from 'openapi-fetch'
import type { paths } from './salesloft.generated.js'
import { clientOf } from './client-of.js'
import type { ClientOptions } from './client-options.js'

/** A client of Salesloft's calendar events. */
export type SalesloftClient = Client<paths>

/** Makes a client of Salesloft's calendar events, typed by the OpenAPI document of the dialect. */
export const createSalesloftClient = (options: ClientOptions): SalesloftClient =>
  clientOf('Bearer', options)
