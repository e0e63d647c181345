/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- the wire: tests say what they expect of it */
import type { CalendarService } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { nativeApi } from '../src/index.js'
import {
  asking,
  backends,
  codeOf,
  create,
  demoBearer,
  directory,
  EVENTS,
  onEveryStore,
  pointersIn,
  serve,
  slot,
} from './harness.js'

const MIB = 1_048_576

onEveryStore('http', (world) => {
  test('unknown routes are 404 problems', async () => {
    for (const path of [
      '/',
      '/calendar',
      '/calendar/nope',
      `${EVENTS}/`,
      `${EVENTS}/a/b/c`,
      '/calendar/changes/a',
    ]) {
      const got = await world().ask(`GET ${path}`)
      expect(codeOf(got), path).toBe('404 NOT_FOUND')
      expect(got.headers.get('Content-Type')).toBe('application/problem+json')
      expect(got.headers.get('Cache-Control')).toBe('private, no-store')
    }
  })

  test('a known path says which methods it knows', async () => {
    const put = await world().ask(`PUT ${EVENTS}`)
    const options = await world().ask(`OPTIONS ${EVENTS}/a`, { as: null })

    expect([codeOf(put), put.headers.get('Allow')]).toEqual([
      '405 METHOD_NOT_ALLOWED',
      'GET, HEAD, POST, OPTIONS',
    ])
    expect([options.status, options.headers.get('Allow')]).toEqual([
      204,
      'GET, HEAD, PATCH, DELETE, OPTIONS',
    ])
  })

  test('HEAD is GET without the body', async () => {
    await create(world().ask, { id: 'a' })
    const got = await world().ask(`HEAD ${EVENTS}/a`)

    expect([got.status, got.text, got.headers.get('ETag')]).toEqual([200, '', '"1"'])
  })

  test('every endpoint wants a bearer', async () => {
    const routes = [
      'GET /calendar/events',
      'POST /calendar/events',
      'GET /calendar/events/overview',
      'GET /calendar/events/a',
      'PATCH /calendar/events/a',
      'DELETE /calendar/events/a',
      'PUT /calendar/events/a/rsvp',
      'POST /calendar/events/a/participants',
      'DELETE /calendar/events/a/participants/b',
      'GET /calendar/events/a/history',
      'GET /calendar/freebusy',
      'GET /calendar/changes',
      'GET /calendar/stream',
    ]
    for (const route of routes) {
      expect(codeOf(await world().ask(route, { as: null })), route).toBe('401 UNAUTHENTICATED')
      const basic = { as: null, headers: { Authorization: 'Basic eDp5' } }
      expect(codeOf(await world().ask(route, basic)), route).toBe('401 UNAUTHENTICATED')
    }
  })

  test('malformed JSON is refused as a whole', async () => {
    const bad = [
      '',
      '{',
      '{"a":}',
      'nope',
      '{"title":"x",}',
      "{'a':1}",
      '\u0000',
      '['.repeat(100_000),
      `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`,
    ]
    for (const raw of bad) {
      const got = await world().ask(`POST ${EVENTS}`, { raw })
      expect([codeOf(got), pointersIn(got)], raw.slice(0, 20)).toEqual([
        '400 VALIDATION_FAILED',
        [''],
      ])
    }
    for (const raw of ['[]', '"x"', '7', 'null', 'true']) {
      const got = await world().ask(`POST ${EVENTS}`, { raw })
      expect([codeOf(got), pointersIn(got)], raw).toEqual(['400 VALIDATION_FAILED', ['']])
    }
  })

  test('bytes that are not UTF-8 are refused', async () => {
    const raw = Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)
    const got = await world().ask(`POST ${EVENTS}`, { raw })

    expect([codeOf(got), pointersIn(got)]).toEqual(['400 VALIDATION_FAILED', ['']])
  })

  test('lone surrogates and U+0000 are refused wherever a string may stand', async () => {
    const raw = `{"title":"\\ud800","time_slot":{"start":"${slot.start}","end":"${slot.end}"},
      "location":"\\u0000","body":{"format":"PLAIN","content":"\\udfff"},
      "participants":[{"user_id":"\\ud83d"}],"attachments":[{"name":"\\u0000","url":"https://x.example/\\ud800"}]}`
    const got = await world().ask(`POST ${EVENTS}`, { raw })

    expect(pointersIn(got).toSorted()).toEqual([
      '/attachments/0/name',
      '/attachments/0/url',
      '/body/content',
      '/location',
      '/participants/0/user_id',
      '/title',
    ])
  })

  test('what is not percent-encoded text is refused in queries and paths', async () => {
    const { ask } = world()

    expect(pointersIn(await ask(`GET ${EVENTS}?time_zone=%ff`))).toEqual(['/time_zone'])
    expect(pointersIn(await ask(`GET ${EVENTS}?time_zone=%`))).toEqual(['/time_zone'])
    expect(pointersIn(await ask(`GET ${EVENTS}?page_cursor=%00`))).toEqual(['/page_cursor'])
    expect(pointersIn(await ask(`GET ${EVENTS}/%ff`))).toEqual(['/event_id'])
    expect(pointersIn(await ask(`GET ${EVENTS}/%E0%A4%A`))).toEqual(['/event_id'])
    expect(pointersIn(await ask(`GET ${EVENTS}/a%00`))).toEqual(['/event_id'])
    expect(pointersIn(await ask(`DELETE ${EVENTS}/a/participants/%00`))).toEqual(['/user_id'])
  })

  test('a body over 1 MiB is 413, with a length or without, and the next request is answered', async () => {
    const title = 'x'.repeat(2 * MIB)
    const got = await world().ask(`POST ${EVENTS}`, { json: { title } })
    expect(codeOf(got)).toBe('413 PAYLOAD_TOO_LARGE')

    const chunked = (chunks: number) => {
      let left = chunks
      return new ReadableStream<Uint8Array>({
        pull: (controller) => {
          left -= 1
          if (left < 0) controller.close()
          else controller.enqueue(new Uint8Array(65_536).fill(0x20))
        },
      })
    }
    for (const chunks of [17, 1_000_000]) {
      expect((await world().api.fetch(streamed(chunked(chunks)))).status).toBe(413)
    }
    const whole = `{"title":"x","time_slot":${JSON.stringify(slot)}}`
    expect((await world().ask(`POST ${EVENTS}`, { raw: whole.padEnd(MIB) })).status).toBe(201)
    expect((await world().ask(`POST ${EVENTS}`, { raw: whole.padEnd(MIB + 1) })).status).toBe(413)
  })

  test('a body that breaks off is a problem', async () => {
    const body = new ReadableStream({
      pull: (controller) => {
        controller.error(new Error('gone'))
      },
    })
    expect((await world().api.fetch(streamed(body))).status).toBe(400)
  })

  test('mounts under any path', async () => {
    const host = new Hono()
    host.route('/v1/api', world().api)
    const ask = asking(host)
    const created = await ask('POST /v1/api/calendar/events', {
      json: { id: 'a', title: 'x', time_slot: slot },
    })

    expect(created.headers.get('Location')).toBe('/v1/api/calendar/events/a')
    expect((await ask('GET /v1/api/calendar/events/a')).status).toBe(200)
    expect((await ask('DELETE /v1/api/calendar/events/a/participants/b%2Fc')).status).toBe(204)
    expect(codeOf(await ask('GET /v1/api/calendar/nope'))).toBe('404 NOT_FOUND')
    expect((await ask('GET /v1/api/openapi.json')).body.servers).toEqual([{ url: '/v1/api' }])
  })
})

