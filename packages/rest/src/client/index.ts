export { createAttendeeClient, type AttendeeClient } from './attendee-client.js'
export type { ClientOptions } from './client-options.js'
export { createClient, type NativeClient, type NativeSchemas } from './native-client.js'
export { createSalesloftClient, type SalesloftClient } from './salesloft-client.js'
