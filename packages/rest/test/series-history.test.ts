/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import type { Got } from './harness.js'
import { codeOf, create, EVENTS, onEveryStore } from './harness.js'

const nine = {
  start: '2027-03-08T09:00:00',
  end: '2027-03-08T10:00:00',
  time_zone: 'America/New_York',
}
const [first, second, third] = ['20270308T140000Z', '20270315T130000Z', '20270322T130000Z']

onEveryStore('history of a series', (world) => {
  const add = (fields: object = {}) =>
    create(world().ask, {
      id: 's',
      time_slot: nine,
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'],
      participants: [{ user_id: 'bob' }],
      ...fields,
    })
  const patch = (id: string, json: unknown, query = '') =>
    world().ask(`PATCH ${EVENTS}/s/occurrences/${id}${query}`, { json })
  const history = (query = '') => world().ask(`GET ${EVENTS}/s/history${query}`)
  const explain = (id: string, as = 'ann', query = '') =>
    world().ask(`GET ${EVENTS}/${id}/explain${query}`, { as })
  const typesIn = ({ body }: Got): readonly string[] =>
    body.items.map(({ type }: { type: string }) => type)
  const dataIn = ({ body }: Got, type: string) =>
    body.items.find((each: { type: string }) => each.type === type)?.data as unknown

  const busy = async () => {
    await add()
    await patch(second, {
      title: 'Retro',
      time_slot: { start: '2027-03-16T09:00:00', end: '2027-03-16T10:00:00' },
    })
    await world().ask(`DELETE ${EVENTS}/s/occurrences/${third}`)
    await world().ask(`PUT ${EVENTS}/s/rsvp`, {
      as: 'bob',
      json: { rsvp_status: 'DECLINED', recurrence_id: first },
    })
  }

  test('history says what happened to which occurrence, by the ids of this wire', async () => {
    await busy()
    const got = await history()

    expect(dataIn(got, 'OccurrenceRetitled')).toMatchObject({
      recurrence_id: second,
      title: 'Retro',
    })
    expect(dataIn(got, 'OccurrenceMoved')).toMatchObject({
      recurrence_id: second,
      time_slot: {
        start: '2027-03-16T09:00:00-04:00',
        end: '2027-03-16T10:00:00-04:00',
        time_zone: 'America/New_York',
        all_day: false,
      },
    })
    expect(dataIn(got, 'OccurrenceCancelled')).toMatchObject({ recurrence_id: third })
    expect(dataIn(got, 'OccurrenceAnswered')).toMatchObject({
      user_id: 'bob',
      recurrence_id: first,
      status: 'DECLINED',
    })
    expect(got.text).not.toContain('2027-03-15T09:00:00"')
  })

  test('every page of a history has the ids of this wire, whatever the series became since', async () => {
    await busy()
    await world().ask(`PATCH ${EVENTS}/s`, {
      json: {
        time_slot: {
          start: '2027-03-08T09:00:00',
          end: '2027-03-08T10:00:00',
          time_zone: 'Europe/Berlin',
        },
      },
    })
    const whole = (await history()).body.items as unknown
    const pages: unknown[] = []
    let got = await history('?page_limit=1')
    for (;;) {
      pages.push(...got.body.items)
      if (got.body.pagination.next_cursor === null) break
      got = await history(`?page_limit=1&page_cursor=${got.body.pagination.next_cursor}`)
    }

    expect(pages).toEqual(whole)
    expect(JSON.stringify(whole)).toContain(second)
  })

  test('an occurrence that went to another zone leaves the ids of the others alone', async () => {
    await add()
    await patch(second, {
      time_slot: {
        start: '2027-03-16T09:00:00',
        end: '2027-03-16T10:00:00',
        time_zone: 'Asia/Tokyo',
      },
    })
    await world().ask(`DELETE ${EVENTS}/s/occurrences/${third}`)

    expect(dataIn(await history(), 'OccurrenceCancelled')).toMatchObject({ recurrence_id: third })
  })

  test('an all-day series has dates in its history', async () => {
    await add({ time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true } })
    await world().ask(`DELETE ${EVENTS}/s/occurrences/20270315`)

    expect(dataIn(await history(), 'OccurrenceCancelled')).toMatchObject({
      recurrence_id: '20270315',
    })
  })

  test('a split tells both histories', async () => {
    await busy()
    const { body } = await patch(third, { title: 'New' }, '?scope=following')

    expect(dataIn(await history(), 'SeriesSplit')).toMatchObject({
      recurrence_id: third,
      followed_by: body.id,
    })
    const other = await world().ask(`GET ${EVENTS}/${String(body.id)}/history`)
    expect(dataIn(other, 'SplitOff')).toMatchObject({
      split_from: 's',
      recurrence_id: third,
      time_slot: { start: '2027-03-22T09:00:00-04:00', time_zone: 'America/New_York' },
      overrides: [{ recurrence_id: third, status: 'CANCELLED' }],
    })
    expect(other.text).not.toContain('"time"')
  })

  test('explain gives the domain events that made an occurrence what it is, in order', async () => {
    await busy()
    await world().ask(`PATCH ${EVENTS}/s`, { json: { location: 'Room 2' } })
    const got = await explain(`s_${second}`)

    expect(got.status).toBe(200)
    expect(Object.keys(got.body as object)).toEqual(['items'])
    expect(typesIn(got)).toContain('OccurrenceRetitled')
    expect(typesIn(got)).toContain('OccurrenceMoved')
    expect(typesIn(got).at(-1)).toBe('Relocated')
    expect(typesIn(got)).not.toContain('OccurrenceCancelled')
    expect(typesIn(got)).not.toContain('OccurrenceAnswered')
    const whole = (await history()).body.items as readonly unknown[]
    for (const item of got.body.items) expect(whole).toContainEqual(item)
    expect(typesIn(await explain(`s_${third}`))).toContain('OccurrenceCancelled')
    expect(typesIn(await explain(`s_${first}`))).toContain('OccurrenceAnswered')
  })

  test('explain of an event, series or single, is its whole history', async () => {
    await busy()
    await create(world().ask, { id: 'single' })

    expect((await explain('s')).body.items).toEqual((await history()).body.items)
    expect(typesIn(await explain('single'))).toEqual(['Created'])
  })

  test('explain goes on through a split', async () => {
    await busy()
    const { body } = await patch('20270329T130000Z', { title: 'New' }, '?scope=following')
    const types = typesIn(await explain(`${String(body.id)}_20270329T130000Z`))

    expect(types[0]).toBe('Created')
    expect(types).toContain('SplitOff')
  })

  test('explain is for the organizer: guests 403, others and what does not exist 404', async () => {
    await add()

    for (const id of ['s', `s_${second}`]) {
      expect(codeOf(await explain(id, 'bob')), id).toBe('403 FORBIDDEN')
      expect(codeOf(await explain(id, 'dan')), id).toBe('404 NOT_FOUND')
    }
    for (const id of ['none', 's_20270316T130000Z', 's_20270315', `none_${second}`]) {
      expect(codeOf(await explain(id)), id).toBe('404 NOT_FOUND')
    }
  })

  test('explain reads as of a moment', async () => {
    await add()
    await patch(second, { title: 'Retro' })
    const { position } = (await history()).body.items.find(
      ({ type }: { type: string }) => type === 'OccurrenceRetitled',
    )

    expect(typesIn(await explain(`s_${second}`, 'ann', `?as_of=${position - 1}`))).not.toContain(
      'OccurrenceRetitled',
    )
    expect(typesIn(await explain('s', 'ann', `?as_of=${position}`))).toContain('OccurrenceRetitled')
  })
})
