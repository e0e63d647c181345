export * from './calendar-event.js'
export type {
  Asked,
  Command,
  EventChanges,
  Invitees,
  Notice,
  OccurrenceChanges,
  Patch,
} from './command.js'
export { decide } from './decide.js'
export type { Decision } from './decision.js'
export * from './domain-event.js'
export * from './event-kind.js'
export * from './event-source.js'
export * from './event-time.js'
export { evolve } from './evolve.js'
export * from './import-source.js'
export * from './imported-fields.js'
export { importedUid } from './imported-uid.js'
export { isStale } from './is-stale.js'
export { isHttpsUrl } from './https-url.js'
export * from './ids.js'
export { lastingMsOf } from './lasting.js'
export * from './limits.js'
export * from './occurrence-id.js'
export { occurrenceOf } from './occurrence-of.js'
export { participantsShown } from './participants-shown.js'
export { type Pattern, printRecurrence } from './print-recurrence.js'
export * from './problem.js'
export * from './recurrence-id.js'
export * from './rejection.js'
export * from './reset-policy.js'
export { sameJson } from './same-json.js'
export { readRecurrence } from './read-recurrence.js'
export { formRefusal } from './recurrence-form.js'
export * from './series.js'
export { splitOff } from './split-off.js'
export * from './state.js'
export { StateCodec } from './state-codec.js'
export * from './stored-exceptions.js'
export * from './text.js'
export * from './time-slot.js'
