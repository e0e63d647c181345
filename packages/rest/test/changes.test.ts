/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { codeOf, create, EVENTS, onEveryStore, pointersIn } from './harness.js'

const bobToo = { participants: [{ user_id: 'bob' }] }
const day = (date: number) => ({
  start: `2027-03-${String(date).padStart(2, '0')}T10:00:00Z`,
  end: `2027-03-${String(date).padStart(2, '0')}T11:00:00Z`,
})
const WEEK = '&start_after=2027-03-08T00:00:00Z&start_before=2027-03-14T00:00:00Z'

onEveryStore('changes', (world) => {
  const get = (query: string, as = 'bob') => world().ask(`GET /calendar/changes?${query}`, { as })
  const token = async (as = 'bob'): Promise<string> => (await get('', as)).body.next_token
  const patch = (id: string, json: object) => world().ask(`PATCH ${EVENTS}/${id}`, { json })
  const told = async (since: string, query = '', as = 'bob') =>
    (await get(`since=${since}${query}`, as)).body.items.map(
      ({ type, id }: { type: string; id: string }) => `${type} ${id}`,
    )

  test('without a token: a fresh one, and no items', async () => {
    await create(world().ask, bobToo)
    const got = await get('')

    expect(got.body).toEqual({ items: [], next_token: expect.any(String), has_more: false })
    expect(await told(got.body.next_token)).toEqual([])
  })

  test('created, updated, cancelled, removed: each event once, by what became of it', async () => {
    const { ask } = world()
    for (const id of ['updated', 'cancelled', 'removed']) await create(ask, { ...bobToo, id })
    const since = await token()
    await create(ask, { ...bobToo, id: 'created' })
    await create(ask, { ...bobToo, id: 'brief' })
    await patch('created', { title: 'Later' })
    await patch('updated', { title: 'Later' })
    await ask(`DELETE ${EVENTS}/cancelled`)
    await ask(`DELETE ${EVENTS}/removed/participants/bob`)
    await ask(`DELETE ${EVENTS}/brief`)

    expect(await told(since)).toEqual([
      'CREATED created',
      'UPDATED updated',
      'CANCELLED cancelled',
      'REMOVED removed',
    ])
  })

  test('an item has the event as its caller may see it, a tombstone has none', async () => {
    const { ask } = world()
    await create(ask, { ...bobToo, id: 'gone' })
    const since = await token()
    const body = { format: 'PLAIN', content: 'Hi' }
    await create(ask, { ...bobToo, id: 'a', body })
    await ask(`DELETE ${EVENTS}/gone/participants/bob`)
    const { items } = (await get(`since=${since}`)).body

    const event = (await ask(`GET ${EVENTS}/a`, { as: 'bob' })).body as unknown
    expect(items).toEqual([
      { type: 'CREATED', id: 'a', event },
      { type: 'REMOVED', id: 'gone' },
    ])
    const plain = (await get(`since=${since}&body_format=PLAIN`)).body.items[0].event.body
    expect(plain).toEqual([body])
  })

  test('silent updates and answers are among them', async () => {
    await create(world().ask, { ...bobToo, id: 'a' })
    const since = await token()
    await patch('a', { title: 'Quiet', participants_notification: 'NO_NOTIFICATION' })
    expect(await told(since)).toEqual(['UPDATED a'])

    const later = await token('ann')
    const json = { rsvp_status: 'DECLINED' }
    await world().ask(`PUT ${EVENTS}/a/rsvp`, { as: 'bob', json })
    expect(await told(later, '', 'ann')).toEqual(['UPDATED a'])
  })

  test('where the list is hidden, nobody learns that other guests answered', async () => {
    const participants = [{ user_id: 'bob' }, { user_id: 'cyd' }]
    await create(world().ask, { id: 'a', participants, show_participant_list: false })
    const tokens = { ann: await token('ann'), bob: await token('bob'), cyd: await token('cyd') }
    await world().ask(`PUT ${EVENTS}/a/rsvp`, { as: 'cyd', json: { rsvp_status: 'ACCEPTED' } })

    expect(await told(tokens.bob)).toEqual([])
    expect(await told(tokens.cyd, '', 'cyd')).toEqual(['UPDATED a'])
    expect(await told(tokens.ann, '', 'ann')).toEqual(['UPDATED a'])
    await patch('a', { title: 'Later' })
    const { items } = (await get(`since=${tokens.bob}`)).body
    const seen = items[0].event.participants.map(({ user_id }: { user_id: string }) => user_id)
    expect(seen).toEqual(['ann', 'bob'])
  })

  test('two callers see only their own', async () => {
    const [bobs, cyds] = [await token('bob'), await token('cyd')]
    await create(world().ask, { id: 'of-bob', participants: [{ user_id: 'bob' }] })
    await create(world().ask, { id: 'of-cyd', participants: [{ user_id: 'cyd' }] })
    await create(world().ask, { id: 'public', visibility: 'PUBLIC' })

    expect(await told(bobs)).toEqual(['CREATED of-bob'])
    expect(await told(cyds, '', 'cyd')).toEqual(['CREATED of-cyd'])
  })

  test('with a window: what is in it, entered it or left it', async () => {
    const { ask } = world()
    const given = { stays: 9, leaves: 9, enters: 20, outside: 20, cancelled: 9, removed: 9 }
    for (const [id, date] of Object.entries(given)) {
      await create(ask, { ...bobToo, id, time_slot: day(date) })
    }
    for (const id of ['far-cancelled', 'far-removed']) {
      await create(ask, { ...bobToo, id, time_slot: day(20) })
    }
    const since = await token()
    await patch('stays', { time_slot: day(10) })
    await patch('leaves', { time_slot: day(21) })
    await patch('enters', { time_slot: day(8) })
    await patch('outside', { time_slot: day(21) })
    await create(ask, { ...bobToo, id: 'new', time_slot: day(9) })
    await create(ask, { ...bobToo, id: 'far', time_slot: day(20) })
    await ask(`DELETE ${EVENTS}/cancelled`)
    await ask(`DELETE ${EVENTS}/far-cancelled`)
    await ask(`DELETE ${EVENTS}/removed/participants/bob`)
    await ask(`DELETE ${EVENTS}/far-removed/participants/bob`)

    expect(await told(since, WEEK)).toEqual([
      'UPDATED stays',
      'LEFT leaves',
      'ENTERED enters',
      'CREATED new',
      'CANCELLED cancelled',
      'REMOVED removed',
    ])
    expect(await told(since)).toHaveLength(10)
  })

  test('the bounds of a window are those of the list', async () => {
    const since = await token()
    await create(world().ask, { ...bobToo, id: 'a', time_slot: day(8) })
    for (const [bound, count] of [
      ['start_after=2027-03-08T10:00:00Z', 1],
      ['start_after=2027-03-08T10:00:00.001Z', 0],
      ['start_before=2027-03-08T10:00:00Z', 1],
      ['start_before=2027-03-08T09:59:59.999Z', 0],
      ['end_after=2027-03-08T10:59:59.999Z', 1],
      ['end_after=2027-03-08T11:00:00Z', 0],
      ['end_before=2027-03-08T11:00:00.001Z', 1],
      ['end_before=2027-03-08T11:00:00Z', 0],
    ] as const) {
      expect(await told(since, `&${bound}`), bound).toHaveLength(count)
    }
  })

  test('all-day events lie in the zone that is asked for', async () => {
    const allDay = (date: string, end: string) => ({ start: date, end, all_day: true })
    const since = await token()
    await create(world().ask, {
      ...bobToo,
      id: 'a',
      time_slot: allDay('2027-03-08', '2027-03-09'),
    })
    const from = '&start_after=2027-03-08T05:00:00Z'

    expect(await told(since, from)).toEqual([])
    expect(await told(since, `${from}&time_zone=America/New_York`)).toEqual(['CREATED a'])
  })

  test('pages: nothing is lost or told twice, and has_more says when to go on', async () => {
    const since = await token()
    for (const id of ['a', 'b', 'c']) await create(world().ask, { ...bobToo, id })
    await create(world().ask, { id: 'of-others' })
    await patch('c', { title: 'Later' })
    const steps: string[] = []
    let page = (await get(`since=${since}&page_limit=2`)).body
    for (;;) {
      steps.push(page.items.map(({ type, id }: { type: string; id: string }) => `${type} ${id}`))
      if (page.has_more === false) break
      page = (await get(`since=${page.next_token}&page_limit=2`)).body
    }

    expect(steps).toEqual([['CREATED a', 'CREATED b'], ['CREATED c']])
    expect(await told(page.next_token)).toEqual([])
  })

  test('a token that is altered, of another caller, or none is 400 INVALID_CURSOR', async () => {
    await create(world().ask, bobToo)
    await create(world().ask, bobToo)
    const since = await token()
    const list = (await world().ask(`GET ${EVENTS}?page_limit=1`, { as: 'bob' })).body
    const last = since.endsWith('A') ? 'B' : 'A'
    for (const bad of [
      `${since.slice(0, -1)}${last}`,
      await token('ann'),
      await token('bob@elsewhere'),
      String(list.pagination.next_cursor),
      '',
      'x',
      '0',
    ]) {
      const got = await get(`since=${bad}`)
      expect([codeOf(got), pointersIn(got)], bad).toEqual(['400 INVALID_CURSOR', ['/since']])
    }
  })

  test('a bad parameter is refused by its name', async () => {
    for (const [query, pointer] of [
      ['start_after=2027-03-08', '/start_after'],
      ['end_before=soon', '/end_before'],
      ['page_limit=0', '/page_limit'],
      ['page_limit=101', '/page_limit'],
      ['time_zone=Mars', '/time_zone'],
      ['body_format=RTF', '/body_format'],
    ]) {
      const got = await get(query ?? '')
      expect([codeOf(got), pointersIn(got)], query).toEqual(['400 VALIDATION_FAILED', [pointer]])
    }
  })

  test('as_of: up to then; a token of then goes on from there', async () => {
    const since = await token()
    await create(world().ask, { ...bobToo, id: 'a' })
    await create(world().ask, { ...bobToo, id: 'b' })
    const then = (await get('as_of=1')).body.next_token

    expect(await told(since, '&as_of=1')).toEqual(['CREATED a'])
    expect(await told(then)).toEqual(['CREATED b'])
    expect(pointersIn(await get('as_of=3'))).toEqual(['/as_of'])
  })

  test('a token does not expire', async () => {
    const since = await token()
    await create(world().ask, { ...bobToo, id: 'a' })
    world().clock.advance(400 * 86_400_000)
    await world().store.prune('demo', 1)()

    expect(await told(since)).toEqual(['CREATED a'])
  })
})
