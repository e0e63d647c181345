import express from 'express'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Facade, FetchHandler } from '../src/facades.js'
import { facadesAt } from '../src/facades.js'
import { onExpress } from '../src/on-express.js'
import type { Mounted } from './mounted.js'
import { frameworks, listening, partsOf } from './mounted.js'

const BASE = '/a/b'
const EVENTS = `${BASE}/calendar/events`
const slot = { start: '2027-03-08T10:00:00Z', end: '2027-03-08T11:00:00Z' }
const bearer = { Authorization: 'Bearer ann' }
const asJson = { ...bearer, 'Content-Type': 'application/json' }

const creating = (id: string) => ({
  method: 'POST',
  headers: asJson,
  body: JSON.stringify({ id, title: 'Review', time_slot: slot }),
})

const jsonOf = async (answer: Promise<Response>) => {
  const response = await answer
  return { status: response.status, body: (await response.json()) as unknown }
}

const createMany = async (calendar: ReturnType<typeof partsOf>['calendar'], count: number) => {
  for (let n = 0; n < count; n += 1) {
    await calendar.promises.execute({
      ...{ type: 'CreateEvent', tenantId: 'acme', actor: 'ann', uid: `e${n}` },
      ...{ title: 'Many', timeSlot: slot },
    })
  }
}

describe.each(Object.entries(frameworks))('all facades in %s', (_name, mountedOn) => {
  const current: { mounted?: Mounted; parts?: ReturnType<typeof partsOf>; left?: Promise<null> } =
    {}
  const at = () => {
    const { mounted, parts, left } = current
    if (mounted === undefined || parts === undefined || left === undefined) throw new Error('none')
    return { ...mounted, ...parts, left }
  }
  beforeEach(async () => {
    const parts = partsOf()
    const { api, left } = watched(facadesAt(BASE, parts))
    Object.assign(current, { parts, left, mounted: await mountedOn(BASE, api) })
  })
  afterEach(async () => {
    await at().close()
  })

  test('a body comes in, and Location leads to what was made of it', async () => {
    const created = await at().fetch(EVENTS, creating('x'))
    expect([created.status, created.headers.get('Location')]).toEqual([201, `${EVENTS}/x`])
    const found = await jsonOf(at().fetch(`${EVENTS}/x`, { headers: bearer }))
    expect(found).toMatchObject({ status: 200, body: { id: 'x', title: 'Review' } })
    const patch = { method: 'PATCH', headers: asJson, body: '{"title":"Changed"}' }
    expect((await jsonOf(at().fetch(`${EVENTS}/x`, patch))).body).toMatchObject({
      title: 'Changed',
    })
    const gone = await at().fetch(`${EVENTS}/x`, { method: 'DELETE', headers: bearer })
    expect([gone.status, await gone.text()]).toEqual([204, ''])
  })

  test('each facade answers there, and its links lead there', async () => {
    await createMany(at().calendar, 101)
    const native = await jsonOf(at().fetch(`${EVENTS}?page_limit=2`, { headers: bearer }))
    expect(native).toMatchObject({ status: 200, body: { items: [{ id: 'e0' }, { id: 'e1' }] } })
    const salesloft = await jsonOf(at().fetch(`${BASE}/v2/calendar/events`, { headers: bearer }))
    expect(salesloft).toMatchObject({ body: { metadata: { paging: { next_page: 2 } } } })

    const headers = { Authorization: 'Token ann' }
    const rows = `${BASE}/api/v1/calendar_events`
    const { body: first } = await jsonOf(at().fetch(`${rows}?ordering=start_time`, { headers }))
    const { next } = first as { readonly next: string }
    expect(next.startsWith(`${at().origin}${rows}?ordering=start_time&cursor=`)).toBe(true)
    const { body: second } = await jsonOf(at().fetch(next.slice(at().origin.length), { headers }))
    const { previous } = second as { readonly previous: string }
    expect(second).toMatchObject({ results: [{ name: 'Many' }], next: null })
    expect(previous.startsWith(`${at().origin}${rows}?`)).toBe(true)

    const query =
      '{ getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", first: 1) { edges { node { __typename } } } }'
    const asked = { method: 'POST', headers: asJson, body: JSON.stringify({ query }) }
    const graphql = await jsonOf(at().fetch(`${BASE}/graphql`, asked))
    expect(graphql).toMatchObject({ status: 200, body: { data: { getCalendarEvents: {} } } })

    for (const place of ['', '/v2/calendar', '/api/v1']) {
      const document = await jsonOf(at().fetch(`${BASE}${place}/openapi.json`))
      expect(document.body).toMatchObject({ servers: [{ url: BASE }] })
    }
  })

  test('what is not there is its facade’s to refuse under the base, and the host’s elsewhere', async () => {
    for (const [path, body] of [
      [`${BASE}/calendar/x`, { code: 'NOT_FOUND' }],
      [`${BASE}/v2/calendar/x`, { error: expect.any(String) as string }],
      [`${BASE}/api/v1/x`, { detail: 'Not found.' }],
    ] as const) {
      expect(await jsonOf(at().fetch(path))).toMatchObject({ status: 404, body })
    }
    const other = await at().fetch('/calendar/events', { headers: bearer })
    expect(other.status).toBe(404)
    expect(await other.text()).not.toContain('NOT_FOUND')
    expect(await (await at().fetch('/hello')).text()).toBe('hello')
  })

  test('a stream is told of as it happens, and ends when its reader leaves', async () => {
    const leaving = new AbortController()
    const { signal } = leaving
    const stream = await at().fetch(`${BASE}/calendar/stream`, { headers: bearer, signal })
    expect(stream.headers.get('Content-Type')).toBe('text/event-stream')
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    await at().fetch(EVENTS, creating('x'))
    let heard = ''
    while (!heard.includes('"x"')) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) throw new Error(`it ended after ${heard}`)
      heard += value
    }
    leaving.abort()
    await at().left
  })
})

