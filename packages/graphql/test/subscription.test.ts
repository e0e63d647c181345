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
