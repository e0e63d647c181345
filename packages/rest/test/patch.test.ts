/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { codeOf, create, EVENTS, idsIn, onEveryStore, pointersIn, slot } from './harness.js'

const guests = { participants: [{ user_id: 'bob' }, { user_id: 'cyd' }] }

onEveryStore('patch', (world) => {
  const add = async (fields: object = {}) => {
    await create(world().ask, { id: 'a', ...guests, ...fields })
    await world().messages()
  }
  const patch = (json: unknown, as = 'ann', headers: Record<string, string> = {}) =>
    world().ask(`PATCH ${EVENTS}/a`, { as, json, headers })
  const rsvp = (as: string, rsvp_status: string) =>
    world().ask(`PUT ${EVENTS}/a/rsvp`, { as, json: { rsvp_status } })
  const answers = async () =>
    (await world().ask(`GET ${EVENTS}/a`)).body.participants.map(
      (each: Record<string, string>) => each['rsvp_status'],
    ) as readonly string[]

  test('F-23: what is left out stays, null removes, an object is merged, a list replaces', async () => {
    const file = (name: string) => ({ name, url: 'https://files.example/x' })
    await add({
      location: 'Room 1',
      body: { format: 'HTML', content: '<b>x</b>' },
      attachments: [file('1'), file('2')],
    })
    const before = (await world().ask(`GET ${EVENTS}/a`)).body as object
    const merged = await patch({
      location: null,
      attachments: [file('3')],
      time_slot: { end: '2027-03-08T12:00:00Z' },
      body: { content: '<i>y</i>' },
    })

    expect(merged.status).toBe(200)
    expect(merged.body).toMatchObject({
      title: 'Review',
      location: null,
      attachments: [file('3')],
      time_slot: { start: '2027-03-08T10:00:00Z', end: '2027-03-08T12:00:00Z' },
      revision: 2,
    })
    expect(merged.body.body).toContainEqual({ format: 'HTML', content: '<em>y</em>' })
    expect(Object.keys(merged.body as object)).toEqual(Object.keys(before))
    expect((await patch({ body: null, attachments: null })).body).toMatchObject({
      body: null,
      attachments: [],
    })
  })

  test('F-23: a body without a format keeps the stored one; without either it is refused', async () => {
    await add({ body: { format: 'PLAIN', content: '<b>' } })

    expect((await patch({ body: { content: '<i>' } })).body.body[0]).toEqual({
      format: 'PLAIN',
      content: '<i>',
    })
    expect((await patch({ body: { format: 'HTML', content: '<i>z</i>' } })).body.body[2]).toEqual({
      format: 'HTML',
      content: '<em>z</em>',
    })
    await patch({ body: null })
    expect(pointersIn(await patch({ body: { content: 'x' } }))).toEqual(['/body/format'])
    expect(pointersIn(await patch({ body: { format: 'PLAIN' } }))).toEqual(['/body/content'])
    expect(codeOf(await patch({ body: { content: 'x' } }, 'bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await patch({ body: { content: 'x' } }, 'dan'))).toBe('404 NOT_FOUND')
  })

  test('F-23: null is refused where there is nothing to remove', async () => {
    await add()
    const names = [
      'title',
      'time_slot',
      'status',
      'show_participant_list',
      'visibility',
      'calendar_id',
      'participants_notification',
    ]
    const got = await patch(Object.fromEntries(names.map((name) => [name, null])))

    expect(pointersIn(got).toSorted()).toEqual(names.map((name) => `/${name}`).toSorted())
  })

  test('F-24: only the organizer; a guest is 403, others 404', async () => {
    await add()

    expect(codeOf(await patch({ title: 'x' }, 'bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await patch({ title: 'x' }, 'dan'))).toBe('404 NOT_FOUND')
    expect(codeOf(await world().ask(`PATCH ${EVENTS}/b`, { json: { title: 'x' } }))).toBe(
      '404 NOT_FOUND',
    )
  })

  test('F-25: at least one field; an ask alone is one, NO_NOTIFICATION alone is none', async () => {
    await add()
    const alone = (kind: string) => patch({ participants_notification: `${kind}_NOTIFICATION` })

    expect(codeOf(await patch({}))).toBe('400 EMPTY_PATCH')
    expect(codeOf(await alone('NO'))).toBe('400 EMPTY_PATCH')
    expect((await alone('UPDATE')).status).toBe(200)
    expect(await world().messages()).toEqual(['Update bob', 'Update cyd'])
    expect((await alone('RESET')).status).toBe(200)
    expect(await world().messages()).toEqual(['Reinvitation bob', 'Reinvitation cyd'])
  })

  test('recurrence null is a field of its own: nothing to remove, nobody to tell', async () => {
    await add()
    const got = await patch({ recurrence: null })

    expect([got.status, got.body.revision, got.body.recurrence]).toEqual([200, 1, null])
    expect(await world().messages()).toEqual([])
  })

  test('F-26: title at most 100 in a patch that names it; a longer stored one never fails another', async () => {
    await add({ title: 'x'.repeat(150) })

    expect(pointersIn(await patch({ title: 'x'.repeat(150) }))).toEqual(['/title'])
    expect(pointersIn(await patch({ title: '' }))).toEqual(['/title'])
    expect((await patch({ location: 'Room 2' })).body.title).toHaveLength(150)
    expect((await patch({ title: '𝒳'.repeat(100) })).status).toBe(200)
  })

  test('F-26: every field changes what it names', async () => {
    await add()
    await world().calendar.promises.manage({
      type: 'OpenCalendar',
      tenantId: 'demo',
      actor: 'ann',
      calendarId: 'work',
      name: 'Work',
      timeZone: 'UTC',
    })
    const fields = {
      title: 'Retro',
      location: 'Room 2',
      status: 'TENTATIVE',
      show_participant_list: false,
      visibility: 'PUBLIC',
      calendar_id: 'work',
    }

    expect((await patch(fields)).body).toMatchObject({ ...fields, revision: 2 })
    expect(pointersIn(await patch({ calendar_id: 'primary-bob' }))).toEqual(['/calendar_id'])
    expect(pointersIn(await patch({ participants: [], id: 'b' })).toSorted()).toEqual([
      '/id',
      '/participants',
    ])
  })

  test('F-26: a time slot is merged, then checked; local times are read in the zone of the event', async () => {
    await add({
      time_slot: {
        start: '2027-03-08T09:00:00',
        end: '2027-03-08T10:00:00',
        time_zone: 'America/New_York',
      },
    })

    expect((await patch({ time_slot: { end: '2027-03-08T11:30:00' } })).body.time_slot).toEqual({
      start: '2027-03-08T09:00:00-05:00',
      end: '2027-03-08T11:30:00-05:00',
      time_zone: 'America/New_York',
      all_day: false,
    })
    expect(codeOf(await patch({ time_slot: { end: '2027-03-08T08:00:00' } }))).toBe(
      '400 INVALID_TIME_RANGE',
    )
    expect(
      (await patch({ time_slot: { time_zone: 'Europe/Berlin' } })).body.time_slot,
    ).toMatchObject({
      start: '2027-03-08T15:00:00+01:00',
      time_zone: 'Europe/Berlin',
    })
    expect(
      pointersIn(await patch({ time_slot: { start: 'x', time_zone: 'Mars' } })).toSorted(),
    ).toEqual(['/time_slot/start', '/time_slot/time_zone'])
    expect(pointersIn(await patch({ time_slot: { start: '2027-03-08' } }))).toEqual([
      '/time_slot/start',
    ])
    const day = { start: '2027-03-08', end: '2027-03-09', all_day: true }
    expect((await patch({ time_slot: day })).body.time_slot).toMatchObject(day)
  })

  test('a body of all that a request holds is kept', async () => {
    await add()
    const body = { format: 'PLAIN', content: 'x'.repeat(1_000_000) }

    expect((await patch({ body })).body.body[0]).toEqual(body)
  })

  test('a range that is wrong by itself is refused before permission is looked at', async () => {
    await add()
    const time_slot = { start: slot.end, end: slot.start }

    expect(codeOf(await patch({ time_slot }, 'bob'))).toBe('400 INVALID_TIME_RANGE')
    expect(codeOf(await patch({ time_slot, title: '' }, 'bob'))).toBe('400 VALIDATION_FAILED')
    const dates = { start: '2027-03-09', end: '2027-03-08' }
    expect(codeOf(await patch({ time_slot: dates }, 'bob'))).toBe('400 INVALID_TIME_RANGE')
    expect(codeOf(await patch({ time_slot: { end: '2027-03-08T08:00:00Z' } }, 'bob'))).toBe(
      '403 FORBIDDEN',
    )
  })

  test('F-27: everyone but the actor is told, unless nobody is', async () => {
    await add()

    await patch({ title: 'One' })
    expect(await world().messages()).toEqual(['Update bob', 'Update cyd'])
    await patch({ title: 'Two', participants_notification: 'NO_NOTIFICATION' })
    expect(await world().messages()).toEqual([])
  })

  test('F-27: a reset asks everyone again but the organizer; without one answers stay', async () => {
    await add()
    await rsvp('bob', 'ACCEPTED')
    await rsvp('cyd', 'DECLINED')

    await patch({ time_slot: { end: '2027-03-08T12:00:00Z' } })
    expect(await answers()).toEqual(['ACCEPTED', 'ACCEPTED', 'DECLINED'])
    await world().messages()
    await patch({ title: 'Again', participants_notification: 'RESET_NOTIFICATION' })
    expect(await answers()).toEqual(['ACCEPTED', 'NEEDS_ACTION', 'NEEDS_ACTION'])
    const { body } = await world().ask(`GET ${EVENTS}/a`)
    expect(body.participants[1]).not.toHaveProperty('responded_at')
    expect(await world().messages()).toEqual(['Reinvitation bob', 'Reinvitation cyd'])
  })

  test('F-28: CANCELLED tells everyone and leaves every list; in silence nobody', async () => {
    await add()
    const got = await patch({ status: 'CANCELLED' })
    expect([got.status, got.body.status, got.body.sequence]).toEqual([200, 'CANCELLED', 1])
    expect(await world().messages()).toEqual(['Cancellation bob', 'Cancellation cyd'])
    expect(idsIn(await world().ask(`GET ${EVENTS}`, { as: 'bob' }))).toEqual([])

    await create(world().ask, { id: 'b', ...guests })
    await world().messages()
    const silent = { status: 'CANCELLED', participants_notification: 'NO_NOTIFICATION' }
    expect((await world().ask(`PATCH ${EVENTS}/b`, { json: silent })).status).toBe(200)
    expect(await world().messages()).toEqual([])
  })

  test('CANCELLED with RESET_NOTIFICATION is refused', async () => {
    await add()
    const got = await patch({
      status: 'CANCELLED',
      participants_notification: 'RESET_NOTIFICATION',
    })

    expect([codeOf(got), pointersIn(got)]).toEqual([
      '400 VALIDATION_FAILED',
      ['/participants_notification'],
    ])
  })

  test('a cancelled event takes CANCELLED again without effect, any other patch is 409', async () => {
    await add()
    await patch({ status: 'CANCELLED' })
    await world().messages()
    const again = await patch({ status: 'CANCELLED' })

    expect([again.status, again.body.revision]).toEqual([200, 2])
    expect(await world().messages()).toEqual([])
    expect(codeOf(await patch({ status: 'CONFIRMED' }))).toBe('409 EVENT_CANCELLED')
    expect(codeOf(await patch({ title: 'x' }))).toBe('409 EVENT_CANCELLED')
    expect(codeOf(await patch({ participants_notification: 'RESET_NOTIFICATION' }))).toBe(
      '409 EVENT_CANCELLED',
    )
  })

  test('F-29: 200 with the bare event, all formats, its new revision', async () => {
    await add({ body: { format: 'PLAIN', content: 'Hi' } })
    const got = await patch({ title: 'Retro' })

    expect([got.status, got.headers.get('ETag')]).toEqual([200, '"2"'])
    expect(got.body.body).toHaveLength(3)
  })

  test('a patch is merge-patch or JSON, or says nothing of itself; others are 415', async () => {
    await add()
    const sent = (type: string) => patch({ title: 'x' }, 'ann', { 'Content-Type': type })

    expect((await sent('application/merge-patch+json; charset=utf-8')).status).toBe(200)
    expect((await sent('Application/JSON')).status).toBe(200)
    expect((await sent('')).status).toBe(200)
    expect(codeOf(await sent('application/json-patch+json'))).toBe('415 UNSUPPORTED_MEDIA_TYPE')
    const post = {
      json: { title: 'x', time_slot: slot },
      headers: { 'Content-Type': 'text/plain' },
    }
    expect(codeOf(await world().ask(`POST ${EVENTS}`, post))).toBe('415 UNSUPPORTED_MEDIA_TYPE')
  })

  test('If-Match: the revision, any of a list, or *; weak and others never match', async () => {
    await add()
    const match = (tag: string) => patch({ title: tag.slice(0, 90) }, 'ann', { 'If-Match': tag })

    expect((await match('"1"')).status).toBe(200)
    expect(codeOf(await match('"1"'))).toBe('412 REVISION_MISMATCH')
    expect((await match('"7", W/"9" ,"2"')).status).toBe(200)
    expect((await match('*')).status).toBe(200)
    for (const tag of ['W/"4"', '"x"', '"04"', '"4.0"']) {
      expect(codeOf(await match(tag)), tag).toBe('412 REVISION_MISMATCH')
    }
    for (const tag of ['4', '"4', '"4" "5"', '*, "4"', 'x']) {
      const got = await match(tag)
      expect([codeOf(got), pointersIn(got)], tag).toEqual(['400 VALIDATION_FAILED', ['/If-Match']])
    }
  })

  test('a retry with its Idempotency-Key does nothing again', async () => {
    await add()
    const key = { 'Idempotency-Key': 'reset-1' }
    const ask = { participants_notification: 'RESET_NOTIFICATION' }
    await patch(ask, 'ann', key)
    await world().messages()
    const again = await patch(ask, 'ann', key)

    expect([again.status, again.body.revision]).toEqual([200, 2])
    expect(await world().messages()).toEqual([])
    expect(codeOf(await patch({ title: 'x' }, 'ann', key))).toBe('422 IDEMPOTENCY_KEY_REUSED')
  })
})

onEveryStore('answers, invitations, cancellation', (world) => {
  const add = async (fields: object = {}) => {
    await create(world().ask, { id: 'a', ...guests, ...fields })
    await world().messages()
  }
  const rsvp = (json: unknown, as = 'bob', headers: Record<string, string> = {}) =>
    world().ask(`PUT ${EVENTS}/a/rsvp`, { as, json, headers })
  const invite = (json: unknown, as = 'ann') =>
    world().ask(`POST ${EVENTS}/a/participants`, { as, json })
  const uninvite = (user: string, as = 'ann', headers: Record<string, string> = {}) =>
    world().ask(`DELETE ${EVENTS}/a/participants/${user}`, { as, headers })
  const cancel = (as = 'ann', headers: Record<string, string> = {}) =>
    world().ask(`DELETE ${EVENTS}/a`, { as, headers })

  test('PUT rsvp: the caller answers, 200 with the event, and no revision is made', async () => {
    await add()
    world().clock.advance(60_000)
    const got = await rsvp({ rsvp_status: 'TENTATIVE', comment: 'Perhaps' })

    expect([got.status, got.headers.get('ETag')]).toEqual([200, '"1"'])
    expect(got.body.participants[1]).toEqual({
      user_id: 'bob',
      name: 'The bob',
      email: 'bob@example.com',
      rsvp_status: 'TENTATIVE',
      is_organizer: false,
      responded_at: '2027-03-08T09:01:00Z',
    })
    expect(await world().messages()).toEqual([])
  })

  test('PUT rsvp: the shape is closed, and a single event has no occurrences', async () => {
    await add()
    const bad = {
      rsvp_status: 'MAYBE',
      comment: 'x'.repeat(1001),
      recurrence_id: 'tomorrow',
      more: 1,
    }

    expect(pointersIn(await rsvp(bad)).toSorted()).toEqual([
      '/comment',
      '/more',
      '/recurrence_id',
      '/rsvp_status',
    ])
    expect(pointersIn(await rsvp({}))).toEqual(['/rsvp_status'])
    const one = await rsvp({ rsvp_status: 'ACCEPTED', recurrence_id: '20270308T100000Z' })
    expect(codeOf(one)).toBe('404 NOT_FOUND')
    expect(
      (await rsvp({ rsvp_status: 'ACCEPTED', comment: null, recurrence_id: null })).status,
    ).toBe(200)
    expect(codeOf(await rsvp({ rsvp_status: 'ACCEPTED' }, 'dan'))).toBe('404 NOT_FOUND')
  })

  test('an answer to a cancelled event is 409', async () => {
    await add()
    await cancel()

    expect(codeOf(await rsvp({ rsvp_status: 'ACCEPTED' }))).toBe('409 EVENT_CANCELLED')
  })

  test("an RSVP never fails an organizer's If-Match, and honours its own", async () => {
    await add()
    await rsvp({ rsvp_status: 'ACCEPTED' })

    const headers = { 'If-Match': '"1"' }
    const patched = await world().ask(`PATCH ${EVENTS}/a`, { json: { title: 'x' }, headers })
    expect(patched.status).toBe(200)
    expect(codeOf(await rsvp({ rsvp_status: 'DECLINED' }, 'bob', headers))).toBe(
      '412 REVISION_MISMATCH',
    )
  })

  test('200 answers while the organizer patches 20 times: none is lost or refused', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `u${n}`)
    await add({ participants: names.map((user_id) => ({ user_id })) })
    const got = await Promise.all([
      ...names.map((as) => rsvp({ rsvp_status: 'ACCEPTED' }, as)),
      ...Array.from({ length: 20 }, (_, n) =>
        world().ask(`PATCH ${EVENTS}/a`, { json: { title: `Title ${n}` } }),
      ),
    ])

    expect(new Set(got.map(({ status }) => status))).toEqual(new Set([200]))
    const { body } = await world().ask(`GET ${EVENTS}/a`)
    expect(body.revision).toBe(21)
    expect(
      new Set(body.participants.map((each: Record<string, string>) => each['rsvp_status'])),
    ).toEqual(new Set(['ACCEPTED']))
  })

  test('POST participants invites users and channels, 200 with the bare event', async () => {
    await add()
    const got = await invite({ participants: [{ user_id: 'fay' }, { channel_id: 'team' }] })

    expect([got.status, got.body.revision, got.headers.get('ETag')]).toEqual([200, 2, '"2"'])
    expect(got.body.participants.map((each: Record<string, string>) => each['user_id'])).toEqual([
      'ann',
      'bob',
      'cyd',
      'fay',
    ])
    expect(await world().messages()).toEqual(['Invitation fay'])
    expect(codeOf(await invite({ participants: [{ user_id: 'gus' }] }, 'bob'))).toBe(
      '403 FORBIDDEN',
    )
    expect(pointersIn(await invite({ participants: [{ user_id: 'nobody' }] }))).toEqual([
      '/participants/0/user_id',
    ])
    expect(pointersIn(await invite({}))).toEqual(['/participants'])
    const many = Array.from({ length: 501 }, (_, n) => ({ user_id: `u${n}` }))
    expect(codeOf(await invite({ participants: many }))).toBe(
      '400 PARTICIPANTS_USER_LIMIT_EXCEEDED',
    )
  })

  test('DELETE participants is 204, also for who does not participate; the organizer stays', async () => {
    await add({ participants: [{ user_id: 'bob' }, { user_id: 'a b/ü' }] })
    const got = await uninvite('a%20b%2F%C3%BC')

    expect([got.status, got.text]).toEqual([204, ''])
    expect(await world().messages()).toEqual(['Cancellation a b/ü'])
    expect((await uninvite('dan')).status).toBe(204)
    expect(await world().messages()).toEqual([])
    const organizer = await uninvite('ann')
    expect([codeOf(organizer), pointersIn(organizer)]).toEqual([
      '400 VALIDATION_FAILED',
      ['/user_id'],
    ])
    expect(codeOf(await uninvite('bob', 'bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await uninvite('bob', 'ann', { 'If-Match': '"1"' }))).toBe(
      '412 REVISION_MISMATCH',
    )
    expect((await uninvite('bob')).status).toBe(204)
    expect(codeOf(await world().ask(`GET ${EVENTS}/a`, { as: 'bob' }))).toBe('404 NOT_FOUND')
  })

  test('DELETE cancels with 204, and again does nothing', async () => {
    await add()

    expect(codeOf(await cancel('bob'))).toBe('403 FORBIDDEN')
    expect(codeOf(await cancel('dan'))).toBe('404 NOT_FOUND')
    expect(codeOf(await cancel('ann', { 'If-Match': '"9"' }))).toBe('412 REVISION_MISMATCH')
    const got = await cancel()
    expect([got.status, got.text]).toEqual([204, ''])
    expect(await world().messages()).toEqual(['Cancellation bob', 'Cancellation cyd'])
    expect((await cancel()).status).toBe(204)
    expect(await world().messages()).toEqual([])
  })
})
