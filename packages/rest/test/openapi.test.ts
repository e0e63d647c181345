import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { PROBLEMS } from '../src/index.js'
import type { Json } from './documents.js'
import { at } from './documents.js'
import type { Client } from './harness.js'
import { backends, EVENTS, serve, slot } from './harness.js'

const served = async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const { ask } = await serve(memory)
  const document = (await ask('GET /openapi.json', { as: null })).body as Json
  return { ask, document }
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

  // `ask` holds each against the document, here as in every other test of the contract.
  test('describes every answer that is given', async () => {
    const { ask } = await served()
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

    await ask(`POST ${EVENTS}`, { json: full })
    await ask(`POST ${EVENTS}`, { json: full })
    await ask(`POST ${EVENTS}`, { json: full, as: 'bob' })
    await ask(`POST ${EVENTS}`, { json: {} })
    await ask(`POST ${EVENTS}`, {
      json: full,
      headers: { 'Content-Type': 'x/y' },
    })
    await ask(`POST ${EVENTS}`, { raw: ' '.repeat(2_000_000) })
    await ask(`GET ${EVENTS}`)
    await ask(`GET ${EVENTS}?page_cursor=x`)
    await ask(`GET ${EVENTS}`, { as: null })
    await ask(`GET ${EVENTS}/overview?time_zone=UTC`)
    await ask(`GET ${EVENTS}/overview`)
    await ask(`GET ${EVENTS}/a`)
    await ask(`GET ${EVENTS}/b`)
    await ask(`PATCH ${EVENTS}/a`, {
      json: { time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true } },
    })
    await ask(`PATCH ${EVENTS}/a`, { json: {} })
    await ask(`PATCH ${EVENTS}/a`, {
      json: { title: 'x' },
      headers: { 'If-Match': '"1"' },
    })
    await ask(`PATCH ${EVENTS}/a`, { json: { title: 'x' }, as: 'bob' })
    await ask(`PUT ${EVENTS}/a/rsvp`, {
      json: { rsvp_status: 'DECLINED' },
      as: 'bob',
    })
    await ask(`POST ${EVENTS}/a/participants`, {
      json: { participants: [{ channel_id: 'team' }] },
    })
    await ask(`DELETE ${EVENTS}/a/participants/cyd`)
    await ask(`DELETE ${EVENTS}/a/participants/ann`)
    await ask(`DELETE ${EVENTS}/a`)
    await ask(`PATCH ${EVENTS}/a`, { json: { title: 'x' } })
    await ask(`GET ${EVENTS}/a/history`)
    await ask(`GET ${EVENTS}?status=CANCELLED`)
    const day = 'start=2027-03-08T00:00:00Z&end=2027-03-09T00:00:00Z'
    await ask(`POST ${EVENTS}`, { json: { title: 'x', time_slot: slot } })
    await ask(`GET /calendar/freebusy?user_id=ann&${day}`)
    await ask('GET /calendar/freebusy')
    await ask(`GET /calendar/freebusy?user_id=a&${day.replace('end=2027', 'end=2037')}`)
    const feed = await ask('GET /calendar/changes?as_of=0')
    const since = String(at(feed.body, 'next_token'))
    await ask(`GET /calendar/changes?since=${since}`)
    await ask('GET /calendar/changes?since=x')
    await ask('GET /calendar/stream?since=x')
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