/** The same handler, and a promise of its first caller who leaves. */
const watched = (api: FetchHandler) => {
  const { promise: left, resolve } = Promise.withResolvers<null>()
  const fetch = (request: Request) => {
    request.signal.addEventListener('abort', () => resolve(null))
    return api.fetch(request)
  }
  return { api: { fetch }, left }
}

/** What is asked of each facade, and with which scheme. */
const asked = {
  native: [`${BASE}/calendar/events`, 'Bearer'],
  salesloft: [`${BASE}/v2/calendar/events`, 'Bearer'],
  attendee: [`${BASE}/api/v1/calendar_events`, 'Token'],
  graphql: [`${BASE}/graphql?query={__typename}`, 'Bearer'],
} as const

const alone = Object.keys(asked) as readonly Facade[]

describe.each(Object.entries(frameworks))('one facade alone in %s', (_name, mountedOn) => {
  test.each(alone)('%s: the others are not there', async (facade) => {
    const mounted = await mountedOn(BASE, facadesAt(BASE, partsOf(), [facade]))
    for (const each of alone) {
      const [path, scheme] = asked[each]
      const { status } = await mounted.fetch(path, { headers: { Authorization: `${scheme} ann` } })
      expect([each, status]).toEqual([each, each === facade ? 200 : 404])
    }
    await mounted.close()
  })
})

describe('a body that express.json() has read before', () => {
  test('is gone where its bytes were not kept: a refusal, never a request that hangs', async () => {
    const app = express()
    app.use(express.json())
    app.use(onExpress(BASE, facadesAt(BASE, partsOf())))
    const mounted = await listening(createServer(app))
    const { status, body } = await jsonOf(mounted.fetch(EVENTS, creating('x')))
    expect([status, body]).toMatchObject([400, { code: 'VALIDATION_FAILED' }])
    await mounted.close()
  })
})
