import ICAL from 'ical.js'
import { jsonOf, listOf, textOf } from '../mapping/json.js'

/** A property of a component. */
export interface Property {
  /** In upper case. */
  readonly name: string
  /** A parameter by its name in upper case; null when it is not there. VALUE always is. */
  readonly parameter: (name: string) => string | null
  /** The value, or the first of several; without the escapes of a text. */
  readonly text: string
  /** The value as it is written: what is no text. */
  readonly plain: string
}

/** Reads one unfolded line; null when it is none. At most 10,000 characters before its value. */
export const propertyOf = (line: string): Property | null => {
  const head = HEAD.exec(line)
  if (head === null || head[0].length > MAX_HEAD) return null
  const name = (head[1] ?? '').toUpperCase()
  const plain = line.slice(head[0].length).trim()
  // The parser would hold rules to its own reading; core does that.
  if (RULES.has(name)) return { name, parameter: () => null, text: plain, plain }
  const jcal = parsed(line)
  if (jcal === null) return null
  const parameters = jsonOf(jcal[1])
  const isUnknown = jcal[2] === 'unknown'
  const text = textOf(jcal[3]) ?? ''
  return {
    name,
    parameter: (key) =>
      key === 'VALUE' ? textOf(jcal[2]) : firstOf(parameters[key.toLowerCase()]),
    text: isUnknown ? unescaped(text) : text,
    plain,
  }
}

/** Name and parameters, up to the value. */
const HEAD = /^([a-z0-9-]+)(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:/i
const MAX_HEAD = 10_000

const RULES: ReadonlySet<string> = new Set(['RRULE', 'EXRULE'])

const parsed = (line: string): readonly unknown[] | null => {
  try {
    const property: unknown = ICAL.parse.property(line)
    return listOf(property)
  } catch {
    return null
  }
}

const firstOf = (value: unknown): string | null => textOf(value) ?? textOf(listOf(value)[0])

/** What the parser leaves alone where it does not know the type. */
const unescaped = (text: string): string =>
  text.replace(/\\([nN,;\\])/g, (_, escaped: string) =>
    escaped.toLowerCase() === 'n' ? '\n' : escaped,
  )
