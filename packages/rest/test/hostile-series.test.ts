/* eslint-disable @typescript-eslint/no-unsafe-member-access -- the wire: tests say what they expect of it */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Got } from './harness.js'
import { create, EVENTS, onEveryStore, slot } from './harness.js'

/** An answer that a caller may get: no 5xx, and a problem when it is a refusal. */
const isSane = (got: Got, sent: unknown) => {
  expect(got.status, `${JSON.stringify(sent)} ${got.text}`).toBeLessThan(500)
  if (got.status < 400) return
  expect(got.headers.get('Content-Type')).toBe('application/problem+json')
  expect(got.body).toMatchObject({ status: got.status, code: expect.any(String) as string })
}

const numbers = fc.oneof(
  fc.integer({ min: -400, max: 400 }),
  fc.constantFrom(0, 1, 2, 53, 366, 1e9, 1e15, Number.MAX_SAFE_INTEGER),
)
const lists = fc.array(numbers, { minLength: 1, maxLength: 5 }).map((all) => all.join(','))
const ruleParts = fc.oneof(
  fc
    .constantFrom('SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', '')
    .map((frequency) => `FREQ=${frequency}`),
  fc.tuple(fc.constantFrom('COUNT', 'INTERVAL'), numbers).map(([name, n]) => `${name}=${n}`),
  fc
    .tuple(
      fc.constantFrom(
        'BYSECOND',
        'BYMINUTE',
        'BYHOUR',
        'BYMONTHDAY',
        'BYYEARDAY',
        'BYWEEKNO',
        'BYMONTH',
        'BYSETPOS',
      ),
      lists,
    )
    .map(([name, list]) => `${name}=${list}`),
  fc.constantFrom(
    'UNTIL=20270401T000000Z',
    'UNTIL=20270401',
    'UNTIL=00000000T000000Z',
    'UNTIL=99991231T235959Z',
    'BYDAY=MO,TU',
    'BYDAY=-1FR',
    'BYDAY=54MO',
    'WKST=SU',
    'RSCALE=HEBREW',
    'RSCALE=CHINESE;SKIP=FORWARD',
    'SKIP=BACKWARD',
  ),
)
const rules = fc
  .array(ruleParts, { minLength: 0, maxLength: 5 })
  .map((parts) => `RRULE:${['FREQ=DAILY', ...parts].join(';')}`)
const moments = fc.constantFrom(
  '20270308T100000Z',
  '20270309T100000Z',
  '20270308T100000',
  '20270308',
  '00000000',
  '20271345T990000Z',
  '99991231T235959Z',
  '20270308T100000Z/PT1H',
)
const lines = fc.oneof(
  { weight: 4, arbitrary: rules },
  fc.constantFrom('RRULE:FREQ=DAILY;COUNT=3', 'RRULE:FREQ=WEEKLY'),
  fc
    .tuple(
      fc.constantFrom('RDATE', 'EXDATE', 'RDATE;VALUE=DATE', 'EXDATE;TZID=Mars/Base', 'DTSTART'),
      fc.array(moments, { maxLength: 4 }),
    )
    .map(([name, all]) => `${name}:${all.join(',')}`),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const recurrences = fc.oneof(fc.array(lines, { maxLength: 4 }), fc.constant(null), lines)
const slots = fc.constantFrom(
  slot,
  { start: '2027-03-08', end: '2027-03-09', all_day: true },
  { start: '2027-03-08T02:30:00', end: '2027-03-08T03:30:00', time_zone: 'America/New_York' },
  { start: '0001-01-01T00:00:00Z', end: '0001-01-01T01:00:00Z' },
  { start: '9999-12-31T22:00:00Z', end: '9999-12-31T23:59:59Z' },
  { start: '2027-03-08T10:00:00Z', end: '2029-03-08T10:00:00Z' },
)

onEveryStore('hostile series', (world) => {
  test('any recurrence is an answer or a problem, and what is kept can be read', async () => {
    await fc.assert(
      fc.asyncProperty(recurrences, slots, async (recurrence, time_slot) => {
        const json = { title: 'x', time_slot, recurrence }
        const made = await world().ask(`POST ${EVENTS}`, { json })
        isSane(made, json)
        if (made.status !== 201) return
        const event = `${EVENTS}/${String(made.body.id)}`
        for (const query of ['page_limit=3', 'expand=false&page_limit=3']) {
          isSane(await world().ask(`GET ${EVENTS}?${query}`), json)
        }
        const bound = 'end_before=2030-01-01T00:00:00Z&order_by=START_DATE_DESC&page_limit=3'
        isSane(await world().ask(`GET ${EVENTS}?${bound}`), json)
        expect((await world().ask(`GET ${event}`)).status).toBe(200)
        expect((await world().ask(`DELETE ${event}`)).status).toBe(204)
      }),
      { numRuns: 300 },
    )
  })

  test('any change of an occurrence is an answer or a problem', async () => {
    await create(world().ask, {
      id: 's',
      recurrence: ['RRULE:FREQ=DAILY'],
      participants: [{ user_id: 'bob' }],
    })
    const ids = fc.oneof(
      fc.nat({ max: 20 }).map((n) => `202703${String(n + 8).padStart(2, '0')}T100000Z`),
      moments.map(encodeURIComponent),
      fc.constantFrom('%', '%00', '..', 'today'),
    )
    const patches = fc.record(
      {
        title: fc.constantFrom('a', 'b', '', null),
        location: fc.constantFrom('a', null),
        time_slot: slots,
        body: fc.constantFrom({ content: 'x' }, { format: 'PLAIN', content: 'x' }, null),
        status: fc.constantFrom('CONFIRMED', 'TENTATIVE', 'CANCELLED'),
        recurrence: recurrences,
        visibility: fc.constantFrom('PUBLIC', 'PARTICIPANTS'),
        participants_notification: fc.constantFrom(
          'NO_NOTIFICATION',
          'UPDATE_NOTIFICATION',
          'RESET_NOTIFICATION',
        ),
      },
      { requiredKeys: [] },
    )
    const scopes = fc.constantFrom('', '?scope=this', '?scope=following', '?scope=all')
    await fc.assert(
      fc.asyncProperty(ids, scopes, patches, async (id, scope, json) => {
        const place = `${EVENTS}/s/occurrences/${id}${scope}`
        isSane(await world().ask(`PATCH ${place}`, { json }), [place, json])
        isSane(await world().ask(`GET ${EVENTS}?page_limit=5`), [place, json])
        isSane(await world().ask(`GET ${EVENTS}/s_${id}`), [place, json])
        isSane(await world().ask(`GET ${EVENTS}/s_${id}/explain`), [place, json])
        const answer = { rsvp_status: 'ACCEPTED', recurrence_id: id }
        isSane(await world().ask(`PUT ${EVENTS}/s/rsvp`, { as: 'bob', json: answer }), answer)
        if (json.title === 'b') isSane(await world().ask(`DELETE ${place}`), place)
      }),
      { numRuns: 150 },
    )
    isSane(await world().ask(`GET ${EVENTS}/s/history`), 'history')
  })
})
