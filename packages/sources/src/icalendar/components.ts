import type { Draft } from '../mapping/draft.js'
import type { Refusal, Refused } from '../mapping/imported.js'
import { plainText } from '../mapping/plain-text.js'

/** A component within a calendar: the lines of its own properties, unfolded, and its parts. */
export interface Component {
  readonly name: string
  readonly lines: readonly string[]
  readonly parts: readonly Component[]
  /** All of it, as it was, unfolded. */
  readonly text: string
  /** METHOD of its calendar, in upper case. */
  readonly method: string | null
  readonly problem: Refusal | null
}

/** The components of all calendars in a text. */
export interface Components {
  readonly components: readonly Component[]
  readonly refused: readonly Refused[]
}

/**
 * Cuts iCalendar text into its components, which says nothing yet about their properties.
 *
 * One that does not end, or whose parts do not, has a `problem`. Text without any calendar is refused.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.4
 */
export const readComponents = (text: string): Components => {
  if (text.length > MAX_CHARACTERS) return refusedWhole('TooLarge', null)
  const reading: Reading = { open: [], tooDeep: 0, method: null, found: [], calendars: 0 }
  for (const line of unfolded(plainText(text))) {
    readLine(reading, line)
    if (reading.found.length > MAX_COMPONENTS) return refusedWhole('TooMany', null)
  }
  if (reading.calendars === 0) return refusedWhole('Malformed', 'BEGIN:VCALENDAR')
  endUnended(reading)
  return { components: reading.found, refused: [] }
}

type Open = Draft<Omit<Component, 'text' | 'method'> & { readonly texts: readonly string[] }>

type Reading = Draft<{
  /** The component under way and its parts, the outermost first; none between components. */
  readonly open: readonly Open[]
  readonly found: readonly Component[]
  readonly tooDeep: number
  readonly method: string | null
  readonly calendars: number
}>

const readLine = (reading: Reading, line: string): void => {
  const [outermost] = reading.open
  outermost?.texts.push(line)
  const border = /^(BEGIN|END):([^\s:;]{1,100})\s*$/i.exec(line)
  const name = border?.[2]?.toUpperCase()
  if (border === null || name === undefined) property(reading, line)
  else if (border[1]?.toUpperCase() === 'BEGIN') begin(reading, name, line)
  else end(reading, name)
}

const property = (reading: Reading, line: string): void => {
  const last = reading.open.at(-1)
  if (last !== undefined && reading.tooDeep === 0) last.lines.push(line)
  if (last === undefined)
    reading.method = /^METHOD:(\w+)/i.exec(line)?.[1]?.toUpperCase() ?? reading.method
}

/** What begins only within a calendar ends what did not end, so that that is all there is to refuse. */
const endUnended = (reading: Reading): void => {
  const [outermost] = reading.open.splice(0)
  reading.tooDeep = 0
  if (outermost === undefined) return
  outermost.problem ??= { reason: 'Malformed', field: `END:${outermost.name}` }
  reading.found.push(finished(outermost, reading))
}

const begin = (reading: Reading, name: string, line: string): void => {
  const { open } = reading
  if (OUTERMOST.has(name)) endUnended(reading)
  if (name === 'VCALENDAR') {
    reading.calendars += 1
    reading.method = null
  } else if (open.length >= MAX_DEPTH) {
    reading.tooDeep += 1
    if (open[0] !== undefined) open[0].problem ??= { reason: 'TooDeep', field: null }
  } else {
    open.push({ name, lines: [], parts: [], texts: open.length === 0 ? [line] : [], problem: null })
  }
}

const end = (reading: Reading, name: string): void => {
  const { open } = reading
  if (name === 'VCALENDAR') endUnended(reading)
  const last = open.at(-1)
  if (last === undefined) return
  if (reading.tooDeep > 0) {
    reading.tooDeep -= 1
    return
  }
  if (last.name !== name) {
    if (open[0] !== undefined) open[0].problem ??= { reason: 'Malformed', field: `END:${name}` }
    return
  }
  open.pop()
  const component = finished(last, reading)
  const parent = open.at(-1)
  if (parent === undefined) reading.found.push(component)
  else parent.parts.push(component)
}

const finished = ({ texts, ...open }: Open, { method }: Reading): Component => ({
  ...open,
  text: texts.join('\r\n'),
  method,
})

const unfolded = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/(?:\r\n|\r|\n)[ \t]/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')

const refusedWhole = (reason: Refusal['reason'], field: string | null): Components => ({
  components: [],
  refused: [{ id: '#0', reason, field }],
})

const OUTERMOST: ReadonlySet<string> = new Set([
  'VCALENDAR',
  'VEVENT',
  'VTIMEZONE',
  'VTODO',
  'VJOURNAL',
  'VFREEBUSY',
])

const MAX_CHARACTERS = 10_485_760
const MAX_COMPONENTS = 20_000
const MAX_DEPTH = 8
