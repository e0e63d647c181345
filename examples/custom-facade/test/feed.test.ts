import { formatInstantUtc, openDirectory } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import ICAL from 'ical.js'
import { convertIcsCalendar } from 'ts-ics'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { opened, TENANT, unfolded } from './given.js'

const ann = { tenantId: TENANT, actor: 'ann', uid: 'planning' } as const
const bob = { ...ann, actor: 'bob' }
const at9 = {
  start: '2027-03-08T09:00:00',
  end: '2027-03-08T10:00:00',
  timeZone: 'America/New_York',
}
const weekly = {
  ...ann,
  type: 'CreateEvent',
  title: 'Planning',
  timeSlot: at9,
  recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'],
  participants: [{ userId: 'bob' }, { userId: 'cyd' }],
} as const

const linesOf = (text: string): readonly string[] => unfolded(text).split('\r\n')

describe('a feed', () => {
  test('of nobody known is empty, of nobody allowed is not found', async () => {
    const { feed, app } = opened()
    expect(linesOf(await feed('zoe'))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kalends//custom facade//EN',
      'END:VCALENDAR',
      '',
    ])
    expect((await app.request('/calendars/zoe')).status).toBe(404)
  })

  test('has what an event is made of', async () => {
    const { feed, execute } = opened()
    await execute({
      ...ann,
      type: 'CreateEvent',
      title: 'Planning',
      timeSlot: at9,
      location: 'Lisbon',
      body: { format: 'Plain', content: 'bring, all' },
      participants: [{ userId: 'bob' }],
    })
    await execute({ ...bob, type: 'AnswerEvent', status: 'Accepted' })
    await execute({
      ...ann,
      type: 'PatchEvent',
      changes: { timeSlot: { end: '2027-03-08T11:00:00' } },
    })
    const lines = linesOf(await feed('bob'))
    for (const line of [
      'UID:planning',
      'SEQUENCE:1',
      'STATUS:CONFIRMED',
      'SUMMARY:Planning',
      'LOCATION:Lisbon',
      'DESCRIPTION:bring\\, all',
      'DTSTART;TZID=America/New_York:20270308T090000',
      'DTEND;TZID=America/New_York:20270308T110000',
      'ORGANIZER:mailto:ann@example.com',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.com',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.com',
    ])
      expect(lines).toContain(line)
    expect(
      lines.filter((line) => /^(DTSTAMP|LAST-MODIFIED|CREATED):\d{8}T\d{6}Z$/.test(line)),
    ).toHaveLength(3)
  })

  test('has a component for each occurrence that was changed or answered, a date for each cancelled one', async () => {
    const { feed, execute } = opened()
    await execute(weekly)
    await execute({
      ...ann,
      type: 'PatchOccurrence',
      recurrenceId: '20270315T130000Z',
      changes: {
        title: 'Moved',
        timeSlot: { start: '2027-03-16T09:00:00', end: '2027-03-16T10:00:00' },
      },
    })
    await execute({ ...ann, type: 'CancelOccurrence', recurrenceId: '20270322T130000Z' })
    await execute({
      ...bob,
      type: 'AnswerEvent',
      recurrenceId: '20270329T130000Z',
      status: 'Declined',
    })
    const text = await feed('bob')
    expect(linesOf(text)).toContain('EXDATE;TZID=America/New_York:20270322T090000')
    const vevents = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
    const shown = vevents.map((each) =>
      ['recurrence-id', 'dtstart', 'status', 'summary']
        .map((name) => String(each.getFirstPropertyValue(name)))
        .concat(String(each.getAllProperties('attendee')[1]?.getFirstParameter('partstat'))),
    )
    expect(shown).toEqual([
      ['null', '2027-03-08T09:00:00', 'CONFIRMED', 'Planning', 'NEEDS-ACTION'],
      ['2027-03-15T09:00:00', '2027-03-16T09:00:00', 'CONFIRMED', 'Moved', 'NEEDS-ACTION'],
      ['2027-03-29T09:00:00', '2027-03-29T09:00:00', 'CONFIRMED', 'Planning', 'DECLINED'],
    ])
  })

  test('shows a guest of a hidden list the organizer and themselves, and no answers of others', async () => {
    const { feed, execute } = opened()
    await execute({ ...weekly, showParticipantList: false })
    await execute({
      ...ann,
      actor: 'cyd',
      type: 'AnswerEvent',
      recurrenceId: '20270329T130000Z',
      status: 'Declined',
    })
    const [asBob, asAnn] = [unfolded(await feed('bob')), unfolded(await feed('ann'))]
    expect(asBob).not.toContain('cyd')
    expect(asBob).not.toContain('RECURRENCE-ID')
    expect(asBob.match(/^ATTENDEE/gm)).toHaveLength(2)
    expect(asAnn).toContain('ATTENDEE;PARTSTAT=DECLINED:mailto:cyd@example.com')
  })

  test('is folded at 75 octets and escaped, by whomever it is read', async () => {
    const title = `a, b; c\\d "é" ${'😀'.repeat(60)}`
    const name = 'O"Brien: x;\r\nATTENDEE:mailto:evil@example.com'
    const known = TE.right(
      new Map([['ann', { userId: 'ann', name, email: 'a\r\nB:c@example.com' }]]),
    )
    const { feed, execute } = opened({ ...openDirectory, users: () => known })
    const body = { format: 'Plain', content: 'one\r\ntwo\rX-A:1\u0007' } as const
    await execute({
      ...ann,
      type: 'CreateEvent',
      title,
      timeSlot: at9,
      body,
      participants: [{ userId: 'x y' }],
    })
    const text = await feed('ann')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
    const [event] = convertIcsCalendar(undefined, text).events ?? []
    expect([event?.summary, event?.description]).toEqual([title, 'one\ntwo\nX-A:1'])
    expect(event?.attendees).toHaveLength(2)
    expect(unfolded(text).match(/^B:|^ATTENDEE/gm)).toEqual(['ATTENDEE', 'ATTENDEE'])
    expect(unfolded(text)).toContain('ATTENDEE;PARTSTAT=NEEDS-ACTION:urn:x-user:x%20y')
  })

  test('is not sent again while nothing in it changes', async () => {
    const { ask, execute } = opened()
    await execute(weekly)
    const first = await ask('bob')
    const etag = first.headers.get('ETag') ?? ''
    expect([first.status, first.headers.get('Content-Type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ])
    await execute({ ...ann, uid: 'other', type: 'CreateEvent', title: 'Other', timeSlot: at9 })
    const again = await ask('bob', { 'If-None-Match': `"other", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
    await execute({ ...bob, type: 'AnswerEvent', status: 'Accepted' })
    const changed = await ask('bob', { 'If-None-Match': etag })
    expect([changed.status, changed.headers.get('ETag') === etag]).toEqual([200, false])
  })

  test('says the second pass of a fold in UTC, points and all-day events without length', async () => {
    const { feed, execute } = opened()
    const slots = {
      fold: {
        start: '2027-11-07T01:30:00-05:00',
        end: '2027-11-07T01:45:00-05:00',
        timeZone: 'America/New_York',
      },
      point: { start: '2027-11-07T12:00:00Z', end: '2027-11-07T12:00:00Z' },
      days: { start: '2027-11-07', end: '2027-11-09', allDay: true },
      none: { start: '2027-11-07', end: '2027-11-07', allDay: true },
      finer: { start: '2027-11-07T12:00:00.250Z', end: '2027-11-07T12:00:00.500Z' },
    }
    for (const [uid, timeSlot] of Object.entries(slots))
      await execute({ ...ann, uid, type: 'CreateEvent', title: uid, timeSlot })
    const times = linesOf(await feed('ann')).filter((line) =>
      /^(DT(START|END)|DURATION|X-KALENDS)/.test(line),
    )
    expect(times.toSorted()).toEqual([
      'DTEND:20271107T064500Z',
      'DTEND:20271107T120000Z',
      'DTEND;VALUE=DATE:20271109',
      'DTSTART:20271107T063000Z',
      'DTSTART:20271107T120000Z',
      'DTSTART:20271107T120000Z',
      'DTSTART;VALUE=DATE:20271107',
      'DTSTART;VALUE=DATE:20271107',
      'DURATION:P0D',
      `X-KALENDS-TIME:${formatInstantUtc(Date.UTC(2027, 10, 7, 12) + 250)}/${formatInstantUtc(Date.UTC(2027, 10, 7, 12) + 500)}`,
    ])
  })

  test('is of one position of the log, also where it takes several pages', async () => {
    const { feed, execute } = opened()
    for (let nr = 0; nr < 205; nr += 1)
      await execute({ ...ann, uid: `e${nr}`, type: 'CreateEvent', title: `${nr}`, timeSlot: at9 })
    expect((await feed('ann')).match(/^UID:/gm)).toHaveLength(205)
  })
})

test('a facade takes fewer than 150 lines', () => {
  const cwd = new URL('../src/', import.meta.url)
  const lines = globSync('**/*.ts', { cwd }).flatMap((file) =>
    readFileSync(new URL(file, cwd), 'utf8').trimEnd().split('\n'),
  )
  expect(lines.length).toBeGreaterThan(50)
  expect(lines.length).toBeLessThan(150)
})
