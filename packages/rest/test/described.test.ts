import { describe, expect, test } from 'vitest'
import type { Exchange } from './described.js'
import { undescribed } from './described.js'
import { slot } from './harness.js'

const json = new Headers({ 'Content-Type': 'application/json' })

/** What the listing of an empty calendar says. */
const page = { items: [], pagination: { prev_cursor: null, next_cursor: null, has_more: false } }

const listing = (path: string, answer: Partial<Exchange['got']> = {}): Exchange => ({
  ...{ method: 'GET', path },
  sent: { headers: new Headers(), body: null },
  got: { status: 200, headers: json, text: JSON.stringify(page), ...answer },
})

const patching = (body: unknown, headers = json): Exchange => ({
  ...{ method: 'PUT', path: '/calendar/events/a/rsvp' },
  sent: { headers, body: JSON.stringify(body) },
  got: { status: 200, headers: json, text: '{}' },
})

const faultsIn = (exchange: Exchange): string => undescribed(exchange).join('\n')

describe('what contract tests hold every exchange against', () => {
  test('an answer: its status, its media type, its body', () => {
    expect(faultsIn(listing('/calendar/events'))).toBe('')
    expect(faultsIn(listing('/calendar/events', { status: 418 }))).toContain('not described')
    const html = new Headers({ 'Content-Type': 'text/html' })
    expect(faultsIn(listing('/calendar/events', { headers: html }))).toContain('text/html')
    const more = JSON.stringify({ ...page, more: 1 })
    expect(faultsIn(listing('/calendar/events', { text: more }))).toContain('additional properties')
    expect(faultsIn(listing('/calendar/events', { text: '{}' }))).toContain("'items'")
  })

  test('a request that was taken: its path, its query, its headers, its body', () => {
    expect(faultsIn(listing('/calendar/events?page_limit=101'))).toContain('/query/page_limit')
    expect(faultsIn(listing('/calendar/events?order_by=x'))).toContain('/query/order_by')
    expect(faultsIn(listing('/calendar/events?rsvp_status=ACCEPTED&rsvp_status=x'))).toContain(
      '/query/rsvp_status/1',
    )
    expect(faultsIn(listing('/calendar/events/overview'))).toContain("'time_zone'")
    expect(faultsIn(patching({ rsvp_status: 'MAYBE' }))).toContain('was taken: /rsvp_status')
    expect(faultsIn(patching({ rsvp_status: 'DECLINED', more: slot }))).toContain('was taken')
    const text = new Headers({ 'Content-Type': 'text/plain' })
    expect(faultsIn(patching({}, text))).toContain('was taken: text/plain is not described')
    const key = new Headers({ ...Object.fromEntries(json), 'Idempotency-Key': 'a b' })
    expect(faultsIn(patching({}, key))).toContain('/header/idempotency-key')
  })

  test('a request that was refused may be anything, and what no document has is not looked at', () => {
    const problem = new Headers({ 'Content-Type': 'application/problem+json' })
    const refusal = { type: 'urn:x', title: 'x', status: 400, code: 'VALIDATION_FAILED' }
    const refused = { status: 400, headers: problem, text: JSON.stringify(refusal) }
    expect(faultsIn(listing('/calendar/events?page_limit=x', refused))).toBe('')
    expect(faultsIn(listing('/somewhere/else', { text: 'x' }))).toBe('')
  })
})
