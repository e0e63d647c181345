import { expect, test } from 'vitest'
import type { GraphqlApi } from '../src/index.js'
import { at, backends, create, onEveryStore, reasonOf, serve, URL_OF_TESTS } from './harness.js'

/** A client of server-sent events. */
const subscribe = async (api: GraphqlApi, query: string, as = 'ann', signal?: AbortSignal) => {
  const response = await api.fetch(
    new Request(URL_OF_TESTS, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${as}`,
        'Content-Type': 'application/json',
        Accept: 'text/event-stream',
      },
      body: JSON.stringify({ query }),
      ...(signal === undefined ? {} : { signal }),
    }),
  )
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('no body')
  let text = ''
  const next = async (): Promise<unknown> => {
    for (;;) {
      const [, message] = /event: next\ndata: (.*)\n\n/.exec(text) ?? []
      if (message !== undefined) {
        text = text.slice(text.indexOf(message) + message.length)
        return (JSON.parse(message) as { data: { calendarEventChanged: unknown } }).data
          .calendarEventChanged
      }
      if (text.includes('event: complete')) return null
      const { value, done } = await reader.read()
      if (done) return null
      text += value
    }
  }
  return { response, next, cancel: () => reader.cancel() }
}

const QUERY = (args = '') =>
  `subscription { calendarEventChanged${args} { type id event { title myRsvp organizer { name } participants { totalCount } } } }`

onEveryStore('calendarEventChanged', (world) => {
  test('tells each change of the viewer as it happens, none in silence', async () => {
    const { api, calendar } = world()
    const stream = await subscribe(api, QUERY(), 'bob')
    expect(stream.response.headers.get('Content-Type')).toContain('text/event-stream')
    const first = stream.next()
    await create(world(), { uid: 'private' })
    await create(world(), { uid: 'x', guests: ['bob'] })
    expect(await first).toEqual({
      type: 'CREATED',
      id: 'x',
      event: {
        title: 'Review',
        myRsvp: 'NEEDS_ACTION',
        organizer: { name: 'The ann' },
        participants: { totalCount: 2 },
      },
    })
    const asked = { tenantId: 'demo', actor: 'ann', uid: 'x' }
    await calendar.promises.execute({ ...asked, type: 'PatchEvent', changes: { title: 'New' } })
    expect(await stream.next()).toMatchObject({ type: 'UPDATED', id: 'x', event: { title: 'New' } })
    await calendar.promises.execute({ ...asked, type: 'UninviteParticipant', userId: 'bob' })
    expect(await stream.next()).toEqual({ type: 'REMOVED', id: 'x', event: null })
    await stream.cancel()
  })

  test('within the dates and of the type asked for', async () => {
    const { api } = world()
    const dates = `fromDate: "${at(0)}", toDate: "${at(12)}"`
    const morning = await subscribe(api, QUERY(`(${dates}, type: MEETING)`))
    const sessions = await subscribe(api, QUERY(`(${dates}, type: LIVE_SESSION)`))
    const [met, nothing] = [morning.next(), sessions.next()]
    await create(world(), { uid: 'evening', start: at(18), end: at(19) })
    await create(world(), { uid: 'morning' })
    expect(await met).toMatchObject({ id: 'morning' })
    await morning.cancel()
    await sessions.cancel()
    expect(await nothing).toBeNull()
  })

  test('tells of public events too, to every user of the tenant, and of nobody else’s', async () => {
    const { api, calendar } = world()
    const guest = await subscribe(api, QUERY(), 'cyd')
    const stranger = await subscribe(api, QUERY(), 'cyd@other')
    const [first, nothing] = [guest.next(), stranger.next()]
    await create(world(), { uid: 'private', guests: ['bob'] })
    await create(world(), { uid: 'fair', visibility: 'Public', guests: ['bob'] })
    expect(await first).toEqual({
      type: 'CREATED',
      id: 'fair',
      event: {
        title: 'Review',
        myRsvp: null,
        organizer: { name: 'The ann' },
        participants: { totalCount: 2 },
      },
    })
    const patch = async (uid: string, changes: object) => {
      const asked = { tenantId: 'demo', actor: 'ann', uid } as const
      await calendar.promises.execute({ ...asked, type: 'PatchEvent', changes })
    }
    await patch('private', { title: 'Secret' })
    await patch('fair', { title: 'Fair' })
    expect(await guest.next()).toMatchObject({
      type: 'UPDATED',
      id: 'fair',
      event: { title: 'Fair' },
    })
    await patch('fair', { visibility: 'Participants' })
    expect(await guest.next()).toEqual({ type: 'REMOVED', id: 'fair', event: null })
    await patch('fair', { title: 'Secret too' })
    await patch('private', { visibility: 'Public' })
    expect(await guest.next()).toMatchObject({ type: 'CREATED', id: 'private' })
    await patch('private', { status: 'Cancelled' })
    expect(await guest.next()).toMatchObject({ type: 'CANCELLED', id: 'private' })
    await guest.cancel()
    await stranger.cancel()
    expect(await nothing).toBeNull()
  })

  test('hidden answers to a public event are told to nobody but those whom they concern', async () => {
    const { api, calendar } = world()
    const stream = await subscribe(api, QUERY(), 'cyd')
    const first = stream.next()
    const hidden = { visibility: 'Public', showParticipantList: false } as const
    await create(world(), { uid: 'fair', ...hidden, guests: ['bob'] })
    expect(await first).toMatchObject({ id: 'fair', event: { participants: { totalCount: 1 } } })
    const uid = { tenantId: 'demo', uid: 'fair' } as const
    await calendar.promises.execute({
      ...uid,
      actor: 'bob',
      type: 'AnswerEvent',
      status: 'Accepted',
    })
    await calendar.promises.execute({ ...uid, actor: 'ann', type: 'CancelEvent' })
    expect(await stream.next()).toMatchObject({ type: 'CANCELLED', id: 'fair' })
    await stream.cancel()
  })

  test('of another type than asked for nothing is told, not even that it is gone', async () => {
    const { api, calendar } = world()
    const sessions = await subscribe(api, QUERY('(type: LIVE_SESSION)'), 'bob')
    const first = sessions.next()
    await create(world(), { uid: 'x', guests: ['bob'] })
    const asked = { tenantId: 'demo', actor: 'ann', uid: 'x' } as const
    await calendar.promises.execute({ ...asked, type: 'UninviteParticipant', userId: 'bob' })
    const times = { start: at(10), end: at(11) }
    const session = { liveSessionId: 'l1', title: 'Welcome', ...times, learners: ['bob'] }
    const ingest = (id: string, learners: readonly string[]) =>
      calendar.promises.ingest({
        tenantId: 'demo',
        fact: { type: 'LiveSessionScheduled', id, ...session, learners },
      })
    await ingest('f1', ['bob'])
    expect(await first).toMatchObject({ type: 'CREATED', event: { title: 'Welcome' } })
    await ingest('f2', [])
    expect(await sessions.next()).toMatchObject({ type: 'REMOVED', event: null })
    await sessions.cancel()
  })

  test('refuses as the query does', async () => {
    const { ask } = world()
    const got = await ask(QUERY(`(fromDate: "${at(1)}", toDate: "${at(1)}")`))
    expect(reasonOf(got)).toBe('BAD_USER_INPUT INVALID_DATE_RANGE')
    expect((await ask(QUERY(), { as: null })).status).toBe(401)
  })
})

test('ends when the host stops, and when the client leaves; no listener stays', async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const stopping = new AbortController()
  let listeners = 0
  const { api } = serve(memory, {
    stopping: stopping.signal,
    wrap: (store) => ({
      ...store,
      onAppended: (listener) => {
        listeners += 1
        const undo = store.onAppended(listener)
        return () => {
          listeners -= 1
          undo()
        }
      },
    }),
  })
  const leaving = new AbortController()
  const one = await subscribe(api, QUERY())
  const two = await subscribe(api, QUERY(), 'ann', leaving.signal)
  const ends = [one.next(), two.next()]
  await expect.poll(() => listeners).toBe(2)
  leaving.abort()
  await expect.poll(() => listeners).toBe(1)
  stopping.abort()
  expect(await ends[0]).toBeNull()
  await Promise.allSettled(ends)
  await expect.poll(() => listeners).toBe(0)
})

test('is told the same where introspection is off', async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  const world = serve(memory, { introspection: 'Off' })
  const stream = await subscribe(world.api, QUERY())
  const first = stream.next()
  await create(world, { uid: 'x' })
  expect(await first).toMatchObject({ type: 'CREATED', id: 'x' })
  await stream.cancel()
  const wrong = `subscription ($type: CalendarEventType) { calendarEventChanged(type: $type) { id } }`
  const got = await world.ask(wrong, { variables: { type: 'MEETINGS' } })
  expect([got.errors === null, got.text.includes('Did you mean')]).toEqual([false, false])
})
