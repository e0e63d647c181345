/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument -- the wire: tests say what they expect of it */
import { createCalendar } from '@kalends/core'
import { expect, test } from 'vitest'
import { nativeApi } from '../src/index.js'
import {
  asking,
  codeOf,
  create,
  demoBearer,
  directory,
  EVENTS,
  idsIn,
  onEveryStore,
  pointersIn,
} from './harness.js'

const nine = {
  start: '2027-03-08T09:00:00',
  end: '2027-03-08T10:00:00',
  time_zone: 'America/New_York',
}
const [first, second, third] = ['20270308T140000Z', '20270315T130000Z', '20270322T130000Z']

onEveryStore('one occurrence', (world) => {
  const add = async (fields: object = {}) => {
    await create(world().ask, {
      id: 's',
      time_slot: nine,
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
      participants: [{ user_id: 'bob' }, { user_id: 'cyd' }],
      ...fields,
    })
    await world().messages()
  }
  const path = (id: string) => `${EVENTS}/s/occurrences/${id}`
  const patch = (json: unknown, as = 'ann', headers: Record<string, string> = {}) =>
    world().ask(`PATCH ${path(second)}`, { as, json, headers })
  const cancel = (as = 'ann', headers: Record<string, string> = {}) =>
    world().ask(`DELETE ${path(second)}`, { as, headers })
  const get = (id: string, as = 'ann', query = '') =>
    world().ask(`GET ${EVENTS}/${id}${query}`, { as })
  const rsvp = (json: object, as = 'bob') => world().ask(`PUT ${EVENTS}/s/rsvp`, { as, json })
  const list = (query = '', as = 'ann') => world().ask(`GET ${EVENTS}?${query}`, { as })
  const answersIn = (body: { participants: readonly { rsvp_status: string }[] }) =>
    body.participants.map(({ rsvp_status }) => rsvp_status)

  test('GET by its occurrence id is the bare event as it is there', async () => {
    await add({ body: { format: 'PLAIN', content: 'Hi' }, location: 'Room 1' })
    const series = (await get('s')).body
    const got = await get(`s_${second}`)

    expect([got.status, got.headers.get('ETag')]).toEqual([200, '"1"'])
    expect(Object.keys(got.body as object)).toEqual(Object.keys(series as object))
    expect(got.body).toEqual({
      ...series,
      id: `s_${second}`,
      series_id: 's',
      recurrence_id: second,
      recurrence: null,
      time_slot: {
        start: '2027-03-15T09:00:00-04:00',
        end: '2027-03-15T10:00:00-04:00',
        time_zone: 'America/New_York',
        all_day: false,
      },
    })
    expect((await get(`s_${second}`, 'bob', '?body_format=PLAIN')).body.body).toHaveLength(1)
  })

  test('GET is 404 where the series has no such occurrence, for strangers, and for a single', async () => {
    await add({ recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20270322T130000Z'] })
    await create(world().ask, { id: 'single' })

    for (const id of [
      's_20270316T130000Z',
      's_20270315T130001Z',
      's_20270329T130000Z',
      `s_${third}`,
      's_20270315',
      's_20271315T130000Z',
      'single_20270308T100000Z',
      'none_20270308T100000Z',
      `s_${second}_${second}`,
      `_${second}`,
    ]) {
      expect(codeOf(await get(id)), id).toBe('404 NOT_FOUND')
    }
    expect(codeOf(await get(`s_${second}`, 'dan'))).toBe('404 NOT_FOUND')
    expect(codeOf(await get(`s_${second}`, 'ann@elsewhere'))).toBe('404 NOT_FOUND')
  })

  test('an occurrence of an all-day series is named by its date', async () => {
    await add({ time_slot: { start: '2027-03-08', end: '2027-03-10', all_day: true } })
    const got = await get('s_20270315')

    expect(got.body).toMatchObject({
      id: 's_20270315',
      recurrence_id: '20270315',
      time_slot: { start: '2027-03-15', end: '2027-03-17', all_day: true },
    })
    expect(codeOf(await get('s_20270315T000000Z'))).toBe('404 NOT_FOUND')
  })

  test('an id with underscores of its own has occurrences too', async () => {
    await add({ id: 'a_b_c' })

    expect((await get(`a_b_c_${second}`)).body).toMatchObject({ series_id: 'a_b_c' })
  })

  test('PATCH changes this occurrence alone: 200 with its bare event', async () => {
    await add({ location: 'Room 1', body: { format: 'HTML', content: '<b>x</b>' } })
    const file = { name: 'Plan', url: 'https://files.example/plan' }
    const got = await patch({
      title: 'Retro',
      time_slot: { start: '2027-03-15T11:00:00', end: '2027-03-15T12:30:00' },
      location: null,
      body: { content: '<i>y</i>' },
      attachments: [file],
      status: 'TENTATIVE',
    })

    expect([got.status, got.headers.get('ETag')]).toEqual([200, '"2"'])
    expect(got.body).toMatchObject({
      id: `s_${second}`,
      series_id: 's',
      recurrence_id: second,
      title: 'Retro',
      location: null,
      attachments: [file],
      status: 'TENTATIVE',
      recurrence: null,
      time_slot: { start: '2027-03-15T11:00:00-04:00', end: '2027-03-15T12:30:00-04:00' },
    })
    expect(got.body.body).toContainEqual({ format: 'HTML', content: '<em>y</em>' })
    expect((await get(`s_${second}`)).body).toEqual(got.body)
    for (const id of ['s', `s_${first}`, `s_${third}`]) {
      expect((await get(id)).body, id).toMatchObject({
        title: 'Review',
        location: 'Room 1',
        status: 'CONFIRMED',
        revision: 2,
      })
    }
    expect(await world().messages()).toEqual(['Update bob', 'Update cyd'])
  })

  test('PATCH: scope=this is the default, anything else than this or following is refused', async () => {
    await add()
    const scoped = (scope: string) =>
      world().ask(`PATCH ${path(second)}?scope=${scope}`, { json: { title: 'Retro' } })

    expect((await scoped('this')).body.id).toBe(`s_${second}`)
    for (const scope of ['all', '', 'THIS', 'this&scope=following']) {
      const got = await scoped(scope)
      expect([codeOf(got), pointersIn(got)], scope).toEqual(['400 VALIDATION_FAILED', ['/scope']])
      const deleted = await world().ask(`DELETE ${path(second)}?scope=${scope}`)
      expect([codeOf(deleted), pointersIn(deleted)], scope).toEqual([
        '400 VALIDATION_FAILED',
        ['/scope'],
      ])
    }
  })

  test('PATCH of this: what only a whole series has is refused, each member by itself', async () => {
    await add()
    const got = await patch({
      recurrence: null,
      visibility: 'PUBLIC',
      calendar_id: 'work',
      show_participant_list: false,
    })

    expect([codeOf(got), pointersIn(got).toSorted()]).toEqual([
      '400 VALIDATION_FAILED',
      ['/calendar_id', '/recurrence', '/show_participant_list', '/visibility'],
    ])
    expect(pointersIn(await patch({ title: '', more: 1 })).toSorted()).toEqual(['/more', '/title'])
  })

  test('PATCH: a title has 1 to 100 characters, when it is named', async () => {
    await add({ title: 'x'.repeat(150) })

    expect(pointersIn(await patch({ title: 'x'.repeat(101) }))).toEqual(['/title'])
    expect(pointersIn(await patch({ title: '' }))).toEqual(['/title'])
    expect((await patch({ location: 'Room 2' })).body.title).toHaveLength(150)
    expect((await patch({ title: '𝒳'.repeat(100) })).status).toBe(200)
  })

  test('PATCH: {} and NO_NOTIFICATION alone are EMPTY_PATCH, asks alone are none', async () => {
    await add()
    const alone = (kind: string) => patch({ participants_notification: `${kind}_NOTIFICATION` })

    expect(codeOf(await patch({}))).toBe('400 EMPTY_PATCH')
    expect(codeOf(await alone('NO'))).toBe('400 EMPTY_PATCH')
    expect((await alone('UPDATE')).status).toBe(200)
    expect(await world().messages()).toEqual(['Update bob', 'Update cyd'])
    expect((await alone('RESET')).status).toBe(200)
    expect(await world().messages()).toEqual(['Reinvitation bob', 'Reinvitation cyd'])
  })

  test('PATCH: NO_NOTIFICATION changes in silence', async () => {
    await add()
    await patch({ title: 'Retro', participants_notification: 'NO_NOTIFICATION' })

    expect((await get(`s_${second}`)).body.title).toBe('Retro')
    expect(await world().messages()).toEqual([])
  })

  test('PATCH: RESET_NOTIFICATION asks about this occurrence alone', async () => {
    await add()
    await rsvp({ rsvp_status: 'ACCEPTED' })
    await patch({ title: 'Retro', participants_notification: 'RESET_NOTIFICATION' })

    expect(answersIn((await get(`s_${second}`)).body)).toEqual([
      'ACCEPTED',
      'NEEDS_ACTION',
      'NEEDS_ACTION',
    ])
    expect(answersIn((await get(`s_${first}`)).body)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'NEEDS_ACTION',
    ])
  })

  test('PATCH: a slot is merged onto that of the occurrence, then checked', async () => {
    await add()

    expect(
      (await patch({ time_slot: { end: '2027-03-15T09:30:00' } })).body.time_slot,
    ).toMatchObject({ start: '2027-03-15T09:00:00-04:00', end: '2027-03-15T09:30:00-04:00' })
    expect(codeOf(await patch({ time_slot: { end: '2027-03-15T08:00:00' } }))).toBe(
      '400 INVALID_TIME_RANGE',
    )
    const backwards = { start: '2027-03-15T12:00:00Z', end: '2027-03-15T11:00:00Z' }
    expect(codeOf(await patch({ time_slot: backwards }, 'bob'))).toBe('400 INVALID_TIME_RANGE')
  })

  test('PATCH: a body without a format keeps that of the occurrence', async () => {
    await add({ body: { format: 'PLAIN', content: 'a' } })
    await patch({ body: { format: 'HTML', content: '<b>b</b>' } })

    expect((await patch({ body: { content: '<i>c</i>' } })).body.body[2]).toEqual({
      format: 'HTML',
      content: '<em>c</em>',
    })
    expect((await patch({ body: null })).body.body).toBeNull()
    expect((await get('s')).body.body[0]).toEqual({ format: 'PLAIN', content: 'a' })
    expect(codeOf(await patch({ body: { content: 'x' } }, 'bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await patch({ body: { content: 'x' } }, 'dan'))).toBe('404 NOT_FOUND')
  })

  test('PATCH and DELETE are for the organizer; guests 403, others 404', async () => {
    await add()

    for (const send of [(as: string) => patch({ title: 'x' }, as), (as: string) => cancel(as)]) {
      expect(codeOf(await send('bob'))).toBe('403 FORBIDDEN')
      expect(codeOf(await send('dan'))).toBe('404 NOT_FOUND')
    }
  })

  test('PATCH and DELETE of what is no occurrence are 404', async () => {
    await add()
    await create(world().ask, { id: 'single' })

    for (const scope of ['this', 'following']) {
      for (const place of [
        's/occurrences/20270316T130000Z',
        's/occurrences/20270315',
        's/occurrences/tomorrow',
        's/occurrences/2027-03-15T13:00:00Z',
        `none/occurrences/${second}`,
        `s_${second}/occurrences/${second}`,
        'single/occurrences/20270308T100000Z',
      ]) {
        const url = `${EVENTS}/${place}?scope=${scope}`
        const got = await world().ask(`PATCH ${url}`, { json: { title: 'x' } })
        expect(codeOf(got), url).toBe('404 NOT_FOUND')
        expect(codeOf(await world().ask(`DELETE ${url}`)), url).toBe('404 NOT_FOUND')
      }
    }
  })

  test('an occurrence id names nothing to PATCH, DELETE, answer or invite to: that is 404', async () => {
    await add()
    const id = `${EVENTS}/s_${second}`

    for (const [route, json] of [
      [`PATCH ${id}`, { title: 'x' }],
      [`DELETE ${id}`, undefined],
      [`PUT ${id}/rsvp`, { rsvp_status: 'ACCEPTED' }],
      [`POST ${id}/participants`, { participants: [{ user_id: 'eve' }] }],
      [`GET ${id}/history`, undefined],
    ] as const) {
      expect(codeOf(await world().ask(route, { json })), route).toBe('404 NOT_FOUND')
    }
  })

  test("If-Match is the series' revision; answers do not change it", async () => {
    await add()
    await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: second })

    expect((await patch({ title: 'One' }, 'ann', { 'If-Match': '"1"' })).status).toBe(200)
    expect(codeOf(await patch({ title: 'Two' }, 'ann', { 'If-Match': '"1"' }))).toBe(
      '412 REVISION_MISMATCH',
    )
    expect(codeOf(await cancel('ann', { 'If-Match': '"1"' }))).toBe('412 REVISION_MISMATCH')
    expect((await cancel('ann', { 'If-Match': '"2"' })).status).toBe(204)
  })

  test('a retry with its Idempotency-Key does nothing again', async () => {
    await add()
    const key = { 'Idempotency-Key': 'move-1' }
    const once = await patch({ title: 'Retro' }, 'ann', key)
    await world().messages()
    const again = await patch({ title: 'Retro' }, 'ann', key)

    expect([again.status, again.body]).toEqual([200, once.body])
    expect(await world().messages()).toEqual([])
    expect(codeOf(await patch({ title: 'x' }, 'ann', key))).toBe('422 IDEMPOTENCY_KEY_REUSED')
  })

  test('DELETE cancels one occurrence: 204, again a no-op, and GET of it says CANCELLED', async () => {
    await add()
    const got = await cancel()

    expect([got.status, got.text]).toEqual([204, ''])
    expect(await world().messages()).toEqual(['Cancellation bob', 'Cancellation cyd'])
    expect((await cancel()).status).toBe(204)
    expect(await world().messages()).toEqual([])
    expect(idsIn(await list('', 'bob'))).toEqual([`s_${first}`, `s_${third}`])
    const seen = await get(`s_${second}`, 'bob')
    expect([seen.status, seen.body.status, seen.body.id]).toEqual([200, 'CANCELLED', `s_${second}`])
    expect((await get('s')).body).toMatchObject({ status: 'CONFIRMED', revision: 2 })
  })

  test('PATCH status CANCELLED cancels it as DELETE does; again is 200, any other patch 409', async () => {
    await add()
    const got = await patch({ status: 'CANCELLED' })
    expect([got.status, got.body.status]).toEqual([200, 'CANCELLED'])
    expect(await world().messages()).toEqual(['Cancellation bob', 'Cancellation cyd'])

    expect((await patch({ status: 'CANCELLED' })).body.revision).toBe(2)
    expect(await world().messages()).toEqual([])
    expect(codeOf(await patch({ title: 'x' }))).toBe('409 EVENT_CANCELLED')
    expect(codeOf(await patch({ status: 'CONFIRMED' }))).toBe('409 EVENT_CANCELLED')
    const both = { status: 'CANCELLED', participants_notification: 'RESET_NOTIFICATION' }
    expect(pointersIn(await patch(both))).toEqual(['/participants_notification'])
  })

  test('PUT rsvp with recurrence_id answers to one occurrence: 200 with its bare event', async () => {
    await add()
    const got = await rsvp({ rsvp_status: 'DECLINED', comment: 'No', recurrence_id: second })

    expect([got.status, got.headers.get('ETag'), got.body.id]).toEqual([200, '"1"', `s_${second}`])
    expect(answersIn(got.body)).toEqual(['ACCEPTED', 'DECLINED', 'NEEDS_ACTION'])
    expect(got.body.participants[1].responded_at).toBe('2027-03-08T09:00:00Z')
    expect(answersIn((await get('s')).body)).toEqual(['ACCEPTED', 'NEEDS_ACTION', 'NEEDS_ACTION'])
    expect(answersIn((await get(`s_${first}`)).body)).toEqual([
      'ACCEPTED',
      'NEEDS_ACTION',
      'NEEDS_ACTION',
    ])
  })

  test('PUT rsvp: an answer to the series leaves what was answered on its own', async () => {
    await add()
    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: second })
    await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: null })

    expect(answersIn((await get(`s_${first}`)).body)[1]).toBe('ACCEPTED')
    expect(answersIn((await get(`s_${second}`)).body)[1]).toBe('DECLINED')
  })

  test('PUT rsvp: a recurrence_id has its form, and names an occurrence', async () => {
    await add()
    await create(world().ask, { id: 'single', participants: [{ user_id: 'bob' }] })

    for (const recurrence_id of ['tomorrow', '', 5, '2027-03-15T13:00:00Z']) {
      const got = await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id })
      expect([codeOf(got), pointersIn(got)]).toEqual(['400 VALIDATION_FAILED', ['/recurrence_id']])
    }
    expect(codeOf(await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: '20270316T130000Z' }))).toBe(
      '404 NOT_FOUND',
    )
    const single = await world().ask(`PUT ${EVENTS}/single/rsvp`, {
      as: 'bob',
      json: { rsvp_status: 'ACCEPTED', recurrence_id: second },
    })
    expect(codeOf(single)).toBe('404 NOT_FOUND')
  })

  test('PUT rsvp: a cancelled occurrence takes no answer', async () => {
    await add()
    await cancel()

    expect(codeOf(await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: second }))).toBe(
      '409 EVENT_CANCELLED',
    )
    expect((await rsvp({ rsvp_status: 'ACCEPTED' })).status).toBe(200)
  })

  test('show_participant_list: false: guests see themselves and the organizer, in occurrences too', async () => {
    await add({ show_participant_list: false })
    await rsvp({ rsvp_status: 'DECLINED', recurrence_id: second }, 'cyd')
    const seen = async (as: string) =>
      (await get(`s_${second}`, as)).body.participants.map(
        ({ user_id }: { user_id: string }) => user_id,
      ) as unknown

    expect(await seen('ann')).toEqual(['ann', 'bob', 'cyd'])
    expect(await seen('bob')).toEqual(['ann', 'bob'])
    const answered = await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: second })
    expect(answersIn(answered.body)).toEqual(['ACCEPTED', 'ACCEPTED'])
  })

  test('GET reads an occurrence as of a moment', async () => {
    await add()
    await patch({ title: 'Retro' })
    const items = (await world().ask(`GET ${EVENTS}/s/history`)).body.items as readonly {
      readonly position: number
    }[]
    const position = items.at(-1)?.position ?? 0

    expect((await get(`s_${second}`, 'ann', `?as_of=${position - 1}`)).body.title).toBe('Review')
    expect((await get(`s_${second}`, 'ann', `?as_of=${position}`)).body.title).toBe('Retro')
    expect(pointersIn(await get(`s_${second}`, 'ann', '?as_of=9999'))).toEqual(['/as_of'])
  })

  test('who is invited to the series is invited to every occurrence', async () => {
    await add()
    await patch({ title: 'Retro' })
    await world().ask(`POST ${EVENTS}/s/participants`, {
      json: { participants: [{ user_id: 'dan' }] },
    })

    expect((await get(`s_${second}`, 'dan')).body).toMatchObject({ title: 'Retro' })
    expect(idsIn(await list('', 'dan'))).toHaveLength(3)
    await world().ask(`DELETE ${EVENTS}/s/participants/dan`)
    expect(codeOf(await get(`s_${second}`, 'dan'))).toBe('404 NOT_FOUND')
  })

  test('PATCH moves an occurrence of an all-day series by its dates', async () => {
    await add({ time_slot: { start: '2027-03-08', end: '2027-03-09', all_day: true } })
    const moved = await world().ask(`PATCH ${path('20270315')}`, {
      json: { time_slot: { start: '2027-03-16', end: '2027-03-18' } },
    })

    expect(moved.body).toMatchObject({
      id: 's_20270315',
      time_slot: { start: '2027-03-16', end: '2027-03-18', all_day: true },
    })
    expect(idsIn(await list('start_after=2027-03-16T00:00:00Z'))).toEqual([
      's_20270315',
      's_20270322',
    ])
  })

  test('two changes of one occurrence at a time both happen', async () => {
    await add()
    const got = await Promise.all([
      patch({ title: 'Retro' }),
      patch({ location: 'Room 2' }),
      rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: second }),
    ])

    expect(got.map(({ status }) => status)).toEqual([200, 200, 200])
    const { body } = await get(`s_${second}`)
    expect(body).toMatchObject({ title: 'Retro', location: 'Room 2', revision: 3 })
    expect(answersIn(body)[1]).toBe('ACCEPTED')
  })

  test('more changed occurrences than a series may have are OVERRIDES_LIMIT_EXCEEDED', async () => {
    await add()
    const { store, clock } = world()
    const limits = { overrides: 1 }
    const calendar = createCalendar({ store, directory, clock, secret: 'x', limits })
    const ask = asking(nativeApi({ calendar, directory, authenticate: demoBearer }))
    const change = (id: string) => ask(`PATCH ${path(id)}`, { json: { title: 'Changed' } })

    expect((await change(first)).status).toBe(200)
    const got = await change(second)
    expect(codeOf(got)).toBe('400 OVERRIDES_LIMIT_EXCEEDED')
    expect(got.body.detail).toContain('1')
    expect(codeOf(await ask(`DELETE ${path(second)}`))).toBe('400 OVERRIDES_LIMIT_EXCEEDED')
    expect((await change(first)).status).toBe(200)
  })
})
