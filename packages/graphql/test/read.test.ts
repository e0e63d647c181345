/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { at, create, onEveryStore, reasonOf } from './harness.js'

onEveryStore('queries', (world) => {
  test('calendarEvent finds an event or an occurrence, for its participants only', async () => {
    await create(world(), { uid: 's', recurrence: ['RRULE:FREQ=DAILY;COUNT=2'], guests: ['bob'] })
    const query =
      'query Q($id: ID!) { calendarEvent(id: $id) { id seriesId recurrence type createdAt updatedAt start } }'
    const find = async (id: string, as?: string) =>
      (await world().ask(query, { variables: { id }, ...(as === undefined ? {} : { as }) })).data
        .calendarEvent
    expect(await find('s', 'bob')).toEqual({
      id: 's',
      seriesId: null,
      recurrence: ['RRULE:FREQ=DAILY;COUNT=2'],
      type: 'MEETING',
      createdAt: at(9),
      updatedAt: at(9),
      start: at(10),
    })
    expect(await find('s_20270309T100000Z')).toMatchObject({
      seriesId: 's',
      recurrence: null,
      start: '2027-03-09T10:00:00Z',
    })
    for (const id of ['s_20270401T100000Z', 'nothing', 'no id', ''])
      expect(await find(id)).toBeNull()
    expect(await find('s', 'cyd')).toBeNull()
  })

  test('an all-day event lies on its dates', async () => {
    await create(world(), { uid: 'd', start: '2027-03-08', end: '2027-03-10', allDay: true })
    const { data } = await world().ask('{ calendarEvent(id: "d") { start end allDay timeZone } }')
    expect(data.calendarEvent).toEqual({
      start: '2027-03-08T00:00:00Z',
      end: '2027-03-10T00:00:00Z',
      allDay: true,
      timeZone: null,
    })
  })

  test('participants honours the participant-list rule, and is a connection', async () => {
    await create(world(), { uid: 'open', guests: ['bob', 'cyd', 'dee'], showParticipantList: true })
    await create(world(), {
      uid: 'hidden',
      guests: ['bob', 'cyd', 'dee'],
      showParticipantList: false,
    })
    const query =
      'query Q($id: ID!, $first: Int, $after: Cursor, $last: Int) { calendarEvent(id: $id) { participants(first: $first, after: $after, last: $last) { totalCount edges { cursor node { user { id name email } respondedAt } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }'
    const of = async (as: string, variables: object) =>
      (await world().ask(query, { as, variables })).data.calendarEvent.participants
    const idsOf = ({ edges }: { edges: { node: { user: { id: string } } }[] }) =>
      edges.map(({ node }) => node.user.id)
    expect(idsOf(await of('cyd', { id: 'open' }))).toEqual(['ann', 'bob', 'cyd', 'dee'])
    expect(idsOf(await of('cyd', { id: 'hidden' }))).toEqual(['ann', 'cyd'])
    expect((await of('cyd', { id: 'hidden' })).totalCount).toBe(2)
    expect(idsOf(await of('ann', { id: 'hidden' }))).toEqual(['ann', 'bob', 'cyd', 'dee'])
    const first = await of('ann', { id: 'open', first: 2 })
    expect(first.edges[0].node).toEqual({
      user: { id: 'ann', name: 'The ann', email: 'ann@example.com' },
      respondedAt: at(9),
    })
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    const after: string = first.pageInfo.endCursor
    expect(idsOf(await of('ann', { id: 'open', first: 2, after }))).toEqual(['cyd', 'dee'])
    expect(idsOf(await of('ann', { id: 'open', last: 1 }))).toEqual(['dee'])
    const elsewhere = await world().ask(query, { variables: { id: 'hidden', first: 2, after } })
    expect(reasonOf(elsewhere)).toBe('BAD_USER_INPUT INVALID_CURSOR')
    const others = await world().ask(query, {
      as: 'bob',
      variables: { id: 'open', first: 2, after },
    })
    expect(reasonOf(others)).toBe('BAD_USER_INPUT INVALID_CURSOR')
  })

  test('participants are given whichever selections of a document ask for them, and in whatever order', async () => {
    await create(world(), { uid: 'x', guests: ['bob'] })
    const { ask } = world()
    const who = 'participants { edges { node { user { id } } } }'
    const both = {
      totalCount: 2,
      edges: [{ node: { user: { id: 'ann' } } }, { node: { user: { id: 'bob' } } }],
    }
    const included = `query Q($x: Boolean!) { calendarEvent(id: "x") { id participants { totalCount } ... @include(if: $x) { ${who} } } }`
    const nodeIn = `getCalendarEvents(fromDate: "${at(0)}") { edges { node { ...Counted`
    const operations = `query A { ${nodeIn} } } } } query B { ${nodeIn} ${who} } } } } fragment Counted on CalendarEvent { participants { totalCount } }`
    for (const x of [false, true]) {
      const { data } = await ask(included, { variables: { x } })
      expect(data.calendarEvent.participants).toEqual(x ? both : { totalCount: 2 })
    }
    for (const operationName of ['A', 'B']) {
      const { data } = await ask('', { body: { query: operations, operationName } })
      const [{ node }] = data.getCalendarEvents.edges
      expect(node.participants).toEqual(operationName === 'B' ? both : { totalCount: 2 })
    }
  })

  test('overview counts by the days of a zone', async () => {
    await create(world())
    await create(world(), { start: '2027-03-09T02:00:00Z', end: '2027-03-09T03:00:00Z' })
    const of = async (zone: string) =>
      (await world().ask(`{ overview(timeZone: "${zone}") { today tomorrow nextSevenDays } }`)).data
        .overview
    expect(await of('UTC')).toEqual({ today: 1, tomorrow: 1, nextSevenDays: 2 })
    expect(await of('America/New_York')).toEqual({ today: 2, tomorrow: 0, nextSevenDays: 2 })
    expect(reasonOf(await world().ask('{ overview(timeZone: "Nowhere") { today } }'))).toBe(
      'BAD_USER_INPUT INVALID_TIME_ZONE',
    )
  })

  test('freeBusy tells when users are busy, and nothing else', async () => {
    await create(world(), { guests: ['bob'] })
    const query = `query Q($from: DateTime!, $to: DateTime!) { freeBusy(userIds: ["ann", "bob", "ann"], fromDate: $from, toDate: $to) { user { id } busy { start end type } } }`
    const got = await world().ask(query, { as: 'cyd', variables: { from: at(0), to: at(24) } })
    const busy = { start: at(10), end: at(11) }
    expect(got.data.freeBusy).toEqual([
      { user: { id: 'ann' }, busy: [{ ...busy, type: 'BUSY' }] },
      { user: { id: 'bob' }, busy: [{ ...busy, type: 'BUSY_TENTATIVE' }] },
    ])
    const wrong = await world().ask(query, { variables: { from: at(1), to: at(1) } })
    expect(reasonOf(wrong)).toBe('BAD_USER_INPUT INVALID_DATE_RANGE')
    const long = await world().ask(query, {
      variables: { from: at(1), to: '2029-01-01T00:00:00Z' },
    })
    expect(reasonOf(long)).toBe('BAD_USER_INPUT WINDOW_TOO_LONG')
  })

  test('findTimes finds the first times at which all are free', async () => {
    await create(world(), { guests: ['bob'] })
    const query = `query Q($input: FindTimesInput!) { findTimes(input: $input) { start end available { id } } }`
    const input = {
      fromDate: at(9),
      toDate: at(18),
      durationMinutes: 60,
      count: 2,
      required: [{ userId: 'ann', workingHours: [{ weekday: 'MO', from: '10:00', to: '17:00' }] }],
      optional: [{ userId: 'bob' }],
      granularityMinutes: 30,
    }
    const got = await world().ask(query, { variables: { input } })
    expect(got.data.findTimes).toEqual([
      { start: at(11), end: at(12), available: [{ id: 'bob' }] },
      { start: at(11, 30), end: at(12, 30), available: [{ id: 'bob' }] },
    ])
    const wrong = await world().ask(query, {
      variables: { input: { ...input, durationMinutes: 0 } },
    })
    expect(reasonOf(wrong)).toBe('BAD_USER_INPUT INVALID_FIELDS')
  })

  test('history and explain are for the organizer', async () => {
    const { ask, calendar } = world()
    await create(world(), { uid: 's', recurrence: ['RRULE:FREQ=DAILY;COUNT=2'], guests: ['bob'] })
    const patch = { type: 'PatchOccurrence', tenantId: 'demo', actor: 'ann', uid: 's' } as const
    await calendar.promises.execute({
      ...patch,
      recurrenceId: '20270309T100000Z',
      changes: { title: 'Odd' },
    })
    const query =
      'query Q($after: Cursor) { history(eventId: "s", first: 1, after: $after) { next items { type version position recordedAt actor data } } }'
    const first = await ask(query)
    expect(first.data.history.items[0]).toMatchObject({
      type: 'Created',
      version: 1,
      actor: 'ann',
      recordedAt: at(9),
    })
    expect(first.data.history.items[0].data.title).toBe('Review')
    const second = await ask(query, { variables: { after: first.data.history.next } })
    expect(second.data.history.items[0].version).toBe(2)
    const why = await ask('{ explain(id: "s_20270309T100000Z") { type data } }')
    expect(why.data.explain.at(-1).data.title).toBe('Odd')
    const plain = await ask('{ explain(id: "s_20270308T100000Z") { type } }')
    expect(plain.data.explain.length).toBeLessThan(why.data.explain.length)
    for (const asked of [
      'history(eventId: "s") { next }',
      'explain(id: "s_20270309T100000Z") { type }',
    ]) {
      const guest = await ask(`{ ${asked} }`, { as: 'bob' })
      expect([guest.status, reasonOf(guest)]).toEqual([403, 'FORBIDDEN'])
      expect(reasonOf(await ask(`{ ${asked} }`, { as: 'cyd' }))).toBe('NOT_FOUND')
    }
  })
})
