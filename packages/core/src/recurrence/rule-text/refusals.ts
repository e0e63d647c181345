import type { RecurrenceRejection } from '../rejection.js'

/** What kind of value cannot stand in a part: not of its form, or of its form and beyond its range. */
export type Fault = 'InvalidValue' | 'OutOfRange'

/** Whether something read is the reason why it could not be. */
export const isFault = (found: unknown): found is Fault =>
  found === 'InvalidValue' || found === 'OutOfRange'

/** A value that cannot stand in `part`, or is not known here; cut to 100 characters. */
export const faulty = (
  type: Fault | 'Unsupported',
  part: string,
  value: string,
): RecurrenceRejection => ({
  type,
  part,
  value: value.slice(0, 100),
})

/** `part` may not stand beside `other`. */
export const notAllowedWith = (part: string, other: string): RecurrenceRejection => ({
  type: 'NotAllowedWith',
  part,
  other,
})

/** `part` holds more than `limit` characters, values or lines. */
export const tooLong = (part: string, limit: number): RecurrenceRejection => ({
  type: 'TooLong',
  part,
  limit,
})

/** `part` may not be absent. */
export const missing = (part: string): RecurrenceRejection => ({ type: 'MissingPart', part })

/** `part` may not stand twice. */
export const repeated = (part: string): RecurrenceRejection => ({ type: 'RepeatedPart', part })
