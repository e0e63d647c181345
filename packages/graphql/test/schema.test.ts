import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { GraphQLSchema } from 'graphql'
import {
  buildSchema,
  isNonNullType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { expect, test } from 'vitest'
import { newSchema } from '../src/index.js'

const FILE = fileURLToPath(new URL('../schema.graphql', import.meta.url))

/** In one form, since the file is formatted like all others. */
const printed = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`

test('schema.graphql is the schema; UPDATE_SCHEMA=1 writes it', async () => {
  const schema = printed(newSchema())
  if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(FILE, schema)
  expect(printed(buildSchema(await readFile(FILE, 'utf8')))).toBe(schema)
})

const schema = newSchema()

/** The fields of a type with their types, as SDL says them. */
const fieldsOf = (name: string): Readonly<Record<string, string>> => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`no object ${name}`)
  return Object.fromEntries(
    Object.entries(type.getFields()).map(([field, { type: of }]) => [field, String(of)]),
  )
}

const valuesOf = (name: string): ReadonlySet<string> => {
  const type = schema.getType(name)
  if (type === undefined || !('getValues' in type)) throw new Error(`no enum ${name}`)
  return new Set(type.getValues().map((value) => value.name))
}

test('each mutation of the contract has one input, and answers with a union that holds Refusal', () => {
  const fields = schema.getMutationType()?.getFields() ?? {}
  expect(new Set(Object.keys(fields))).toEqual(
    new Set([
      'createCalendarEvent',
      'updateCalendarEvent',
      'cancelCalendarEvent',
      'respondToCalendarEvent',
      'inviteParticipants',
      'uninviteParticipants',
      'register',
      'unregister',
      'toggleBookmark',
    ]),
  )
  for (const { name, args, type } of Object.values(fields)) {
    expect([name, args.map((arg) => arg.name)]).toEqual([name, ['input']])
    expect(isNonNullType(args[0]?.type)).toBe(true)
    const of = isNonNullType(type) ? type.ofType : type
    if (!isUnionType(of)) throw new Error(`${name} answers with ${String(type)}`)
    expect(of.getTypes().map((each) => each.name)).toContain('Refusal')
  }
})

test('O-4 to O-12: the arguments of getCalendarEvents', () => {
  const field = schema.getQueryType()?.getFields()['getCalendarEvents']
  expect(String(field?.type)).toBe('CalendarEventConnection!')
  const args = Object.fromEntries((field?.args ?? []).map(({ name, type }) => [name, String(type)]))
  expect(args).toEqual({
    fromDate: 'DateTime!',
    toDate: 'DateTime',
    type: 'CalendarEventType',
    first: 'Int',
    after: 'Cursor',
    last: 'Int',
    before: 'Cursor',
  })
})

test('O-17: the connection, its edges and its page info', () => {
  expect(fieldsOf('CalendarEventConnection')).toEqual({
    edges: '[CalendarEventEdge!]!',
    pageInfo: 'PageInfo!',
    totalCount: 'Int!',
  })
  expect(fieldsOf('CalendarEventEdge')).toEqual({ cursor: 'Cursor!', node: 'CalendarEvent!' })
  expect(fieldsOf('PageInfo')).toEqual({
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'Cursor',
    endCursor: 'Cursor',
  })
})

test('O-8, O-18: the types of events', () => {
  expect(valuesOf('CalendarEventType')).toEqual(
    new Set(['MEETING', 'LIVE_SESSION', 'LIVE_SESSION_SPOT', 'EXTERNAL', 'OTHER']),
  )
})

test('O-19: an event and its calls to action have the fields of the contract', () => {
  const named = [
    ...['id', 'seriesId', 'recurrenceId', 'type', 'title', 'start', 'end', 'allDay', 'timeZone'],
    ...['location', 'status', 'visibility', 'organizer', 'participants', 'myRsvp', 'recurrence'],
    ...['isBookmarked', 'ctas', 'createdAt', 'updatedAt', 'revision'],
  ]
  expect(new Set(Object.keys(fieldsOf('CalendarEvent')))).toEqual(new Set(named))
  expect(fieldsOf('CalendarEvent')['ctas']).toBe('[CallToAction!]!')
  expect(fieldsOf('CallToAction')).toEqual({
    action: 'CallToActionType!',
    label: 'String!',
    entityType: 'CallToActionEntity!',
    entityId: 'ID!',
    enabled: 'Boolean!',
  })
  expect(valuesOf('CallToActionType')).toEqual(
    new Set(['REGISTER', 'UNREGISTER', 'RSVP', 'TOGGLE_BOOKMARK']),
  )
})
