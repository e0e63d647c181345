import type { Body, CalendarEvent } from './calendar-event.js'
import { describe, expect, test } from 'vitest'
import { meetingUrl } from './meeting-url.js'

const event = (location: string | null, body: Body | null = null, conferenceUrl?: string) =>
  ({
    location,
    body,
    source: conferenceUrl === undefined ? null : { conferenceUrl },
  }) as unknown as Pick<CalendarEvent, 'location' | 'body' | 'source'>

describe('meetingUrl', () => {
  test.each([
    'https://meet.google.com/abc-defg-hij',
    'https://zoom.us/j/123456789?pwd=a.1',
    'https://us02web.zoom.us/j/123456789',
    'https://acme.zoomgov.com/my/ann',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d',
    'https://teams.microsoft.com/meet/123?p=x',
    'https://teams.live.com/meet/123',
    'https://acme.webex.com/acme/j.php?MTID=m1',
    'HTTPS://MEET.GOOGLE.COM/abc-defg-hij',
  ])('%s is a meeting', (link) => {
    expect(meetingUrl(event(link))).toBe(link)
    expect(meetingUrl(event(`Join: <${link}>, or by phone.`))).toBe(link)
    expect(meetingUrl(event(`(${link}).`))).toBe(link)
    const delta = { ops: [{ insert: 'Join', attributes: { link } }] }
    expect(meetingUrl(event(null, { format: 'Delta', content: delta }))).toBe(link)
  })

  test('of an HTML body is read as HTML, and of a plain one as it stands', () => {
    const [escaped, link] = ['https://zoom.us/j/1?a=1&amp;b=2', 'https://zoom.us/j/1?a=1&b=2']
    const content = `<a href="${escaped}">Join</a>`
    expect(meetingUrl(event(null, { format: 'Html', content }))).toBe(link)
    expect(meetingUrl(event(null, { format: 'Plain', content }))).toBe(escaped)
  })

  test.each([
    'http://meet.google.com/abc-defg-hij',
    'https://meet.google.com/',
    'https://meet.google.com.evil.example/abc-defg-hij',
    'https://evil.example/zoom.us/j/1',
    'https://evilzoom.us/j/1',
    'https://zoom.us@evil.example/j/1',
    'https://zoom.us/pricing',
    'https://webex.com.evil.example/',
    'javascript:alert(1)',
    'zoom.us/j/1',
  ])('%s is none', (link) => {
    expect(meetingUrl(event(link))).toBeNull()
  })

  test("the provider's own comes before the location, that before the body", () => {
    const [a, b, c] = ['aaa', 'bbb', 'ccc'].map((x) => `https://meet.google.com/${x}-aaaa-aaa`)
    const body = { format: 'Plain', content: c ?? '' } as const
    expect(meetingUrl(event(b ?? '', body, a))).toBe(a)
    expect(meetingUrl(event(b ?? '', body))).toBe(b)
    expect(meetingUrl(event('Room 1', body))).toBe(c)
  })

  test('a long text is read in no time', () => {
    const text = `${'https://'.repeat(20_000)}${'a.'.repeat(50_000)}`
    const begun = performance.now()
    expect(meetingUrl(event(text))).toBeNull()
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
