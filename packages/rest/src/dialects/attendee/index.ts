export { attendeeApi } from './attendee-api.js'
export type { AttendeeOptions } from './options.js'
export { tokenScheme } from './token-scheme.js'
