/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call -- the wire: tests say what they expect of it */
import { expect, test } from 'vitest'
import { codeOf, create, EVENTS, idsIn, onEveryStore, pointersIn, slot } from './harness.js'

const inNewYork = (from: string, to: string) => ({
  start: `2027-03-08T${from}`,
  end: `2027-03-08T${to}`,
  time_zone: 'America/New_York',
})
const nine = inNewYork('09:00:00', '10:00:00')
const mondays = ['RRULE:FREQ=WEEKLY;COUNT=4']

onEveryStore('recurrence', (world) => {
  const add = (recurrence: unknown, time_slot: object = nine, fields: object = {}) =>
    create(world().ask, { id: 's', time_slot, recurrence, ...fields })
  const send = (recurrence: unknown, time_slot: object = nine) =>
    world().ask(`POST ${EVENTS}`, { json: { title: 'Review', time_slot, recurrence } })
  const patch = (json: unknown, headers: Record<string, string> = {}) =>
    world().ask(`PATCH ${EVENTS}/s`, { json, headers })
  const list = (query = '') => world().ask(`GET ${EVENTS}?${query}`)
  const starts = async (query = '') =>
    (await list(query)).body.items.map(
      ({ time_slot }: { time_slot: { start: string } }) => time_slot.start,
    ) as readonly string[]

  test('recurrence is an array of RRULE, RDATE and EXDATE lines, and answered as it was written', async () => {
    const lines = [
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RDATE;TZID=America/New_York:20270310T090000',
      'EXDATE;TZID=America/New_York:20270315T090000',
    ]
    const { recurrence, series_id, recurrence_id, time_slot } = await add(lines)

    expect({ recurrence, series_id, recurrence_id }).toEqual({
      recurrence: lines,
      series_id: null,
      recurrence_id: null,
    })
    expect(time_slot.start).toBe('2027-03-08T09:00:00-05:00')
    expect((await world().ask(`GET ${EVENTS}/s`)).body.recurrence).toEqual(lines)
    expect(await starts()).toEqual([
      '2027-03-08T09:00:00-05:00',
      '2027-03-10T09:00:00-05:00',
      '2027-03-22T09:00:00-04:00',
    ])
  })

  test('recurrence null, or left out, is an event that takes place once', async () => {
    expect((await send(null)).body.recurrence).toBeNull()
    expect((await create(world().ask)).recurrence).toBeNull()
    expect(idsIn(await list())).toHaveLength(2)
  })

  test('what is no array of texts is refused by its shape, each by itself', async () => {
    const shapes: readonly (readonly [unknown, readonly string[]])[] = [
      ['RRULE:FREQ=DAILY', ['/recurrence']],
      [{}, ['/recurrence']],
      [[], ['/recurrence']],
      [
        [1, 'RRULE:FREQ=DAILY', ''],
        ['/recurrence/0', '/recurrence/2'],
      ],
      [['RRULE:FREQ=DAILY\u0000'], ['/recurrence/0']],
    ]
    for (const [lines, pointers] of shapes) {
      const got = await send(lines)
      expect([codeOf(got), pointersIn(got)], JSON.stringify(lines)).toEqual([
        '400 VALIDATION_FAILED',
        pointers,
      ])
    }
  })

  test('a rule that cannot be read is INVALID_RECURRENCE, and names the part', async () => {
    const rules: readonly (readonly [string, string])[] = [
      ['RRULE:FREQ=FORTNIGHTLY', 'FREQ'],
      ['RRULE:BYDAY=MO', 'FREQ'],
      ['RRULE:FREQ=WEEKLY;BYMONTH=13', 'BYMONTH'],
      ['RRULE:FREQ=WEEKLY;COUNT=2;COUNT=3', 'COUNT'],
      ['RRULE:FREQ=WEEKLY;COUNT=2;UNTIL=20270401T000000Z', 'UNTIL'],
      ['RRULE:FREQ=WEEKLY;COLOR=RED', 'COLOR'],
      ['RRULE:FREQ=WEEKLY;INTERVAL=0', 'INTERVAL'],
      ['RDATE;VALUE=DATE:20270310', 'RDATE'],
      ['EXDATE:yesterday', 'EXDATE'],
      ['FREQ=DAILY', 'FREQ=DAILY'],
      ['EXRULE:FREQ=DAILY', 'EXRULE'],
      ['DTSTART:20270308T090000Z', 'DTSTART'],
      ['RRULE:FREQ=DAILY\r\nDTSTART:20270308T090000Z', 'RRULE'],
      ['RRULE:FREQ=MONTHLY\nRRULE:FREQ=DAILY', 'RRULE'],
    ]
    for (const [line, part] of rules) {
      const got = await send(
        /^(?:RDATE|EXDATE)/.test(line) ? ['RRULE:FREQ=WEEKLY;COUNT=3', line] : [line],
      )
      expect(codeOf(got), line).toBe('400 INVALID_RECURRENCE')
      expect(got.headers.get('Content-Type')).toBe('application/problem+json')
      expect(got.body.detail, line).toContain(part)
      expect(got.body.errors, line).toEqual([
        { pointer: '/recurrence', detail: expect.stringContaining(part) as unknown },
      ])
    }
  })

  test('a rule whose first occurrence is not its start is INVALID_RECURRENCE', async () => {
    expect(codeOf(await send(['RRULE:FREQ=WEEKLY;BYDAY=TU']))).toBe('400 INVALID_RECURRENCE')
    expect((await send(['RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3'])).status).toBe(201)
  })

  test('one that never occurs is INVALID_RECURRENCE', async () => {
    const never = ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']
    expect(codeOf(await send(never))).toBe('400 INVALID_RECURRENCE')
    const gone = ['RRULE:FREQ=WEEKLY;COUNT=1', 'EXDATE:20270308T140000Z']
    expect(codeOf(await send(gone))).toBe('400 INVALID_RECURRENCE')
  })

  test('one that has more than 24 occurrences in a day is INVALID_RECURRENCE', async () => {
    expect(codeOf(await send(['RRULE:FREQ=MINUTELY;COUNT=100']))).toBe('400 INVALID_RECURRENCE')
    expect(codeOf(await send(['RRULE:FREQ=HOURLY;BYMINUTE=0,30']))).toBe('400 INVALID_RECURRENCE')
    expect((await send(['RRULE:FREQ=HOURLY;COUNT=48'])).status).toBe(201)
  })

  test('hostile rules are refused within 100 ms', async () => {
    const days = Array.from({ length: 10_000 }, (_, n) =>
      new Date(Date.UTC(2030, 0, 1 + n, 14)).toISOString().replace(/[-:]|\.000/g, ''),
    )
    const hostile: readonly (readonly string[])[] = [
      ['RRULE:FREQ=SECONDLY'],
      ['RRULE:FREQ=SECONDLY;COUNT=1000000000'],
      ['RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
      ['RRULE:FREQ=MINUTELY;BYYEARDAY=366;BYMONTH=1'],
      ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'],
      ['RRULE:FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6'],
      ['RRULE:FREQ=HOURLY;BYMINUTE=0;BYSECOND=0;BYMONTHDAY=31;BYMONTH=2'],
      ['RRULE:FREQ=WEEKLY', ...days.map((day) => `EXDATE:${day}`)],
      ['RRULE:FREQ=WEEKLY', `EXDATE:${days.join(',')}`],
      ['RRULE:FREQ=WEEKLY', `RDATE:${days.join(',')}`],
      Array.from({ length: 90 }, (_, n) => `RRULE:FREQ=WEEKLY;INTERVAL=${n + 1}`),
      [`RRULE:FREQ=WEEKLY;BYMONTHDAY=${'1,'.repeat(100_000)}1`],
    ]
    await send(mondays) // so that nothing is measured but the rule
    for (const lines of hostile) {
      const before = performance.now()
      const got = await send(lines)
      const tookMs = performance.now() - before
      const title = lines.join(' ').slice(0, 80)
      expect(got.status, title).toBe(400)
      expect(tookMs, title).toBeLessThan(100)
    }
  })

  test('a count of a billion is a rule like another: kept, and listed at once', async () => {
    const before = performance.now()
    await add(['RRULE:FREQ=WEEKLY;COUNT=1000000000'])
    const listed = await list('start_after=2127-03-08T00:00:00Z&page_limit=2')

    expect(performance.now() - before).toBeLessThan(300)
    expect(idsIn(listed)).toEqual(['s_21270310T130000Z', 's_21270317T130000Z'])
  })

  test('fractions of a second are refused together with recurrence', async () => {
    const fraction = { start: '2027-03-08T10:00:00.5Z', end: '2027-03-08T11:00:00Z' }
    const got = await send(mondays, fraction)

    expect([codeOf(got), pointersIn(got)]).toEqual(['400 INVALID_RECURRENCE', ['/time_slot']])
    expect((await send(null, fraction)).status).toBe(201)
    await add(mondays)
    expect(codeOf(await patch({ time_slot: { end: '2027-03-08T10:00:00.001-05:00' } }))).toBe(
      '400 INVALID_RECURRENCE',
    )
  })

  test('the shape is checked before the time range, and that before the recurrence', async () => {
    const backwards = { start: slot.end, end: slot.start }

    expect(codeOf(await send([''], backwards))).toBe('400 VALIDATION_FAILED')
    expect(codeOf(await send(['RRULE:FREQ=NEVER'], backwards))).toBe('400 INVALID_TIME_RANGE')
  })

  test('an id must not end like that of an occurrence', async () => {
    for (const id of ['e1_20270308', 'e1_20270308T140000Z', 'a_b_20270308']) {
      const got = await world().ask(`POST ${EVENTS}`, { json: { id, title: 'x', time_slot: slot } })
      expect([codeOf(got), pointersIn(got)], id).toEqual(['400 VALIDATION_FAILED', ['/id']])
    }
    for (const id of ['e1_2027030', 'e1_20270308T140000', '20270308', 'e1-20270308']) {
      expect((await create(world().ask, { id })).id).toBe(id)
    }
  })

  test('PATCH sets a recurrence, replaces it, and null removes it', async () => {
    await add(null)
    const set = await patch({ recurrence: mondays })
    expect([set.status, set.body.recurrence, set.body.revision]).toEqual([200, mondays, 2])
    expect(idsIn(await list())).toHaveLength(4)

    const daily = ['RRULE:FREQ=DAILY;COUNT=2']
    expect((await patch({ recurrence: daily })).body).toMatchObject({
      recurrence: daily,
      revision: 3,
      sequence: 2,
    })
    expect(idsIn(await list())).toEqual(['s_20270308T140000Z', 's_20270309T140000Z'])

    expect((await patch({ recurrence: null })).body.recurrence).toBeNull()
    expect(idsIn(await list())).toEqual(['s'])
    expect((await patch({ recurrence: null })).body.revision).toBe(4)
  })

  test('PATCH refuses what a create refuses, and keeps what was', async () => {
    await add(mondays)

    expect(codeOf(await patch({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=FR'] }))).toBe(
      '400 INVALID_RECURRENCE',
    )
    expect(pointersIn(await patch({ recurrence: [] }))).toEqual(['/recurrence'])
    expect(pointersIn(await patch({ recurrence: 'RRULE:FREQ=DAILY' }))).toEqual(['/recurrence'])
    expect((await world().ask(`GET ${EVENTS}/s`)).body).toMatchObject({
      recurrence: mondays,
      revision: 1,
    })
  })

  test('PATCH of another field leaves the recurrence alone', async () => {
    await add(mondays)

    expect((await patch({ title: 'Retro' })).body.recurrence).toEqual(mondays)
    expect(idsIn(await list())).toHaveLength(4)
  })

  test('a series that is moved takes its changed and cancelled occurrences and answers along', async () => {
    await add(mondays, nine, { participants: [{ user_id: 'bob' }] })
    const at = (id: string) => `${EVENTS}/s/occurrences/${id}`
    await world().ask(`PATCH ${at('20270315T130000Z')}`, { json: { title: 'Changed' } })
    await world().ask(`DELETE ${at('20270322T130000Z')}`)
    await world().ask(`PUT ${EVENTS}/s/rsvp`, {
      as: 'bob',
      json: { rsvp_status: 'DECLINED', recurrence_id: '20270329T130000Z' },
    })
    await patch({ time_slot: inNewYork('11:00:00', '12:00:00') })

    const mine = await list()
    expect(idsIn(mine)).toEqual(['s_20270308T160000Z', 's_20270315T150000Z', 's_20270329T150000Z'])
    expect(mine.body.items[1].title).toBe('Changed')
    const bobs = await world().ask(`GET ${EVENTS}?rsvp_status=DECLINED`, { as: 'bob' })
    expect(idsIn(bobs)).toEqual(['s_20270329T150000Z'])
  })

  test('DELETE cancels the whole series: it leaves every list, its organizer may list it', async () => {
    await add(mondays, nine, { participants: [{ user_id: 'bob' }] })
    expect((await world().ask(`DELETE ${EVENTS}/s`)).status).toBe(204)

    expect(idsIn(await list())).toEqual([])
    expect(idsIn(await list('status=CANCELLED&expand=false'))).toEqual(['s'])
    const one = await world().ask(`GET ${EVENTS}/s_20270315T130000Z`, { as: 'bob' })
    expect([one.status, one.body.status]).toEqual([200, 'CANCELLED'])
    expect(
      codeOf(
        await world().ask(`PATCH ${EVENTS}/s/occurrences/20270315T130000Z`, {
          json: { title: 'x' },
        }),
      ),
    ).toBe('409 EVENT_CANCELLED')
  })
})
