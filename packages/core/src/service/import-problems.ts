import type {
  EventLimits,
  EventTime,
  ImportedFields,
  ImportSource,
  OutsidePerson,
  Problem,
} from '../event/index.js'
import { EventTimeCodec, isHttpsUrl, textProblems } from '../event/index.js'
import { type Instant, MAX_INSTANT, MIN_INSTANT } from '../time/index.js'
import { bodyProblems } from './body-problems.js'
import type { CancelImported, ImportEvent } from './command.js'
import { jsonProblems } from './json-problems.js'

type Path = readonly string[]

/** What is wrong with the fields of an import, beside its envelope. */
export const importProblems = (
  command: ImportEvent | CancelImported,
  limits: EventLimits,
): readonly Problem[] => [
  ...(command.calendarId === undefined ? [] : textOf(['calendarId'], command.calendarId, ID)),
  ...keyProblems(command.key),
  ...(command.type === 'ImportEvent'
    ? contentProblems(command, limits)
    : instantProblems(['updatedAt'], command.updatedAt ?? null)),
]

const ID = 200
/** What providers call their own, and their people. */
const LONG = 4096
const KEY_PARTS = 16

const textOf = (path: Path, text: string, atMost: number): readonly Problem[] =>
  textProblems(path, text, { atMost, empty: 'Refused' })

const keyProblems = (key: readonly string[]): readonly Problem[] => {
  if (key.every((part) => part === '')) return [{ path: ['key'], reason: 'Empty' }]
  if (key.length > KEY_PARTS) return [{ path: ['key'], reason: 'TooMany', limit: KEY_PARTS }]
  return key.flatMap((part, index) =>
    textProblems(['key', String(index)], part, { atMost: LONG, empty: 'Allowed' }),
  )
}

const contentProblems = (command: ImportEvent, limits: EventLimits): readonly Problem[] => {
  const { recurrence, occurrences, source } = command
  return [
    ...fieldsProblems([], command, limits),
    ...(recurrence?.length === 0 ? [{ path: ['recurrence'], reason: 'Empty' } as const] : []),
    ...sourceProblems(['source'], source, limits),
    ...occurrences.slice(0, limits.overrides).flatMap((each, index) => {
      const path = ['occurrences', String(index)]
      return [
        ...fieldsProblems(path, each, limits),
        ...sourceProblems([...path, 'source'], each.source, limits),
      ]
    }),
    ...jsonProblems(
      ['source'],
      [command, ...occurrences].flatMap((each) => [
        each.source.raw,
        each.source.extendedProperties,
      ]),
      limits.rawLength,
    ),
  ]
}

const fieldsProblems = (
  path: Path,
  { title, location, time, body }: ImportedFields,
  limits: EventLimits,
): readonly Problem[] => [
  ...textOf([...path, 'title'], title, limits.titleLength),
  ...(location === null
    ? []
    : textProblems([...path, 'location'], location, {
        atMost: limits.locationLength,
        empty: 'Allowed',
      })),
  ...(body === null ? [] : bodyProblems([...path, 'body', 'content'], body, limits)),
  ...timeProblems([...path, 'time'], time),
]

const timeProblems = (path: Path, time: EventTime): readonly Problem[] => {
  if (!EventTimeCodec.is(time)) return [{ path, reason: 'Malformed' }]
  if (time.type === 'AllDay') return []
  return [
    ...instantProblems([...path, 'start'], time.start),
    ...instantProblems([...path, 'end'], time.end),
  ]
}

const instantProblems = (path: Path, instant: Instant | null): readonly Problem[] =>
  instant === null ||
  (Number.isInteger(instant) && instant >= MIN_INSTANT && instant <= MAX_INSTANT)
    ? []
    : [{ path, reason: 'OutOfRange' }]

const sourceProblems = (
  path: Path,
  source: ImportSource,
  { outsideAttendees: limit }: EventLimits,
): readonly Problem[] => {
  const { provider, providerId, iCalUid, sequence, attendees } = source
  return [
    ...textOf([...path, 'provider'], provider, ID),
    ...textOf([...path, 'providerId'], providerId, LONG),
    ...optional([...path, 'iCalUid'], iCalUid),
    ...instantProblems([...path, 'createdAt'], source.createdAt),
    ...instantProblems([...path, 'updatedAt'], source.updatedAt),
    ...(sequence === null || (Number.isSafeInteger(sequence) && sequence >= 0)
      ? []
      : [{ path: [...path, 'sequence'], reason: 'OutOfRange' } as const]),
    ...linkProblems([...path, 'htmlLink'], source.htmlLink),
    ...linkProblems([...path, 'conferenceUrl'], source.conferenceUrl),
    ...personProblems([...path, 'organizer'], source.organizer),
    ...personProblems([...path, 'creator'], source.creator),
    ...(attendees.length > limit
      ? [{ path: [...path, 'attendees'], reason: 'TooMany', limit } as const]
      : attendees.flatMap((each, index) =>
          personProblems([...path, 'attendees', String(index)], each),
        )),
  ]
}

const optional = (path: Path, text: string | null): readonly Problem[] =>
  text === null ? [] : textProblems(path, text, { atMost: LONG, empty: 'Allowed' })

const linkProblems = (path: Path, link: string | null): readonly Problem[] =>
  link === null || isHttpsUrl(link) ? [] : [{ path, reason: 'Malformed' }]

const personProblems = (path: Path, person: OutsidePerson | null): readonly Problem[] =>
  person === null
    ? []
    : [...optional([...path, 'email'], person.email), ...optional([...path, 'name'], person.name)]
