/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import type { Got } from './harness.js'
import { codeOf, create, EVENTS, idsIn, onEveryStore, pointersIn } from './harness.js'

const nine = {
  start: '2027-03-08T09:00:00',
  end: '2027-03-08T10:00:00',
  time_zone: 'America/New_York',
}
const [first, second, third, fourth] = [
  '20270308T140000Z',
  '20270315T130000Z',
  '20270322T130000Z',
  '20270329T130000Z',
]

onEveryStore('this and following', (world) => {
  const add = async (fields: object = {}) => {
    await create(world().ask, {
      id: 's',
      time_slot: nine,
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'],
      participants: [{ user_id: 'bob' }],
      ...fields,
    })
    await world().messages()
  }
  const path = (id: string) => `${EVENTS}/s/occurrences/${id}`
  const split = (id: string, json: unknown, headers: Record<string, string> = {}) =>
    world().ask(`PATCH ${path(id)}?scope=following`, { json, headers })
  const truncate = (id: string, headers: Record<string, string> = {}) =>
    world().ask(`DELETE ${path(id)}?scope=following`, { headers })
  const list = (query = '', as = 'ann') => world().ask(`GET ${EVENTS}?${query}`, { as })
  const get = (id: string, as = 'ann') => world().ask(`GET ${EVENTS}/${id}`, { as })
  const startsIn = ({ body }: Got): readonly string[] =>
    body.items.map(({ time_slot }: { time_slot: { start: string } }) => time_slot.start)

  test('the answer to a split is the new series, with the changes', async () => {
    await add({ location: 'Room 1' })
    const got = await split(third, { title: 'Retro' })

    expect(got.status).toBe(200)
    expect(got.body.id).not.toBe('s')
    expect(got.headers.get('ETag')).toBe(`"${got.body.revision}"`)
    expect(got.body).toMatchObject({
      series_id: null,
      recurrence_id: null,
      title: 'Retro',
      location: 'Room 1',
      time_slot: { start: '2027-03-22T09:00:00-04:00' },
    })
    expect((await get(got.body.id)).body).toEqual(got.body)
    expect((await get('s')).body).toMatchObject({ title: 'Review', revision: 2 })
    expect(idsIn(await list())).toEqual([
      `s_${first}`,
      `s_${second}`,
      `${got.body.id}_${third}`,
      `${got.body.id}_${fourth}`,
    ])
  })

  test('what was all occurrences is those before and those after', async () => {
    await add({
      recurrence: [
        'RRULE:FREQ=WEEKLY;COUNT=6',
        'RDATE:20270311T140000Z,20270401T130000Z',
        'EXDATE:20270329T130000Z',
      ],
    })
    const before = startsIn(await list())
    await split(third, { location: 'Room 2' })

    expect(startsIn(await list())).toEqual(before)
  })

  test('an endless series goes on without an end', async () => {
    await add({ recurrence: ['RRULE:FREQ=WEEKLY'] })
    const { body } = await split(second, { title: 'Retro' })

    expect(idsIn(await list('page_limit=3'))).toEqual([
      `s_${first}`,
      `${body.id}_${second}`,
      `${body.id}_${third}`,
    ])
    expect((await list('start_after=2037-01-01T00:00:00Z&page_limit=1')).body.items[0].title).toBe(
      'Retro',
    )
    expect((await list('order_by=START_DATE_DESC')).body.code).toBe('UNBOUNDED_WINDOW')
  })

  test('a split with changes: another time, another rule, and all that a series has', async () => {
    await add()
    const got = await split(second, {
      time_slot: { start: '2027-03-16T14:00:00', end: '2027-03-16T15:00:00' },
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'],
      visibility: 'PUBLIC',
      show_participant_list: false,
    })

    expect(got.body).toMatchObject({
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'],
      visibility: 'PUBLIC',
      show_participant_list: false,
    })
    expect(startsIn(await list())).toEqual([
      '2027-03-08T09:00:00-05:00',
      '2027-03-16T14:00:00-04:00',
      '2027-03-23T14:00:00-04:00',
    ])
    expect(codeOf(await split(first, { recurrence: ['RRULE:FREQ=NEVER'] }))).toBe(
      '400 INVALID_RECURRENCE',
    )
  })

  test('it keeps every answer, and what was changed on its own', async () => {
    await add()
    const rsvp = (json: object) => world().ask(`PUT ${EVENTS}/s/rsvp`, { as: 'bob', json })
    await rsvp({ rsvp_status: 'ACCEPTED' })
    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: fourth })
    await world().ask(`PATCH ${path(fourth)}`, { json: { title: 'Last' } })
    const { body } = await split(third, { location: 'Room 2' })

    const bobs = (await list('', 'bob')).body.items as readonly {
      readonly id: string
      readonly title: string
      readonly rsvp_status: string
    }[]
    expect(bobs.map(({ id, title, rsvp_status }) => [id, title, rsvp_status])).toEqual([
      [`s_${first}`, 'Review', 'ACCEPTED'],
      [`s_${second}`, 'Review', 'ACCEPTED'],
      [`${body.id}_${third}`, 'Review', 'ACCEPTED'],
      [`${body.id}_${fourth}`, 'Last', 'DECLINED'],
    ])
  })

  test('at the first occurrence it is a patch of the same series', async () => {
    await add()
    const got = await split(first, { title: 'Retro' })

    expect(got.body).toMatchObject({ id: 's', title: 'Retro', revision: 2 })
    expect(idsIn(await list())).toHaveLength(4)
    expect(new Set((await list()).body.items.map((each: { title: string }) => each.title))).toEqual(
      new Set(['Retro']),
    )
  })

  test('{} is EMPTY_PATCH, a bad range INVALID_TIME_RANGE, and nothing is split', async () => {
    await add()
    const backwards = { start: '2027-03-15T12:00:00Z', end: '2027-03-15T11:00:00Z' }

    expect(codeOf(await split(second, {}))).toBe('400 EMPTY_PATCH')
    expect(codeOf(await split(second, { time_slot: backwards }))).toBe('400 INVALID_TIME_RANGE')
    expect(codeOf(await split(second, { time_slot: { end: '2027-03-15T08:00:00' } }))).toBe(
      '400 INVALID_TIME_RANGE',
    )
    expect(pointersIn(await split(second, { title: 'x'.repeat(101) }))).toEqual(['/title'])
    expect((await get('s')).body.revision).toBe(1)
    expect(idsIn(await list('expand=false'))).toEqual(['s'])
  })

  test('it is for the organizer, and honours If-Match', async () => {
    await add()
    const as = (user: string) =>
      world().ask(`PATCH ${path(second)}?scope=following`, { as: user, json: { title: 'x' } })

    expect(codeOf(await as('bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await as('dan'))).toBe('404 NOT_FOUND')
    expect(codeOf(await split(second, { title: 'x' }, { 'If-Match': '"9"' }))).toBe(
      '412 REVISION_MISMATCH',
    )
    expect(codeOf(await truncate(second, { 'If-Match': '"9"' }))).toBe('412 REVISION_MISMATCH')
    expect((await split(second, { title: 'x' }, { 'If-Match': '"1"' })).status).toBe(200)
  })

  test('a retry with its Idempotency-Key splits once, and answers the same', async () => {
    await add()
    const key = { 'Idempotency-Key': 'split-1' }
    const once = await split(second, { title: 'Retro' }, key)
    const again = await split(second, { title: 'Retro' }, key)

    expect([again.status, again.body.id]).toEqual([200, once.body.id])
    expect(idsIn(await list('expand=false'))).toHaveLength(2)
  })

  test('following and CANCELLED ends the series before the occurrence', async () => {
    await add()
    const got = await split(third, { status: 'CANCELLED' })

    expect([got.status, got.body.status]).toEqual([200, 'CANCELLED'])
    expect(idsIn(await list())).toEqual([`s_${first}`, `s_${second}`])
  })

  test('DELETE following ends the series before the occurrence: 204, and again a no-op', async () => {
    await add()
    const got = await truncate(third)

    expect([got.status, got.text]).toEqual([204, ''])
    expect(await world().messages()).toEqual(['Update bob'])
    expect(idsIn(await list('', 'bob'))).toEqual([`s_${first}`, `s_${second}`])
    expect((await truncate(third)).status).toBe(204)
    expect(await world().messages()).toEqual([])
    expect((await get('s')).body.revision).toBe(2)
    expect(codeOf(await get(`s_${third}`))).toBe('404 NOT_FOUND')
  })

  test('DELETE following at the first occurrence cancels the series', async () => {
    await add()
    expect((await truncate(first)).status).toBe(204)

    expect(idsIn(await list())).toEqual([])
    expect((await get('s', 'bob')).body.status).toBe('CANCELLED')
    expect((await truncate(first)).status).toBe(204)
  })

  test('DELETE following is for the organizer', async () => {
    await add()
    const as = (user: string) => world().ask(`DELETE ${path(second)}?scope=following`, { as: user })

    expect(codeOf(await as('bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await as('dan'))).toBe('404 NOT_FOUND')
  })
})
