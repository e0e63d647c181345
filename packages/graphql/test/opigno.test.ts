/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import { randomIds, UTC } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { at, create, cursorsIn, idsIn, list, NOW, onEveryStore, reasonOf } from './harness.js'

const YEAR_MS = 365.25 * 86_400_000
const isoOf = (ms: number) => new Date(ms).toISOString()

onEveryStore('getCalendarEvents', (world) => {
  test('O-1, O-3: without a token, with a bad one, or without the scope AUTHENTICATED it is 401', async () => {
    const { ask } = world()
    for (const as of [null, 'forged', 'scopeless']) {
      const got = await ask(
        '{ getCalendarEvents(fromDate: "2027-03-08T00:00:00Z") { edges { cursor } } }',
        { as },
      )
      expect([got.status, reasonOf(got)]).toEqual([401, 'UNAUTHENTICATED'])
      expect(got.headers.get('WWW-Authenticate')).toBe('Bearer')
      expect(got.data).toBeNull()
    }
  })

  test('O-3: a valid token without permission is 403', async () => {
    const got = await list(world().ask, {}, 'outcast')
    expect([got.status, reasonOf(got)]).toEqual([403, 'FORBIDDEN'])
  })

  test('O-1, O-3: mutations and subscriptions let nobody in whom queries do not', async () => {
    const { ask, calendar } = world()
    const mutation = `mutation { createCalendarEvent(input: { id: "x", title: "X", start: "${at(1)}", end: "${at(2)}" }) { __typename } }`
    for (const query of [
      mutation,
      'subscription { calendarEventChanged { id } }',
      '{ nonsense',
      '',
    ]) {
      for (const as of [null, 'forged', 'scopeless']) {
        const got = await ask(query, { as })
        expect([got.status, reasonOf(got), got.data]).toEqual([401, 'UNAUTHENTICATED', null])
      }
      const got = await ask(query, { as: 'outcast' })
      expect([got.status, reasonOf(got), got.data]).toEqual([403, 'FORBIDDEN', null])
    }
    expect(await calendar.promises.position({ tenantId: 'demo' })).toBe(0)
  })

  test("O-2: a viewer gets their own events, never another's, nor another tenant's", async () => {
    await create(world(), { uid: 'mine' })
    await create(world(), { uid: 'ours', guests: ['bob'] })
    expect(idsIn(await list(world().ask, {}))).toEqual(['mine', 'ours'])
    expect(idsIn(await list(world().ask, {}, 'bob'))).toEqual(['ours'])
    expect(idsIn(await list(world().ask, {}, 'cyd'))).toEqual([])
    expect(idsIn(await list(world().ask, {}, 'ann@other'))).toEqual([])
  })

  test('O-2: public events are visible to every authenticated user of the tenant', async () => {
    await create(world(), { uid: 'fair', visibility: 'Public', guests: ['bob'] })
    const recurrence = ['RRULE:FREQ=DAILY;COUNT=2']
    await create(world(), { uid: 'tour', visibility: 'Public', recurrence })
    await create(world(), { uid: 'mine', as: 'cyd' })
    await create(world(), { uid: 'private' })
    const { ask } = world()
    expect(idsIn(await list(ask, {}, 'cyd'))).toEqual(['fair', 'mine', 'tour_20270308T100000Z'])
    expect(idsIn(await list(ask, {}, 'cyd@other'))).toEqual([])
    const [, second] = cursorsIn(await list(ask, {}, 'cyd'))
    expect(idsIn(await list(ask, { first: 9, after: second }, 'cyd'))).toEqual([
      'tour_20270308T100000Z',
    ])
    const query =
      '{ calendarEvent(id: "fair") { myRsvp ctas { action } participants { totalCount } } }'
    expect((await ask(query, { as: 'cyd' })).data.calendarEvent).toEqual({
      myRsvp: null,
      ctas: [{ action: 'TOGGLE_BOOKMARK' }],
      participants: { totalCount: 2 },
    })
    const paged = `{ getCalendarEvents(fromDate: "${at(0)}", first: 1) { edges { node { participants { totalCount } } } } }`
    const [first] = (await ask(paged, { as: 'cyd' })).data.getCalendarEvents.edges
    expect(first.node.participants.totalCount).toBe(2)
  })

  test('O-4: fromDate is required', async () => {
    const got = await world().ask('{ getCalendarEvents { edges { cursor } } }')
    expect(got.data).toBeNull()
    expect(got.errors[0].message).toContain('fromDate')
    const unset = await world().ask(
      'query Q($from: DateTime!) { getCalendarEvents(fromDate: $from) { edges { cursor } } }',
    )
    expect(unset.errors[0].message).toContain('from')
    expect(reasonOf(unset)).toBe('BAD_USER_INPUT')
    const graphql = await world().ask('{ getCalendarEvents { edges { cursor } } }', {
      headers: { Accept: 'application/graphql-response+json' },
    })
    expect(graphql.status).toBe(400)
  })

  test('O-5, O-A2: without toDate the window is a year long', async () => {
    await create(world(), { uid: 'soon', start: at(10), end: at(11) })
    await create(world(), {
      uid: 'last',
      start: '2028-03-07T23:59:00Z',
      end: '2028-03-08T00:30:00Z',
    })
    await create(world(), {
      uid: 'late',
      start: '2028-03-08T00:00:00Z',
      end: '2028-03-08T01:00:00Z',
    })
    expect(idsIn(await list(world().ask, { toDate: undefined }))).toEqual(['soon', 'last'])
    expect(idsIn(await list(world().ask, { toDate: null }))).toEqual(['soon', 'last'])
  })

  test.each(['today', '2027-03-08', '2027-03-08T00:00:00', '2027-13-08T00:00:00Z', '', 5, null])(
    'O-6: the date %j is an invalid format, as a literal and as a variable',
    async (date) => {
      const { ask } = world()
      const literal = await ask(
        `{ getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", toDate: ${JSON.stringify(date)}) { edges { cursor } } }`,
      )
      const variable = await list(ask, { toDate: date })
      if (date === null) {
        expect([literal.errors, variable.errors]).toEqual([null, null])
      } else {
        expect(reasonOf(literal)).toBe('BAD_USER_INPUT INVALID_DATE_FORMAT')
        expect(reasonOf(variable)).toBe('BAD_USER_INPUT INVALID_DATE_FORMAT')
        expect(variable.errors[0].message).toContain('Invalid date format')
      }
    },
  )

  test('O-6: fromDate is refused like toDate, whichever other argument is wrong too', async () => {
    const { ask } = world()
    for (const fromDate of ['yesterday', '2027-02-30T00:00:00Z', '2027-03-08T24:00:01Z', 1]) {
      const got = await list(ask, { fromDate, toDate: at(0) })
      expect([reasonOf(got), got.data]).toEqual(['BAD_USER_INPUT INVALID_DATE_FORMAT', null])
    }
  })

  test('O-6: ISO 8601 with an offset, with fractions, without seconds is understood', async () => {
    await create(world(), { uid: 'ten' })
    for (const fromDate of [
      '2027-03-08T11:59+02:00',
      '2027-03-08T10:59:59.999999Z',
      '2027-03-08t05:00:00-0500',
    ]) {
      expect(idsIn(await list(world().ask, { fromDate }))).toEqual(['ten'])
    }
  })

  test('O-7: fromDate must be before toDate; equality is refused too', async () => {
    for (const toDate of [at(0), '2027-03-07T23:59:59Z', '2027-03-08T01:00:00+01:00']) {
      const got = await list(world().ask, { toDate })
      expect(reasonOf(got)).toBe('BAD_USER_INPUT INVALID_DATE_RANGE')
      expect(got.errors[0].message).toContain('Invalid date range')
    }
    expect((await list(world().ask, { toDate: '2027-03-08T00:00:00.001Z' })).errors).toBeNull()
  })

  test('O-8: type filters; what is ours are meetings', async () => {
    await create(world(), { uid: 'm' })
    expect(idsIn(await list(world().ask, { type: 'MEETING' }))).toEqual(['m'])
    for (const type of ['LIVE_SESSION', 'LIVE_SESSION_SPOT', 'EXTERNAL', 'OTHER']) {
      expect(idsIn(await list(world().ask, { type }))).toEqual([])
    }
    expect((await list(world().ask, { type: 'PARTY' })).errors).not.toBeNull()
  })

  test('O-8, O-18: what is imported is EXTERNAL, and a kind that is not known reads as OTHER', async () => {
    const { ask, calendar, store } = world()
    await create(world(), { uid: 'm' })
    await create(world(), { uid: 'newer' })
    const nobody = { organizer: null, creator: null, attendees: [], extendedProperties: null }
    const { event } = await calendar.promises.execute({
      ...{ type: 'ImportEvent', tenantId: 'demo', actor: 'ann', key: ['g1'], title: 'Away' },
      time: { type: 'Timed', start: NOW + 3_600_000, end: NOW + 7_200_000, timeZone: UTC },
      ...{ status: 'Confirmed', location: null, body: null, recurrence: null, occurrences: [] },
      source: {
        ...{ provider: 'google', providerId: 'g1', iCalUid: null, createdAt: null },
        ...{ updatedAt: null, sequence: null, htmlLink: null, conferenceUrl: null },
        ...{ transparency: 'Opaque', ...nobody, raw: {} },
      },
    })
    // As a later version would.
    const kind = 'Webinar' as 'Other'
    const happened = { type: 'Classified', at: NOW, kind, spot: null } as const
    const eventId = randomIds.uuid()
    await store.append({
      ...{ tenantId: 'demo', commandId: 'c', fingerprint: null, causationId: null },
      ...{ correlationId: null, actor: { type: 'User', userId: 'ann' } },
      streams: [
        {
          ...{ aggregate: 'event', streamId: 'newer', expected: { type: 'Exists' } },
          decide: () => E.right([{ eventId, happened }]),
        },
      ],
    })()
    const of = async (type: string) => idsIn(await list(ask, { type }))
    expect(await of('MEETING')).toEqual(['m'])
    expect(await of('EXTERNAL')).toEqual([event.uid])
    expect(await of('OTHER')).toEqual(['newer'])
    const { data } = await ask('{ calendarEvent(id: "newer") { type } }')
    expect(data.calendarEvent).toEqual({ type: 'OTHER' })
  })

  test('O-9, O-10, O-A1: after is behind the cursor, before is before it', async () => {
    for (const uid of ['a', 'b', 'c', 'd', 'e']) await create(world(), { uid })
    const { ask } = world()
    const middle = cursorsIn(await list(ask, {}))[2]
    expect(idsIn(await list(ask, { first: 5, after: middle }))).toEqual(['d', 'e'])
    expect(idsIn(await list(ask, { last: 5, before: middle }))).toEqual(['a', 'b'])
  })

  test('O-11, O-12, O-A7: first takes the first, last the last, both ascending', async () => {
    for (const uid of ['a', 'b', 'c', 'd']) await create(world(), { uid })
    const { ask } = world()
    expect(idsIn(await list(ask, { first: 2 }))).toEqual(['a', 'b'])
    expect(idsIn(await list(ask, { last: 2 }))).toEqual(['c', 'd'])
    const [, , third] = cursorsIn(await list(ask, {}))
    expect(idsIn(await list(ask, { last: 1, before: third }))).toEqual(['b'])
    expect(idsIn(await list(ask, { first: 1, after: third }))).toEqual(['d'])
  })

  test.each([
    [{ after: 'x' }, 'MISSING_FIRST', 'Missing cursor parameter'],
    [{ before: 'x' }, 'MISSING_LAST', 'Missing cursor parameter'],
    [{ first: 1, last: 1 }, 'CONFLICTING_PAGINATION', 'Conflicting parameters'],
    [{ after: 'x', before: 'x' }, 'CONFLICTING_PAGINATION', 'Conflicting parameters'],
    [{ first: 1, before: 'x' }, 'CONFLICTING_PAGINATION', 'Conflicting parameters'],
    [{ last: 1, after: 'x' }, 'CONFLICTING_PAGINATION', 'Conflicting parameters'],
    [{ first: 1, after: 'x', last: 1 }, 'CONFLICTING_PAGINATION', 'Conflicting parameters'],
    [{ first: -1 }, 'PAGE_SIZE_OUT_OF_RANGE', 'first and last'],
    [{ last: -1 }, 'PAGE_SIZE_OUT_OF_RANGE', 'first and last'],
    [{ first: 101 }, 'PAGE_SIZE_OUT_OF_RANGE', 'first and last'],
    [{ last: 2_147_483_647 }, 'PAGE_SIZE_OUT_OF_RANGE', 'first and last'],
    [{ first: 1, after: 'x' }, 'INVALID_CURSOR', 'Invalid cursor'],
    [{ last: 1, before: '' }, 'INVALID_CURSOR', 'Invalid cursor'],
  ])('O-9 to O-15: %j is refused as %s', async (args, reason, message) => {
    const got = await list(world().ask, args)
    expect(reasonOf(got)).toBe(`BAD_USER_INPUT ${reason}`)
    expect(got.errors[0].message).toContain(message)
    expect(got.status).toBe(200)
  })

  test('O-9, O-11: null is the same as left out', async () => {
    await create(world(), { uid: 'a' })
    const got = await list(world().ask, {
      first: 1,
      after: null,
      last: null,
      before: null,
      type: null,
    })
    expect(idsIn(got)).toEqual(['a'])
  })

  test('O-15, O-A6: a cursor is of use to its viewer, beside its filters, and no one else', async () => {
    for (const uid of ['a', 'b']) await create(world(), { uid, guests: ['bob'] })
    const { ask } = world()
    const [cursor = ''] = cursorsIn(await list(ask, {}))
    expect(idsIn(await list(ask, { first: 5, after: cursor }))).toEqual(['b'])
    const flipped = `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`
    const others = [
      list(ask, { first: 5, after: flipped }),
      list(ask, { first: 5, after: cursor }, 'bob'),
      list(ask, { first: 5, after: cursor, type: 'MEETING' }),
      list(ask, { first: 5, after: cursor, toDate: at(23) }),
      list(ask, { first: 5, after: cursor, fromDate: at(1) }),
    ]
    for (const got of await Promise.all(others)) {
      expect(reasonOf(got)).toBe('BAD_USER_INPUT INVALID_CURSOR')
    }
    expect(idsIn(await list(ask, { last: 5, before: cursor }))).toEqual([]) // from either side
  })

  test('O-15: a cursor expires after 24 hours', async () => {
    await create(world(), { uid: 'a' })
    const [after] = cursorsIn(await list(world().ask, {}))
    world().clock.advance(86_400_000)
    expect((await list(world().ask, { first: 1, after })).errors).toBeNull()
    world().clock.advance(1)
    const got = await list(world().ask, { first: 1, after })
    expect(reasonOf(got)).toBe('BAD_USER_INPUT EXPIRED_CURSOR')
  })

  test('O-15: a cursor expires when what it pins cannot be read any more', async () => {
    const { ask, store, calendar } = world()
    await create(world(), { uid: 'a' })
    const [after] = cursorsIn(await list(ask, {}))
    await create(world(), { uid: 'b' })
    expect(idsIn(await list(ask, { first: 1, after }))).toEqual([])
    await store.prune('demo', await calendar.promises.position({ tenantId: 'demo' }))()
    const got = await list(ask, { first: 1, after })
    expect(reasonOf(got)).toBe('BAD_USER_INPUT EXPIRED_CURSOR')
  })

  test('O-16: a window that reaches past the horizon is refused', async () => {
    const within = isoOf(NOW + 5 * YEAR_MS - 2 * 86_400_000)
    const beyond = isoOf(NOW + 5 * YEAR_MS + 2 * 86_400_000)
    expect((await list(world().ask, { toDate: within })).errors).toBeNull()
    expect(reasonOf(await list(world().ask, { toDate: beyond }))).toBe(
      'BAD_USER_INPUT DATE_TOO_DISTANT',
    )
    const open = await list(world().ask, { fromDate: within, toDate: undefined })
    expect(reasonOf(open)).toBe('BAD_USER_INPUT DATE_TOO_DISTANT')
  })

  test('O-17: edges, nodes, cursors, pageInfo', async () => {
    for (const uid of ['a', 'b', 'c']) await create(world(), { uid })
    const got = await list(world().ask, { first: 2 })
    const [start, end] = cursorsIn(got)
    expect(got.data.getCalendarEvents.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: start,
      endCursor: end,
    })
    const next = await list(world().ask, { first: 2, after: end })
    expect(idsIn(next)).toEqual(['c'])
    expect(next.data.getCalendarEvents.pageInfo).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: true,
    })
  })

  test('O-17: totalCount counts all pages, as of the page, and only when it is asked for', async () => {
    for (const uid of ['a', 'b', 'c']) await create(world(), { uid })
    await create(world(), {
      uid: 's',
      recurrence: ['RRULE:FREQ=HOURLY;COUNT=4'],
      start: at(12),
      end: at(12, 30),
    })
    const query = `query Q($after: Cursor) { getCalendarEvents(fromDate: "${at(0)}", toDate: "${at(24)}", first: 2, after: $after) { totalCount edges { cursor } } }`
    const first = await world().ask(query)
    expect(first.data.getCalendarEvents.totalCount).toBe(7)
    await create(world(), { uid: 'later' })
    const after: string = first.data.getCalendarEvents.edges[1].cursor
    const second = await world().ask(query, { variables: { after } })
    expect(second.data.getCalendarEvents.totalCount).toBe(7)
    expect((await world().ask(query)).data.getCalendarEvents.totalCount).toBe(8)
  })

  test('O-19: two users see different calls to action for one event', async () => {
    await create(world(), { uid: 'x', guests: ['bob'] })
    const query =
      '{ calendarEvent(id: "x") { isBookmarked ctas { action label entityType entityId enabled } } }'
    const toggle =
      'mutation { toggleBookmark(input: { eventId: "x" }) { ... on BookmarkToggled { isBookmarked event { id } } } }'
    const bookmark = {
      action: 'TOGGLE_BOOKMARK',
      label: 'Add to bookmarks',
      entityType: 'CALENDAR_EVENT',
      entityId: 'x',
      enabled: true,
    }
    const rsvp = { ...bookmark, action: 'RSVP', label: 'Respond' }
    const { ask } = world()
    expect((await ask(query)).data.calendarEvent).toEqual({ isBookmarked: false, ctas: [bookmark] })
    expect((await ask(query, { as: 'bob' })).data.calendarEvent.ctas).toEqual([rsvp, bookmark])
    const toggled = await ask(toggle, { as: 'bob' })
    expect(toggled.data.toggleBookmark).toEqual({ isBookmarked: true, event: { id: 'x' } })
    expect((await ask(query, { as: 'bob' })).data.calendarEvent).toEqual({
      isBookmarked: true,
      ctas: [rsvp, { ...bookmark, label: 'Remove from bookmarks' }],
    })
    expect((await ask(query)).data.calendarEvent.isBookmarked).toBe(false)
    expect((await ask(toggle, { as: 'bob' })).data.toggleBookmark.isBookmarked).toBe(false)
    const strangers = await ask(
      'mutation { toggleBookmark(input: { eventId: "x" }) { ... on Refusal { reason } } }',
      { as: 'cyd' },
    )
    expect(strangers.data.toggleBookmark.reason).toBe('NOT_FOUND')
  })

  test('O-20: reads are never stale: what was created is there at once', async () => {
    for (const uid of ['a', 'b', 'c']) {
      await create(world(), { uid })
      expect(idsIn(await list(world().ask, {}))).toContain(uid)
    }
  })

  test.each([
    ['ends at a', 5, 10, false],
    ['zero length at a', 10, 10, true],
    ['zero length inside', 15, 15, true],
    ['zero length at b', 20, 20, false],
    ['starts at b', 20, 25, false],
    ['exact', 10, 20, true],
    ['spans', 5, 25, true],
    ['ends at b', 19, 20, true],
  ])('O-A3: an event that %s overlaps or not', async (uid, start, end, isIn) => {
    const name = uid.replaceAll(' ', '-')
    await create(world(), { uid: name, start: at(0, start), end: at(0, end) })
    const got = await list(world().ask, { fromDate: at(0, 10), toDate: at(0, 20) })
    expect(idsIn(got)).toEqual(isIn ? [name] : [])
  })

  test('O-A4: the order is start, then id', async () => {
    await create(world(), { uid: 'z', start: at(8), end: at(9) })
    await create(world(), { uid: 'c' })
    await create(world(), { uid: 'B' })
    await create(world(), { uid: 'a', start: at(9), end: at(12) })
    expect(idsIn(await list(world().ask, {}))).toEqual(['z', 'a', 'B', 'c'])
    expect(idsIn(await list(world().ask, { last: 2 }))).toEqual(['B', 'c'])
  })

  test('O-A5: neither first nor last gives the first 25; 0 gives none, and truthful pageInfo', async () => {
    const ids = Array.from({ length: 27 }, (_, index) => `e${String(index).padStart(2, '0')}`)
    for (const uid of ids) await create(world(), { uid })
    const { ask } = world()
    const got = await list(ask, {})
    expect(idsIn(got)).toEqual(ids.slice(0, 25))
    expect(got.data.getCalendarEvents.pageInfo.hasNextPage).toBe(true)
    const around = async (args: object) => {
      const { edges, pageInfo } = (await list(ask, args)).data.getCalendarEvents
      expect([edges, pageInfo.startCursor, pageInfo.endCursor]).toEqual([[], null, null])
      return [pageInfo.hasPreviousPage, pageInfo.hasNextPage]
    }
    const last = cursorsIn(await list(ask, { last: 1 }))[0]
    expect(await around({ first: 0 })).toEqual([false, true])
    expect(await around({ last: 0 })).toEqual([true, false])
    expect(await around({ first: 0, after: last })).toEqual([true, false])
    expect(await around({ last: 0, before: last })).toEqual([true, true])
    expect(await around({ first: 0, fromDate: at(20) })).toEqual([false, false])
  })

  test.each(['first', 'last'])(
    'O-A5: %s out of bounds is refused as such, however large',
    async (name) => {
      const { ask } = world()
      for (const count of [-1, 101, 1000, 100_000, 2_147_483_647]) {
        const got = await list(ask, { [name]: count })
        expect([count, reasonOf(got)]).toEqual([count, 'BAD_USER_INPUT PAGE_SIZE_OUT_OF_RANGE'])
      }
    },
  )

  test('O-19: what is bookmarked twice in one document is told as it is after each', async () => {
    await create(world(), { uid: 'x' })
    const toggle =
      'toggleBookmark(input: { eventId: "x" }) { ... on BookmarkToggled { isBookmarked event { isBookmarked } } }'
    const { data } = await world().ask(`mutation { a: ${toggle} b: ${toggle} }`)
    expect(data.a).toEqual({ isBookmarked: true, event: { isBookmarked: true } })
    expect(data.b).toEqual({ isBookmarked: false, event: { isBookmarked: false } })
  })

  test('each occurrence of a series is an edge of its own', async () => {
    await create(world(), { uid: 's', recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] })
    const got = await list(world().ask, { toDate: '2027-03-12T00:00:00Z' })
    expect(idsIn(got)).toEqual(['s_20270308T100000Z', 's_20270309T100000Z', 's_20270310T100000Z'])
    const [, second] = cursorsIn(got)
    const rest = await list(world().ask, {
      toDate: '2027-03-12T00:00:00Z',
      first: 5,
      after: second,
    })
    expect(idsIn(rest)).toEqual(['s_20270310T100000Z'])
  })

  test('pages are of one snapshot, whatever is written meanwhile', async () => {
    for (const uid of ['a', 'b', 'c', 'd']) await create(world(), { uid })
    const { ask, calendar } = world()
    const first = await list(ask, { first: 2 })
    await create(world(), { uid: 'aa' })
    await calendar.promises.execute({
      type: 'CancelEvent',
      tenantId: 'demo',
      actor: 'ann',
      uid: 'c',
    })
    const second = await list(ask, { first: 2, after: cursorsIn(first)[1] })
    expect(idsIn(second)).toEqual(['c', 'd'])
  })
})
