/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import type { Got } from './harness.js'
import { codeOf, create, EVENTS, idsIn, onEveryStore, pointersIn, slot } from './harness.js'

const answersIn = (got: Got): Record<string, string> =>
  Object.fromEntries(
    got.body.participants.map((each: Record<string, string>) => [
      each['user_id'],
      each['rsvp_status'],
    ]),
  )

const users = (count: number) => Array.from({ length: count }, (_, n) => ({ user_id: `u${n}` }))
const channels = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ channel_id: `c${n}` }))

onEveryStore('create', (world) => {
  const post = (fields: object, as = 'ann', headers: Record<string, string> = {}) =>
    world().ask(`POST ${EVENTS}`, {
      as,
      headers,
      json: { title: 'Review', time_slot: slot, ...fields },
    })

  test('F-11: the caller organizes and has accepted, everyone else is invited', async () => {
    const got = await post({ participants: [{ user_id: 'bob' }, { user_id: 'cyd' }] })

    expect(answersIn(got)).toEqual({ ann: 'ACCEPTED', bob: 'NEEDS_ACTION', cyd: 'NEEDS_ACTION' })
    expect(got.body.participants[0]).toMatchObject({ user_id: 'ann', is_organizer: true })
    expect(got.body.participants[2]).toEqual({
      user_id: 'cyd',
      name: 'The cyd',
      rsvp_status: 'NEEDS_ACTION',
      is_organizer: false,
    })
    expect(await world().messages()).toEqual(['Invitation bob', 'Invitation cyd'])
    expect(idsIn(await world().ask(`GET ${EVENTS}`, { as: 'bob' }))).toEqual([got.body.id])
  })

  test('F-12: at most 500 distinct users and 10 distinct channels', async () => {
    expect((await post({ participants: users(500) })).status).toBe(201)
    expect(codeOf(await post({ participants: users(501) }))).toBe(
      '400 PARTICIPANTS_USER_LIMIT_EXCEEDED',
    )
    expect((await post({ participants: channels(10) })).status).toBe(201)
    expect(codeOf(await post({ participants: channels(11) }))).toBe(
      '400 PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED',
    )
  })

  test('limits are counted on what is distinct, the organizer never', async () => {
    const doubled = [...users(500), ...users(500), { user_id: 'ann' }]
    const got = await post({ participants: doubled })
    expect(got.status).toBe(201)
    expect(got.body.participants).toHaveLength(501)
    expect((await post({ participants: [...channels(10), ...channels(10)] })).status).toBe(201)
  })

  test('F-13: a channel is its members as they are, and nobody twice', async () => {
    const got = await post({ participants: [{ user_id: 'bob' }, { channel_id: 'team' }] })

    expect(Object.keys(answersIn(got))).toEqual(['ann', 'bob', 'cyd'])
    expect(await world().messages()).toEqual(['Invitation bob', 'Invitation cyd'])
  })

  test('F-14: channels that the caller may not assign, and unknown ones, are skipped', async () => {
    const refs = { participants: [{ channel_id: 'board' }, { channel_id: 'nope' }] }

    expect(Object.keys(answersIn(await post(refs)))).toEqual(['ann', 'dan', 'eve'])
    expect(Object.keys(answersIn(await post(refs, 'bob')))).toEqual(['bob'])
  })

  test('a user whom the directory does not know is refused, by its place', async () => {
    const got = await post({ participants: [{ user_id: 'bob' }, { user_id: 'nobody' }] })

    expect([codeOf(got), pointersIn(got)]).toEqual([
      '400 VALIDATION_FAILED',
      ['/participants/1/user_id'],
    ])
  })

  test('F-15: the same id again is 200 with the stored event, and nobody is told twice', async () => {
    const first = await post({ id: 'mine', participants: [{ user_id: 'bob' }] })
    await world().messages()
    const again = await post({ id: 'mine', title: 'Other', participants: [{ user_id: 'nobody' }] })

    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('ETag')).toBe('"1"')
    expect(await world().messages()).toEqual([])
  })

  test("F-15: another's id is 403, another tenant's is free, without one the server makes it", async () => {
    await post({ id: 'mine' })

    expect(codeOf(await post({ id: 'mine' }, 'bob'))).toBe('403 FORBIDDEN')
    expect((await post({ id: 'mine' }, 'bob@elsewhere')).status).toBe(201)
    expect((await post({})).body.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a replay stays cancelled if it was cancelled', async () => {
    await post({ id: 'mine' })
    await world().ask(`DELETE ${EVENTS}/mine`)
    const again = await post({ id: 'mine' })

    expect([again.status, again.body.status]).toEqual([200, 'CANCELLED'])
  })

  test('two concurrent creates of one id: one 201, the others 200', async () => {
    const got = await Promise.all(
      Array.from({ length: 50 }, () => post({ id: 'race', participants: [{ user_id: 'bob' }] })),
    )

    expect(got.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(got.filter(({ status }) => status === 200)).toHaveLength(49)
    expect(await world().messages()).toEqual(['Invitation bob'])
  })

  test('ids are 1 to 128 unreserved characters, and none that a route needs', async () => {
    for (const id of ['a', 'A-Za.z0_9~-', 'x'.repeat(128), 'a_2027', 'over.view', '...']) {
      expect((await post({ id })).status, id).toBe(201)
    }
    const bad = [
      '',
      'x'.repeat(129),
      'a b',
      'a/b',
      'ü',
      '.',
      '..',
      'overview',
      'a_20270308',
      'a_20270308T140000Z',
    ]
    for (const id of bad) {
      const got = await post({ id })
      expect([codeOf(got), pointersIn(got)], id).toEqual(['400 VALIDATION_FAILED', ['/id']])
    }
  })

  test('F-16: title is required, 1 to 200 code points', async () => {
    expect((await post({ title: '𝒳'.repeat(200) })).status).toBe(201)
    for (const title of ['', 'x'.repeat(201), '𝒳'.repeat(201), null, 7, 'a\0b', 'a\ud800b']) {
      expect(pointersIn(await post({ title }))).toEqual(['/title'])
    }
    expect(pointersIn(await post({ title: undefined }))).toEqual(['/title'])
  })

  test('F-16: time_slot is required; an end before its start is INVALID_TIME_RANGE, at it is allowed', async () => {
    const { start, end } = slot
    expect(pointersIn(await post({ time_slot: undefined }))).toEqual(['/time_slot'])
    expect(pointersIn(await post({ time_slot: {} })).toSorted()).toEqual([
      '/time_slot/end',
      '/time_slot/start',
    ])
    expect(codeOf(await post({ time_slot: { start: end, end: start } }))).toBe(
      '400 INVALID_TIME_RANGE',
    )
    expect((await post({ time_slot: { start, end: start } })).status).toBe(201)
  })

  test('a time slot is stamps, local times in a zone, or dates; answers print the offset of the zone', async () => {
    const time_zone = 'America/New_York'
    const slotOf = async (time_slot: object) =>
      (await post({ time_slot })).body.time_slot as unknown

    expect(
      await slotOf({ start: '2027-03-08T09:00:00', end: '2027-03-08T10:00:00.125', time_zone }),
    ).toEqual({
      start: '2027-03-08T09:00:00-05:00',
      end: '2027-03-08T10:00:00.125-05:00',
      time_zone,
      all_day: false,
    })
    expect(
      await slotOf({ start: '2027-03-08T14:00:00Z', end: '2027-03-08T16:00:00+01:00', time_zone }),
    ).toEqual({
      start: '2027-03-08T09:00:00-05:00',
      end: '2027-03-08T10:00:00-05:00',
      time_zone,
      all_day: false,
    })
    expect(await slotOf({ start: '2027-03-08', end: '2027-03-09', all_day: true })).toEqual({
      start: '2027-03-08',
      end: '2027-03-09',
      time_zone: null,
      all_day: true,
    })
    expect(
      await slotOf({
        start: '2027-03-08T09:00:00.123456Z',
        end: '2027-03-08T12:00:00+02:00',
        time_zone: null,
      }),
    ).toMatchObject({ start: '2027-03-08T09:00:00.123Z', end: '2027-03-08T10:00:00Z' })
  })

  test('a bad time slot is refused at the member that is bad, all at once', async () => {
    const pointers = async (time_slot: unknown) => pointersIn(await post({ time_slot })).toSorted()
    const both = ['/time_slot/end', '/time_slot/start']

    expect(await pointers({ start: '2027-03-08T09:00:00', end: '2027-03-08T10:00:00' })).toEqual(
      both,
    )
    expect(await pointers({ start: '2027-03-08', end: '2027-03-09' })).toEqual(both)
    expect(await pointers({ ...slot, all_day: true })).toEqual(both)
    expect(
      await pointers({ start: 'x', end: 7, time_zone: 'Mars', all_day: 'yes', more: 1 }),
    ).toEqual([
      '/time_slot/all_day',
      '/time_slot/end',
      '/time_slot/more',
      '/time_slot/start',
      '/time_slot/time_zone',
    ])
    expect(await pointers({ ...slot, start: '2027-02-29T00:00:00Z' })).toEqual(['/time_slot/start'])
    expect(await pointers('now')).toEqual(['/time_slot'])
  })

  test('F-17: location at most 1000, attachments at most 20 and https, flags are booleans', async () => {
    const file = { name: 'Plan', url: 'https://files.example/plan.pdf' }
    const got = await post({
      location: 'x'.repeat(1000),
      attachments: [file, { ...file, mime_type: 'application/pdf', size: 7 }],
      show_participant_list: false,
      visibility: 'PUBLIC',
      status: 'TENTATIVE',
      recurrence: null,
      calendar_id: 'primary-ann',
    })
    expect(got.status).toBe(201)
    expect(got.body.attachments).toEqual([file, { ...file, mime_type: 'application/pdf', size: 7 }])
    expect(got.body).toMatchObject({ status: 'TENTATIVE', visibility: 'PUBLIC' })
    const bad = await post({
      location: 'x'.repeat(1001),
      attachments: [
        { ...file, url: 'http://files.example' },
        { ...file, url: 'javascript:alert(1)' },
        { ...file, url: 'https:///files.example' },
        { url: file.url, size: -1, mime_type: '' },
      ],
      show_participant_list: 'no',
      visibility: 'ALL',
      status: 'CANCELLED',
      recurrence: 'RRULE:FREQ=DAILY',
    })
    expect(pointersIn(bad).toSorted()).toEqual([
      '/attachments/0/url',
      '/attachments/1/url',
      '/attachments/2/url',
      '/attachments/3/mime_type',
      '/attachments/3/name',
      '/attachments/3/size',
      '/location',
      '/recurrence',
      '/show_participant_list',
      '/status',
      '/visibility',
    ])
    const many = Array.from({ length: 21 }, () => file)
    expect(pointersIn(await post({ attachments: many }))).toEqual(['/attachments'])
    expect(pointersIn(await post({ calendar_id: 'primary-bob' }))).toEqual(['/calendar_id'])
  })

  test('F-17: the body comes back in every format, HTML without what could run', async () => {
    const content =
      '<p onclick="x()">Hi <script>alert(1)</script><a href="javascript:x()">you</a></p>'
    const { body } = (await post({ body: { format: 'HTML', content } })).body

    expect(body.map(({ format }: { format: string }) => format)).toEqual(['PLAIN', 'DELTA', 'HTML'])
    expect(JSON.stringify(body)).not.toMatch(/script|onclick/)
    expect(body[1].content.ops).toBeInstanceOf(Array)
    expect(
      pointersIn(await post({ body: { format: 'RTF', content: 7, more: 1 } })).toSorted(),
    ).toEqual(['/body/format', '/body/more'])
    expect(pointersIn(await post({ body: { format: 'PLAIN', content: 7 } }))).toEqual([
      '/body/content',
    ])
    expect(
      pointersIn(await post({ body: { format: 'DELTA', content: { ops: [{ insert: 7 }] } } }))[0],
    ).toMatch(/^\/body\/content\/ops\/0/)
  })

  test('F-18: the language is not part of the create; it appears once it is recorded', async () => {
    const created = await post({ id: 'a', body: { format: 'PLAIN', content: 'Guten Tag' } })
    expect(created.body.language).toBeNull()
    await world().calendar.promises.execute({
      type: 'RecordLanguage',
      tenantId: 'demo',
      actor: 'detector',
      uid: 'a',
      language: 'de',
      bodyRevision: 1,
    })

    const got = await world().ask(`GET ${EVENTS}/a`)
    expect([got.body.language, got.body.revision]).toEqual(['de', 1])
  })

  test('F-19: 201 with the bare event, its place and its revision', async () => {
    const got = await post({ id: 'a' })

    expect(got.status).toBe(201)
    expect(got.headers.get('Location')).toBe(`${EVENTS}/a`)
    expect(got.headers.get('ETag')).toBe('"1"')
    expect(got.headers.get('Cache-Control')).toBe('private, no-store')
    expect(got.body).toEqual({
      id: 'a',
      series_id: null,
      recurrence_id: null,
      calendar_id: 'primary-ann',
      title: 'Review',
      status: 'CONFIRMED',
      time_slot: {
        start: '2027-03-08T10:00:00Z',
        end: '2027-03-08T11:00:00Z',
        time_zone: 'UTC',
        all_day: false,
      },
      location: null,
      body: null,
      attachments: [],
      participants: [
        {
          user_id: 'ann',
          name: 'The ann',
          email: 'ann@example.com',
          rsvp_status: 'ACCEPTED',
          is_organizer: true,
          responded_at: '2027-03-08T09:00:00Z',
        },
      ],
      show_participant_list: true,
      recurrence: null,
      language: null,
      visibility: 'PARTICIPANTS',
      revision: 1,
      sequence: 0,
      created_at: '2027-03-08T09:00:00Z',
      updated_at: '2027-03-08T09:00:00Z',
    })
  })

  test('check order: authentication, shape, limits, time range, id', async () => {
    await post({ id: 'taken' })
    const range = { time_slot: { start: slot.end, end: slot.start } }
    const limit = { participants: users(501) }
    const all = { id: 'taken', ...range, ...limit, title: '' }
    const anonymous = await world().ask(`POST ${EVENTS}`, { as: null, json: all })

    expect(codeOf(anonymous)).toBe('401 UNAUTHENTICATED')
    expect(codeOf(await post(all, 'bob'))).toBe('400 VALIDATION_FAILED')
    expect(codeOf(await post({ ...all, title: 'x' }, 'bob'))).toBe(
      '400 PARTICIPANTS_USER_LIMIT_EXCEEDED',
    )
    expect(codeOf(await post({ id: 'taken', ...range }, 'bob'))).toBe('400 INVALID_TIME_RANGE')
    expect(codeOf(await post({ id: 'taken' }, 'bob'))).toBe('403 FORBIDDEN')
  })

  test('unknown members are refused at every level, those of prototypes too', async () => {
    const raw = `{"title":"x","time_slot":{"start":"2027-03-08T10:00:00Z","end":"2027-03-08T11:00:00Z","__proto__":{}},
      "__proto__":{"admin":true},"constructor":1,"a/b~c":1,
      "participants":[{"user_id":"bob","role":"x"},{},{"user_id":"bob","channel_id":"team"},7]}`
    const got = await world().ask(`POST ${EVENTS}`, { raw })

    expect(pointersIn(got).toSorted()).toEqual([
      '/__proto__',
      '/a~1b~0c',
      '/constructor',
      '/participants/0/role',
      '/participants/1/user_id',
      '/participants/2/channel_id',
      '/participants/3',
      '/time_slot/__proto__',
    ])
  })

  test('an Idempotency-Key makes a create idempotent, for the same request only', async () => {
    const key = { 'Idempotency-Key': 'k-1' }
    const first = await post({ participants: [{ user_id: 'bob' }] }, 'ann', key)
    const again = await post({ participants: [{ user_id: 'bob' }] }, 'ann', key)

    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body.id).toBe(first.body.id)
    expect(codeOf(await post({ title: 'Other' }, 'ann', key))).toBe('422 IDEMPOTENCY_KEY_REUSED')
    expect((await post({ title: 'Other' }, 'bob', key)).status).toBe(201)
    for (const bad of ['a b', 'x'.repeat(201), '']) {
      const got = await post({}, 'ann', { 'Idempotency-Key': bad })
      expect(pointersIn(got), bad).toEqual(['/Idempotency-Key'])
    }
  })

  test('names come from the directory; an answer does without while it fails', async () => {
    await create(world().ask, { id: 'a' })
    const got = await world().ask(`GET ${EVENTS}/a`)

    expect(got.body.participants[0]).toMatchObject({ name: 'The ann', email: 'ann@example.com' })
  })
})
