import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { PROBLEMS } from '../src/index.js'
import type { Client, Got, Sending } from './harness.js'
import { backends, EVENTS, serve, slot } from './harness.js'

type Json = Readonly<Record<string, unknown>>

const served = async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const { ask } = await serve(memory)
  const document = (await ask('GET /openapi.json', { as: null })).body as Json
  return { ask, document }
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], value)

/** Fails unless an answer is one that the document describes for its operation. */
const describedIn = (document: Json) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document, 'document')
  return (operation: readonly [string, string], got: Got) => {
    const [path, method] = operation
    const response = at(document, 'paths', path, method, 'responses', String(got.status))
    expect(response, `${method} ${path} ${got.status}`).toBeDefined()
    const media = got.headers.get('Content-Type')?.split(';')[0] ?? ''
    if (got.text === '') return
    const pointer = [
      'paths',
      path,
      method,
      'responses',
      String(got.status),
      'content',
      media,
      'schema',
    ]
      .map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/')
    const validate = ajv.getSchema(`document#/${pointer}`)
    expect(validate, pointer).toBeDefined()
    void validate?.(got.body)
    expect(validate?.errors ?? []).toEqual([])
  }
}

describe('/openapi.json', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const { document } = await served()
    const result = await new Validator().validate(structuredClone(document))

    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
    expect(document['openapi']).toMatch(/^3\.1\./)
  })

  test('names every endpoint, each schema once, and only references that exist', async () => {
    const { document } = await served()
    const operations = Object.entries(document['paths'] as Record<string, Json>).flatMap(
      ([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`),
    )

    expect(operations.toSorted()).toEqual([
      'delete /calendar/events/{event_id}',
      'delete /calendar/events/{event_id}/occurrences/{recurrence_id}',
      'delete /calendar/events/{event_id}/participants/{user_id}',
      'get /calendar/changes',
      'get /calendar/events',
      'get /calendar/events/overview',
      'get /calendar/events/{event_id}',
      'get /calendar/events/{event_id}/explain',
      'get /calendar/events/{event_id}/history',
      'get /calendar/freebusy',
      'get /calendar/stream',
      'patch /calendar/events/{event_id}',
      'patch /calendar/events/{event_id}/occurrences/{recurrence_id}',
      'post /calendar/events',
      'post /calendar/events/{event_id}/participants',
      'post /calendar/facts',
      'put /calendar/events/{event_id}/rsvp',
    ])
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
    const known = Object.keys(at(document, 'components', 'schemas') as Json)
    expect([...new Set(refs.map(([, name]) => name))].toSorted()).toEqual(known.toSorted())
    expect(JSON.stringify(at(document, 'components', 'schemas', 'Problem'))).toContain(
      Object.keys(PROBLEMS).join('","'),
    )
  })

  test('says what is decoded: what it allows is taken, what it forbids is refused', async () => {
    const { ask, document } = await served()
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv)
    ajv.addSchema(document, 'document')
    const schema = ajv.getSchema('document#/components/schemas/NewCalendarEvent')
    const base = { title: 'x', time_slot: slot }
    const bodies: readonly Json[] = [
      base,
      { ...base, title: '' },
      { ...base, title: 'x'.repeat(201) },
      { ...base, title: '𝒳'.repeat(200) },
      { ...base, more: 1 },
      { title: 'x' },
      { ...base, time_slot: { ...slot, more: 1 } },
      { ...base, location: null, body: null, attachments: null },
      { ...base, location: 'x'.repeat(1001) },
      { ...base, participants: [{ user_id: 'bob' }, { channel_id: 'team' }] },
      { ...base, participants: [{ user_id: 'bob', channel_id: 'team' }] },
      { ...base, participants: [{}] },
      {
        ...base,
        attachments: Array.from({ length: 21 }, () => ({ name: 'x', url: 'https://x.example' })),
      },
      { ...base, status: 'CANCELLED' },
      { ...base, id: 'a b' },
      { ...base, recurrence: null },
      { ...base, recurrence: [] },
      { ...base, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] },
      { ...base, recurrence: 'RRULE:FREQ=WEEKLY;COUNT=3' },
      { ...base, recurrence: [1] },
      { ...base, body: { format: 'PLAIN', content: 'x' } },
      { ...base, body: { format: 'PLAIN' } },
    ]
    for (const json of bodies) {
      const { status } = await ask(`POST ${EVENTS}`, { json })
      expect(status === 201, JSON.stringify(json).slice(0, 90)).toBe(schema?.(json))
    }
  })

  test('describes every answer that is given', async () => {
    const { ask, document } = await served()
    const check = describedIn(document)
    const events: readonly [string, string] = ['/calendar/events', '']
    const one = '/calendar/events/{event_id}'
    const send = async (operation: readonly [string, string], route: string, sending?: Sending) =>
      check(operation, await ask(route, sending))
    const file = { name: 'Plan', url: 'https://x.example/p', size: 1 }
    const full = {
      id: 'a',
      title: 'Full',
      time_slot: slot,
      location: 'x',
      body: { format: 'HTML', content: '<b>x</b>' },
      attachments: [file],
      participants: [{ user_id: 'bob' }],
    }

    await send([events[0], 'post'], `POST ${EVENTS}`, { json: full })
    await send([events[0], 'post'], `POST ${EVENTS}`, { json: full })
    await send([events[0], 'post'], `POST ${EVENTS}`, { json: full, as: 'bob' })
    await send([events[0], 'post'], `POST ${EVENTS}`, { json: {} })
    await send([events[0], 'post'], `POST ${EVENTS}`, {
      json: full,
      headers: { 'Content-Type': 'x/y' },
    })
    await send([events[0], 'post'], `POST ${EVENTS}`, { raw: ' '.repeat(2_000_000) })
    await send([events[0], 'get'], `GET ${EVENTS}`)
    await send([events[0], 'get'], `GET ${EVENTS}?page_cursor=x`)
    await send([events[0], 'get'], `GET ${EVENTS}`, { as: null })
    await send(['/calendar/events/overview', 'get'], `GET ${EVENTS}/overview?time_zone=UTC`)
    await send(['/calendar/events/overview', 'get'], `GET ${EVENTS}/overview`)
    await send([one, 'get'], `GET ${EVENTS}/a`)
    await send([one, 'get'], `GET ${EVENTS}/b`)
    await send([one, 'patch'], `PATCH ${EVENTS}/a`, {
      json: { time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true } },
    })
    await send([one, 'patch'], `PATCH ${EVENTS}/a`, { json: {} })
    await send([one, 'patch'], `PATCH ${EVENTS}/a`, {
      json: { title: 'x' },
      headers: { 'If-Match': '"1"' },
    })
    await send([one, 'patch'], `PATCH ${EVENTS}/a`, { json: { title: 'x' }, as: 'bob' })
    await send([`${one}/rsvp`, 'put'], `PUT ${EVENTS}/a/rsvp`, {
      json: { rsvp_status: 'DECLINED' },
      as: 'bob',
    })
    await send([`${one}/participants`, 'post'], `POST ${EVENTS}/a/participants`, {
      json: { participants: [{ channel_id: 'team' }] },
    })
    await send([`${one}/participants/{user_id}`, 'delete'], `DELETE ${EVENTS}/a/participants/cyd`)
    await send([`${one}/participants/{user_id}`, 'delete'], `DELETE ${EVENTS}/a/participants/ann`)
    await send([one, 'delete'], `DELETE ${EVENTS}/a`)
    await send([one, 'patch'], `PATCH ${EVENTS}/a`, { json: { title: 'x' } })
    await send([`${one}/history`, 'get'], `GET ${EVENTS}/a/history`)
    await send([events[0], 'get'], `GET ${EVENTS}?status=CANCELLED`)
    const day = 'start=2027-03-08T00:00:00Z&end=2027-03-09T00:00:00Z'
    const freeBusy: readonly [string, string] = ['/calendar/freebusy', 'get']
    await ask(`POST ${EVENTS}`, { json: { title: 'x', time_slot: slot } })
    await send(freeBusy, `GET /calendar/freebusy?user_id=ann&${day}`)
    await send(freeBusy, 'GET /calendar/freebusy')
    await send(freeBusy, `GET /calendar/freebusy?user_id=a&${day.replace('end=2027', 'end=2037')}`)
    const changes: readonly [string, string] = ['/calendar/changes', 'get']
    const feed = await ask('GET /calendar/changes?as_of=0')
    const since = String(at(feed.body, 'next_token'))
    check(changes, feed)
    await send(changes, `GET /calendar/changes?since=${since}`)
    await send(changes, 'GET /calendar/changes?since=x')
    await send(['/calendar/stream', 'get'], 'GET /calendar/stream?since=x')
  })
})

describe('/docs', () => {
  const page = async (ask: Client) => ask('GET /docs', { as: null })

  test('names every operation and every schema', async () => {
    const { ask, document } = await served()
    const { text, headers } = await page(ask)

    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    for (const [path, methods] of Object.entries(document['paths'] as Record<string, Json>)) {
      expect(text).toContain(path)
      for (const each of Object.values(methods)) {
        expect(text).toContain(`id="${String(at(each, 'operationId'))}"`)
      }
    }
    for (const name of Object.keys(at(document, 'components', 'schemas') as Json)) {
      expect(text).toContain(`id="schema-${name}"`)
    }
  })

  test('loads nothing, from other hosts or its own, and its links lead somewhere', async () => {
    const { ask } = await served()
    const { text, headers } = await page(ask)

    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:\/\//)
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${id}"`)
    expect(text).not.toMatch(/undefined|\[object/)
  })
})
