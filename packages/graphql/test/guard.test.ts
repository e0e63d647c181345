/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import type { Directory, EventQueries, EventStore } from '@kalends/core'
import { expect, test } from 'vitest'
import type { Bookmarks, GraphqlOptions } from '../src/index.js'
import { backends, create, directory, memoryBookmarks, reasonOf, serve } from './harness.js'

const memory = backends[0]

interface Calls {
  readonly names: string[]
}

/** A store that writes down the calls of its functions. */
const counted = <S extends EventStore & EventQueries>(store: S, calls: Calls): S =>
  new Proxy(store, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...args: readonly unknown[]): unknown => {
        calls.names.push(String(name))
        return Reflect.apply(member, target, args)
      }
    },
  })

const serveCounted = (options: Partial<GraphqlOptions> = {}) => {
  if (memory === undefined) throw new Error('no backend')
  const calls: Calls = { names: [] }
  return { ...serve(memory, { ...options, wrap: (store) => counted(store, calls) }), calls }
}

const nested = (depth: number): string =>
  `{ calendarEvent(id: "x") ${'{ organizer '.repeat(depth)}{ id }${' }'.repeat(depth)} }`
const field = '{ calendarEvent(id: "x") { id } }'

/** A name of 30 letters, so that few tokens make much text. */
const long = (index: number): string => `F${index}`.padEnd(30, 'x')

/** 10 KB each, of the one kind within the bounds of all the others, and one of all kinds together. */
const TEN_KB: readonly (readonly [string, string, string])[] = [
  ['10 KB deep', nested(700), 'TOO_MANY_TOKENS QUERY_TOO_DEEP'],
  [
    '10 KB aliased',
    `{ ${Array.from({ length: 250 }, (_, i) => `${long(i)}: __typename`).join(' ')} }`,
    'TOO_MANY_ALIASES',
  ],
  [
    '10 KB of fragments in a circle',
    `query { ...${long(0)} } ${Array.from({ length: 110 }, (_, i) => `fragment ${long(i)} on Query { ...${long((i + 1) % 110)} }`).join(' ')}`,
    'FRAGMENT_CYCLE',
  ],
  ['10 KB of directives', `{ __typename ${`@${long(0)} `.repeat(320)} }`, 'TOO_MANY_DIRECTIVES'],
  [
    '10 KB of all',
    `query { ...${long(0)} ${nested(100).slice(1, -1)} ${Array.from({ length: 60 }, (_, i) => `a${i}: __typename`).join(' ')} } ${Array.from({ length: 60 }, (_, i) => `fragment ${long(i)} on Query { ...${long((i + 1) % 60)} }`).join(' ')} fragment D on Query { __typename ${`@${long(0)} `.repeat(60)} }`,
    'TOO_MANY_ALIASES TOO_MANY_DIRECTIVES FRAGMENT_CYCLE QUERY_TOO_DEEP',
  ],
]

test('a hostile query of 10 KB is one', () => {
  for (const [name, query] of TEN_KB) {
    expect([name, query.length > 9000 && query.length < 13_000]).toEqual([name, true])
  }
})

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ...TEN_KB,
  ['a little too deep', nested(17), 'QUERY_TOO_DEEP'],
  [
    'aliased',
    `{ ${Array.from({ length: 300 }, (_, i) => `a${i}: calendarEvent(id: "x") { id }`).join(' ')} }`,
    'TOO_MANY_TOKENS TOO_MANY_ALIASES',
  ],
  [
    'some aliases too many',
    `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
    'TOO_MANY_ALIASES',
  ],
  [
    'a fragment that spreads itself',
    'query { ...A } fragment A on Query { ...A }',
    'FRAGMENT_CYCLE',
  ],
  [
    'a ring of fragments',
    `query { ...F0 } ${Array.from({ length: 150 }, (_, i) => `fragment F${i} on Query { ...F${(i + 1) % 150} }`).join(' ')}`,
    'FRAGMENT_CYCLE',
  ],
  [
    'doubling fragments',
    `query { ...F0 } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F40 on Query { __typename }`,
    'QUERY_TOO_COSTLY',
  ],
  ['10,000 directives', `{ __typename ${'@a'.repeat(10_000)} }`, 'TOO_MANY_TOKENS'],
  ['directives', `{ __typename ${'@a'.repeat(31)} }`, 'TOO_MANY_DIRECTIVES'],
  ['numbers', `{ ${'a '.repeat(5000)} }`, 'TOO_MANY_TOKENS'],
  [
    'a page of pages',
    '{ getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", first: 100) { edges { node { participants(first: 100) { edges { node { user { id name email } } } } } } } }',
    'QUERY_TOO_COSTLY',
  ],
]

test.each(HOSTILE)(
  '%s: refused within 50 ms, without touching the store',
  async (_name, query, reasons) => {
    const tookMs: number[] = []
    // Each time by a server that has not seen it; the quickest, since the machine has other work too.
    for (let round = 0; round < 3; round += 1) {
      const { ask, calls } = serveCounted()
      await ask(field)
      calls.names.length = 0
      const begunMs = performance.now()
      const got = await ask(query, { headers: { Accept: 'application/graphql-response+json' } })
      tookMs.push(performance.now() - begunMs)
      const [, reason = ''] = reasonOf(got).split(' ')
      expect(reasons.split(' ')).toContain(reason)
      expect([got.status, got.data]).toEqual([400, null])
      expect(calls.names).toEqual([])
    }
    expect(Math.min(...tookMs)).toBeLessThan(50)
  },
)

test('values that are nested deeper than the stack is are refused, not stumbled over', async () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const { api } = serveCounted()
  const statusOf = async (body: string) => {
    const headers = { Authorization: 'Bearer ann', 'Content-Type': 'application/json' }
    const request = new Request('http://kalends.test/graphql', { method: 'POST', headers, body })
    const answer = (await (await api.fetch(request)).json()) as {
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
    }
    return answer.errors?.[0]?.extensions.code ?? 'fine'
  }
  const query = `{ calendarEvent(id: ${deep(1990)}) { id } }`
  expect(await statusOf(JSON.stringify({ query }))).not.toBe('INTERNAL_SERVER_ERROR')
  const variables = `{ "unused": ${deep(60_000)} }`
  expect(await statusOf(`{ "query": "{ __typename }", "variables": ${variables} }`)).toBe('fine')
})

test('the cost follows first and last also through variables, and through what is left out', async () => {
  const { ask } = serveCounted()
  const query = (args: string) =>
    `query Q${args.includes('$n') ? '($n: Int)' : ''} { getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", first: 100) { edges { node { participants(${args}) { edges { node { user { id name email } } } } } } } }`
  const of = async (args: string, variables: object = {}) => {
    const got = await ask(query(args), { variables })
    return got.errors === null ? 200 : reasonOf(got)
  }
  const refused = 'BAD_USER_INPUT QUERY_TOO_COSTLY'
  expect(await of('first: 50')).toBe(200)
  expect(await of('first: $n', { n: 50 })).toBe(200)
  expect(await of('first: $n', { n: 100 })).toBe(refused)
  expect(await of('first: $n')).toBe(refused) // it may be anything
  expect(await of('last: 100')).toBe(refused)
  expect(await of('first: null')).toBe(200)
})

