import type { RecurrenceRejection } from '../rejection.js'
import type { RuleDraft } from './draft.js'
import { type Fault, faulty, isFault, tooLong } from './refusals.js'

/** Reads the value of a part, in upper case, into the draft; says why it cannot. */
export type ReadPart = (rule: RuleDraft, part: string, value: string) => RecurrenceRejection | null

/** A part of one value, and how that is read. */
export const one =
  <Key extends keyof RuleDraft>(
    key: Key,
    read: (text: string) => RuleDraft[Key] | Fault,
  ): ReadPart =>
  (rule, part, value) => {
    const found = read(value)
    if (isFault(found)) return faulty(found, part, value)
    rule[key] = found
    return null
  }

/** A part of values between commas: how each is read, how many different ones there are, and where they go. */
export const many =
  <T>(
    read: (text: string) => T | Fault,
    most: number,
    put: (rule: RuleDraft, values: readonly T[]) => void,
  ): ReadPart =>
  (rule, part, value) => {
    const values: T[] = []
    for (const text of value.split(',')) {
      const found = read(text)
      if (isFault(found)) return faulty(found, part, text)
      if (values.push(found) > most) return tooLong(part, most)
    }
    put(rule, values)
    return null
  }

/** A part of numbers between commas. */
export const numbers = (
  key: NumbersKey,
  read: (text: string) => number | Fault,
  most: number,
): ReadPart => many(read, most, (rule, values) => (rule[key] = values))

type NumbersKey = {
  [Key in keyof RuleDraft]: RuleDraft[Key] extends readonly number[] ? Key : never
}[keyof RuleDraft]
