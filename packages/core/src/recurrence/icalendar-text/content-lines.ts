import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from '../either.js'
import type { RecurrenceRejection } from '../rejection.js'
import { faulty, tooLong } from '../rule-text/refusals.js'

/** A property: its name in upper case, its parameters by theirs, and its value as it stands. */
export interface ContentLine {
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  readonly value: string
}

/**
 * Cuts a text into content lines: unfolded, ended by CRLF or LF, quoted parameter values without their
 * quotes. Blank lines are none.
 *
 * Yields only properties of `names`, and none of a time zone or an alarm; other lines are not even looked
 * at. The text has at most 1,000,000 characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.1
 */
export const contentLines = (
  text: string,
  names: ReadonlySet<string>,
): Either<RecurrenceRejection, readonly ContentLine[]> => {
  if (text.length > MAX_LENGTH) return left(tooLong('text', MAX_LENGTH))
  const lines: ContentLine[] = []
  let skippedUntil: string | null = null
  for (const line of unfolded(text)) {
    const name = nameOf(line)
    if (skippedUntil !== null) {
      if (name === 'END' && componentOf(line) === skippedUntil) skippedUntil = null
      continue
    }
    if (name === 'BEGIN' && FOREIGN.has(componentOf(line))) skippedUntil = componentOf(line)
    if (!names.has(name)) continue
    const read = readLine(line, name)
    if (read === null) return left(faulty('InvalidValue', name, line))
    lines.push(read)
  }
  return right(lines)
}

const unfolded = (text: string): readonly string[] => text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)

const nameOf = (line: string): string => line.slice(0, nextOf(line, 0, ';:')).toUpperCase()

const componentOf = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase()

const readLine = (line: string, name: string): ContentLine | null => {
  const parameters = new Map<string, string>()
  let at = name.length
  while (line[at] === ';') {
    const equals = line.indexOf('=', at)
    const end = equals === -1 ? line.length : endOfValue(line, equals + 1)
    const parameter = line.slice(at + 1, equals).toUpperCase()
    if (parameters.has(parameter) || end >= line.length) return null
    parameters.set(parameter, unquoted(line.slice(equals + 1, end)))
    at = end
  }
  return line[at] === ':' ? { name, parameters, value: line.slice(at + 1) } : null
}

/** Where a parameter's values end; what is quoted holds any of the signs that end it. */
const endOfValue = (line: string, from: number): number => {
  let at = from
  while (line[at] === '"') {
    const quote = line.indexOf('"', at + 1)
    at = quote === -1 ? line.length : quote + 1
    if (line[at] === ',') at += 1
  }
  return nextOf(line, at, ';:')
}

const nextOf = (line: string, from: number, signs: string): number => {
  let at = from
  while (at < line.length && !signs.includes(line.charAt(at))) at += 1
  return at
}

const unquoted = (value: string): string => (value.startsWith('"') ? value.slice(1, -1) : value)

/** Components that have recurrences of their own within or beside an event. */
const FOREIGN: ReadonlySet<string> = new Set(['VTIMEZONE', 'VALARM'])
const MAX_LENGTH = 1_000_000