test('times that are found cost as many as are asked for, however often one input is', async () => {
  const optional = Array.from({ length: 40 }, (_, index) => ({ userId: `u${index}` }))
  const dates = { fromDate: '2027-03-08T00:00:00Z', toDate: '2027-04-08T00:00:00Z' }
  const of = (times: number, count: number) => {
    const fields = Array.from(
      { length: times },
      (_, i) => `a${i}: findTimes(input: $i) { start available { id } }`,
    )
    const query = `query Q($i: FindTimesInput!) { ${fields.join(' ')} }`
    const i = { ...dates, durationMinutes: 15, count, required: [{ userId: 'ann' }], optional }
    return serveCounted().ask(query, { variables: { i } })
  }
  expect((await of(2, 10)).errors).toBeNull()
  expect(reasonOf(await of(1, 1000))).toBe('BAD_USER_INPUT QUERY_TOO_COSTLY')
  expect(reasonOf(await of(30, 100))).toBe('BAD_USER_INPUT QUERY_TOO_COSTLY')
})

test('an introspection is not too much', async () => {
  const { getIntrospectionQuery } = await import('graphql')
  const got = await serveCounted().ask(getIntrospectionQuery())
  expect(got.errors).toBeNull()
})

test('a body that is too large is refused unread', async () => {
  const got = await serveCounted().ask(field, {
    body: { query: field, variables: { a: 'x'.repeat(200_000) } },
  })
  expect(got.status).toBe(413)
})

test('a page of 100 with participants takes as many calls as a page of 10', async () => {
  const looked: number[] = []
  const counting: Directory = {
    ...directory,
    users: (tenantId, userIds) => {
      looked.push(userIds.length)
      return directory.users(tenantId, userIds)
    },
  }
  const marked: number[] = []
  const kept = memoryBookmarks()
  const bookmarks: Bookmarks = {
    ...kept,
    of: (viewer, ids) => {
      marked.push(ids.length)
      return kept.of(viewer, ids)
    },
  }
  const served = serveCounted({ directory: counting, bookmarks })
  for (let index = 0; index < 100; index += 1) {
    await create(served, { guests: ['bob', `g${index}`] })
  }
  const query = `query Q($n: Int!) { getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", first: $n) { edges { node { id organizer { name } isBookmarked ctas { label } participants(first: 10) { edges { node { user { name } rsvp } } } } } } }`
  const callsFor = async (n: number) => {
    for (const list of [served.calls.names, looked, marked]) list.length = 0
    const got = await served.ask(query, { variables: { n } })
    expect(got.data.getCalendarEvents.edges).toHaveLength(n)
    return {
      store: served.calls.names,
      directory: looked.length,
      bookmarks: marked.length,
    }
  }
  const ten = await callsFor(10)
  expect(await callsFor(100)).toEqual(ten)
  expect(ten.directory).toBeLessThanOrEqual(2)
  expect(ten.bookmarks).toBe(1)
})
