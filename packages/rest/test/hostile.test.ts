/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Got } from './harness.js'
import { codeOf, create, EVENTS, onEveryStore, slot } from './harness.js'

/** An answer that a caller may get: no 5xx, and a problem when it is a refusal. */
const isSane = (got: Got) => {
  expect(got.status, got.text).toBeLessThan(500)
  if (got.status < 400) return
  expect(got.headers.get('Content-Type')).toBe('application/problem+json')
  expect(got.body).toMatchObject({ status: got.status, code: expect.any(String) as string })
}

const names = [
  'title',
  'time_slot',
  'start',
  'end',
  'time_zone',
  'all_day',
  'location',
  'body',
  'format',
  'content',
  'ops',
  'insert',
  'attributes',
  'participants',
  'user_id',
  'channel_id',
  'attachments',
  'name',
  'url',
  'size',
  'status',
  'rsvp_status',
  'comment',
  'recurrence',
  'visibility',
  'calendar_id',
  'id',
  'participants_notification',
  'show_participant_list',
  '__proto__',
  'constructor',
  'toString',
]
const texts = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'PLAIN',
    'HTML',
    'DELTA',
    'CANCELLED',
    'TENTATIVE',
    'ACCEPTED',
    'UTC',
    'Europe/Berlin',
    'primary-ann',
    'ann',
    'team',
    'https://x.example',
    '\ud800',
    '\0',
    '<b>x</b>',
    slot.start,
    slot.end,
    '2027-03-08',
    '2027-03-08T09:00:00',
    '9999-12-31T23:59:59.9999999Z',
    '0001-01-01T00:00:00+23:59',
    'RESET_NOTIFICATION',
    'NO_NOTIFICATION',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: texts },
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
  ),
}))
const members = fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 6 })
const bodies = fc.oneof(
  members,
  members.map((some) => ({ title: 'x', time_slot: slot, ...some })),
  members.map(({ start, end, ...some }) => ({
    title: 'x',
    ...some,
    time_slot: { ...slot, start, end },
  })),
)

onEveryStore('hostile input', (world) => {
  test('any JSON body is an answer or a problem', async () => {
    await create(world().ask, { id: 'a', participants: [{ user_id: 'bob' }] })
    const routes = [
      `POST ${EVENTS}`,
      `PATCH ${EVENTS}/a`,
      `PUT ${EVENTS}/a/rsvp`,
      `POST ${EVENTS}/a/participants`,
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), bodies, async (route, json) => {
        isSane(await world().ask(route, { json }))
      }),
      { numRuns: 400 },
    )
  })

  test('any bytes as a body are an answer or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        isSane(await world().ask(`POST ${EVENTS}`, { raw: Uint8Array.from(bytes) }))
      }),
      { numRuns: 100 },
    )
  })

  test('any query is an answer or a problem', async () => {
    const params = fc.constantFrom(
      'start_after',
      'start_before',
      'end_after',
      'end_before',
      'rsvp_status',
      'status',
      'order_by',
      'time_zone',
      'expand',
      'page_cursor',
      'page_limit',
      'as_of',
      'body_format',
      '%ff',
      '',
    )
    const sent = fc.oneof(
      texts.map((text) => encodeURIComponent(text.toWellFormed())),
      fc.constantFrom('%', '%ff', '%00', '%ED%A0%80', '1', '-1', '0', '9'.repeat(400), '+'),
      fc.webQueryParameters(),
    )
    const queries = fc
      .array(fc.tuple(params, sent), { maxLength: 5 })
      .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'))
    const paths = fc.constantFrom('', '/overview', '/a', '/a/history')
    await create(world().ask, { id: 'a' })
    await fc.assert(
      fc.asyncProperty(paths, queries, async (path, query) => {
        isSane(await world().ask(`GET ${EVENTS}${path}?${query.replaceAll(' ', '+')}`))
      }),
      { numRuns: 400 },
    )
  })

  test('any path is an answer or a problem', async () => {
    const segments = fc.oneof(
      fc.webSegment(),
      fc.constantFrom('%', '%ff', '%00', '%2F', '%2e%2e', '..', '', 'a', 'overview'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'PATCH', 'DELETE', 'PUT'),
        fc.array(segments, { maxLength: 4 }),
        async (method, path) => {
          const json = method === 'PATCH' || method === 'PUT' ? { json: { title: 'x' } } : {}
          isSane(await world().ask(`${method} ${EVENTS}/${path.join('/')}`, json))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('any header value is an answer or a problem', async () => {
    await create(world().ask, { id: 'a' })
    const value = fc.oneof(
      fc.string({
        unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
        maxLength: 30,
      }),
      fc.constantFrom(
        '"1"',
        'W/"1"',
        '*',
        '"1",',
        ',',
        '"'.repeat(10_000),
        `"1"${', "1"'.repeat(5000)}`,
        `"1"${' '.repeat(20_000)}x`,
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('If-Match', 'Idempotency-Key', 'Content-Type', 'Authorization'),
        value,
        async (name, text) => {
          isSane(
            await world().ask(`PATCH ${EVENTS}/a`, {
              json: { title: 'x' },
              headers: { [name]: text },
            }),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('a cursor with one bit changed is INVALID_CURSOR', async () => {
    for (const id of ['a', 'b']) await create(world().ask, { id })
    const page = await world().ask(`GET ${EVENTS}?page_limit=1`)
    const cursor = String(page.body.pagination.next_cursor)
    const bytes = Buffer.from(cursor, 'base64url')
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length * 8 - 1 }), async (bit) => {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const got = await world().ask(`GET ${EVENTS}?page_cursor=${changed.toString('base64url')}`)
        expect(codeOf(got)).toBe('400 INVALID_CURSOR')
      }),
      { numRuns: 200 },
    )
  })
})
