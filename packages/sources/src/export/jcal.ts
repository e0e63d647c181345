import type { Instant } from '@kalends/core'
import { localDateTimeOfMs, SECOND_MS } from '@kalends/core'
import ICAL from 'ical.js'

/** A property as data, which ical.js escapes and folds. @see https://www.rfc-editor.org/rfc/rfc7265#section-3.4 */
export type Property = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]]

/** A component as data: its name, its properties, its parts. @see https://www.rfc-editor.org/rfc/rfc7265#section-3.3 */
export type Component = readonly [string, readonly Property[], readonly Component[]]

/** Makes a property of one value, without parameters. */
export const property = (name: string, type: string, value: unknown): Property => [
  name,
  {},
  type,
  value,
]

/** Makes a property of a text, without what iCalendar cannot hold: lone surrogates, control characters. */
export const textProperty = (name: string, text: string): Property =>
  property(name, 'text', printable(text))

/** The text as a property or a parameter can hold it: its lines end with `\n`. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')

/** Makes a property of an instant, in UTC. Parts of a second are left out. */
export const utcProperty = (name: string, at: Instant): Property =>
  property(name, 'date-time', `${localDateTimeOfMs(toSecond(at))}Z`)

/** The whole second that an instant is in. */
export const toSecond = (at: Instant): Instant => Math.floor(at / SECOND_MS) * SECOND_MS

/** Reads a content line as it is written. */
export const propertyOfLine = (line: string): Property => ICAL.parse.property(line) as Property