/** A request whose body comes bit by bit. */
const streamed = (body: ReadableStream): Request => {
  const headers = { Authorization: 'Bearer demo-ann' }
  const init = { method: 'POST', headers, body, duplex: 'half' as const }
  return new Request(`http://localhost${EVENTS}`, init)
}

describe('what goes wrong inside', () => {
  const broken = async (calendar: Partial<CalendarService>) => {
    const [memory] = backends
    if (memory === undefined) throw new Error('no backend')
    const served = await serve(memory)
    const faults: unknown[] = []
    const api = nativeApi({
      calendar: { ...served.calendar, ...calendar },
      directory,
      authenticate: demoBearer,
      onFault: ({ cause }) => faults.push(cause),
    })
    return { ask: asking(api), faults, served }
  }

  test('a store that fails is 503 with Retry-After, and says why only inside', async () => {
    const failure = { type: 'StoreFailure', reason: 'SQLITE_IOERR at /var/db' } as const
    const { ask, faults } = await broken({ list: () => TE.left(failure) })
    const got = await ask(`GET ${EVENTS}`)

    expect(codeOf(got)).toBe('503 SERVICE_UNAVAILABLE')
    expect(got.headers.get('Retry-After')).toBe('1')
    expect(got.text).not.toContain('SQLITE')
    expect(faults).toEqual([failure])
  })

  test('an exception is 500 without a stack, and the next request is answered', async () => {
    const { ask, faults } = await broken({
      list: () => {
        throw new Error('secret path /etc')
      },
    })
    const got = await ask(`GET ${EVENTS}`)

    expect(codeOf(got)).toBe('500 INTERNAL')
    expect(got.text).not.toContain('secret')
    expect(faults).toHaveLength(1)
    expect(
      (await ask('POST /calendar/events', { json: { title: 'x', time_slot: slot } })).status,
    ).toBe(201)
  })

  test('a directory that fails costs an answer its names only; inviting then is 503', async () => {
    const [memory] = backends
    if (memory === undefined) throw new Error('no backend')
    const { calendar } = await serve(memory)
    const faults: unknown[] = []
    const failing = TE.left({ type: 'DirectoryFailure', reason: 'LDAP' } as const)
    const api = nativeApi({
      calendar,
      directory: { users: () => failing, assignableChannels: () => failing },
      authenticate: demoBearer,
      onFault: (fault) => faults.push(fault),
    })
    const got = await create(asking(api), { participants: [{ user_id: 'bob' }] })

    expect(got.participants[1]).toEqual({
      user_id: 'bob',
      rsvp_status: 'NEEDS_ACTION',
      is_organizer: false,
    })
    expect(faults).toHaveLength(1)
  })
})
