import type { CalendarEvent } from '@kalends/core'
import { holds, MAX_INSTANT, openSeries, UTC, zoneOf } from '@kalends/core'
import type { SeriesOccurrence, SeriesRead, SeriesReader } from './series.js'
import { placeOf } from './series.js'

/** Spoils a reader. */
export type SeriesFault = (reader: SeriesReader) => SeriesReader

type Found = readonly SeriesOccurrence[]

const asking =
  (change: (asked: SeriesRead) => SeriesRead): SeriesFault =>
  (reader) => ({ ...reader, read: (asked) => reader.read(change(asked)) })

const answering =
  (change: (found: Found, asked: SeriesRead) => Found | 'TooCostly'): SeriesFault =>
  (reader) => ({
    ...reader,
    read: (asked) => {
      const found = reader.read(asked)
      return found === 'TooCostly' ? found : change(found, asked)
    },
  })

const reading = (change: (event: CalendarEvent) => CalendarEvent): SeriesFault =>
  asking((asked) => ({ ...asked, event: change(asked.event) }))

/** Leaves out what begins where the window ends, where that is still inside. SERIES-001 must reject it. */
export const losesTheLastInstant = answering((found, { walk }) =>
  found.filter(({ start }) => start !== walk.window.startTo),
)

/** Of two that begin together, leaves out the one that is as its series has it. SERIES-001 must reject it. */
export const losesWhatBeginsTogether = answering((found, { event }) => {
  const moved = new Set([...event.overrides.values()].map(({ time }) => time?.start))
  const said = event.participants.get('bob')?.occurrences
  return found.filter(
    ({ recurrenceId, start }) =>
      event.overrides.has(recurrenceId) || said?.has(recurrenceId) === true || !moved.has(start),
  )
})

/** Looks only at what begins in the window. SERIES-002 must reject it. */
export const losesWhatReachesIn = answering((found, { walk: { window } }) =>
  found.filter(({ start, end }) => start === end || start >= window.endFrom - 1),
)

/** Takes those that begin together in the same order both ways. SERIES-003 must reject it. */
export const breaksTiesUpwardsInSeries = answering((found, { walk }) =>
  walk.direction === 'forward'
    ? found
    : found.toSorted((a, b) => b.start - a.start || (a.recurrenceId < b.recurrenceId ? -1 : 1)),
)

/** Looks for a moved occurrence where it was. SERIES-004 must reject it. */
export const looksWhereItWas = answering((found, { event, walk }) =>
  found.filter(({ recurrenceId }) => {
    const { start, end } = placeOf({ ...event, overrides: new Map() }, recurrenceId, walk.zone)
    return holds(walk.window, start, end)
  }),
)

/** Forgets how a moved occurrence was called. SERIES-004 must reject it. */
export const findsNoneThatMoved: SeriesFault = (reader) => ({
  ...reader,
  find: (event, name) => {
    const found = reader.find(event, name)
    const isMoved = [...event.overrides.values()].some(({ time }) => time === found?.time)
    return isMoved && found?.status !== 'Cancelled' ? null : found
  },
})

/** Adds what was excluded. SERIES-005 must reject it. */
export const addsWhatIsExcluded = reading((event) => {
  const lines = event.recurrence ?? []
  const hasDates = lines.some((line) => line.startsWith('RDATE'))
  const recurrence = lines.filter((line) => !hasDates || !line.startsWith('EXDATE'))
  return recurrence.length === lines.length ? event : { ...event, recurrence }
})

/** Takes the days of UTC for those of everybody. SERIES-006 must reject it. */
export const readsDaysInUtc = asking((asked) => ({
  ...asked,
  walk: { ...asked.walk, zone: zoneOf(UTC) },
}))

/** Knows the answer to the series only. SERIES-007 must reject it. */
export const knowsOneAnswerOnly = reading((event) => ({
  ...event,
  participants: new Map(
    [...event.participants].map(([userId, each]) => [userId, { ...each, occurrences: new Map() }]),
  ),
}))

/** Asked for the answer to the series, gives those that were answered otherwise too. SERIES-007 must reject it. */
export const filtersBySeries = asking((asked) => {
  const status = asked.event.participants.get(asked.userId)?.status
  const isAsked = status !== undefined && asked.walk.answers?.includes(status) === true
  return isAsked ? { ...asked, walk: { ...asked.walk, answers: null } } : asked
})

/** Looks at one occurrence after the other for an answer that none has. SERIES-008 must reject it. */
export const looksAtEveryOne = answering((found, { event, walk }) =>
  walk.answers !== null && walk.window.startTo === MAX_INSTANT && openSeries(event).isEndless()
    ? 'TooCostly'
    : found,
)

/** Lists what was cancelled. SERIES-009 must reject it. */
export const listsTheCancelled = asking((asked) => ({
  ...asked,
  walk: { ...asked.walk, which: asked.walk.which === 'Standing' ? 'All' : asked.walk.which },
}))

/** Does not find what was cancelled. SERIES-009 must reject it. */
export const findsNoneThatIsCancelled: SeriesFault = (reader) => ({
  ...reader,
  find: (event, name) => {
    const found = reader.find(event, name)
    return found?.status === 'Cancelled' ? null : found
  },
})

/** Bounds a series by its rule. SERIES-010 must reject it. */
export const boundsTheRule: SeriesFault = (reader) => ({
  ...reader,
  bounds: (event) => reader.bounds({ ...event, overrides: new Map() }),
})
