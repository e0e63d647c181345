import type { Client } from 'openapi-fetch'
import type { paths } from './attendee.generated.js'
import { clientOf } from './client-of.js'
import type { ClientOptions } from './client-options.js'

/** A client of attendee.dev's calendar events. */
export type AttendeeClient = Client<paths>

/** Makes a client of attendee.dev's calendar events, typed by the OpenAPI document of the dialect. */
export const createAttendeeClient = (options: ClientOptions): AttendeeClient =>
  clientOf('Token', options)
