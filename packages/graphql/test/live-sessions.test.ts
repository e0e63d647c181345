/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-assignment -- the wire: tests say what they expect of it */
import type { Fact } from '@kalends/core'
import { createCalendar, spotUid } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { expect, test } from 'vitest'
import { calendarBookmarks } from '../src/index.js'
import type { Client, World } from './harness.js'
import { onEveryStore, serve } from './harness.js'

const times = { start: '2027-03-08T14:00:00Z', end: '2027-03-08T15:00:00Z' }
const facts: readonly Fact[] = [
  ...['ann', 'bob'].map((learnerId): Fact => {
    return { type: 'TrainingStarted', id: `f-${learnerId}`, trainingId: 't1', learnerId }
  }),
  {
    ...{ type: 'BucketPublished', id: 'f2', bucketId: 'b1', trainingId: 't1', title: 'Coaching' },
    spots: [{ spotId: 's1', ...times, capacity: 1 }],
  },
  {
    type: 'LiveSessionScheduled',
    id: 'f3',
    liveSessionId: 'l1',
    title: 'Welcome',
    ...times,
    learners: ['ann'],
  },
]
const eventId = spotUid({ bucketId: 'b1', spotId: 's1' })

const taught = async ({ calendar }: World): Promise<void> => {
  for (const fact of facts) await calendar.promises.ingest({ tenantId: 'demo', fact })
}

const LIST = `query ($type: CalendarEventType) {
  getCalendarEvents(fromDate: "2027-03-08T00:00:00Z", type: $type) {
    edges { node { type title ctas { action enabled } } }
  }
}`

/** What a viewer is shown, and what they can do with it. */
const shown = async (ask: Client, as: string, type: string | null = null) => {
  const { data } = await ask(LIST, { as, variables: { type } })
  const edges = data.getCalendarEvents.edges as readonly {
    readonly node: { readonly type: string; readonly ctas: readonly { readonly action: string }[] }
  }[]
  return edges
    .map(({ node }) => [node.type, ...node.ctas.map(({ action }) => action)].join(' '))
    .toSorted()
}

const change = async (ask: Client, action: 'register' | 'unregister', as: string) => {
  const { data } = await ask(
    `mutation ($eventId: ID!) { ${action}(input: { eventId: $eventId }) {
      __typename
      ... on CalendarEventSaved { changed event { myRsvp } }
      ... on Refusal { reason }
    } }`,
    { as, variables: { eventId } },
  )
  return data[action]
}

onEveryStore('live sessions', (world) => {
  test('O-18: live sessions and open spots are events of a type of their own', async () => {
    await taught(world())
    const { ask } = world()
    const spot = 'LIVE_SESSION_SPOT REGISTER TOGGLE_BOOKMARK'
    const session = 'LIVE_SESSION RSVP TOGGLE_BOOKMARK'
    expect(await shown(ask, 'ann')).toEqual([session, spot])
    expect(await shown(ask, 'ann', 'LIVE_SESSION')).toEqual([session])
    expect(await shown(ask, 'bob', 'LIVE_SESSION_SPOT')).toEqual([spot])
    expect(await shown(ask, 'cyd')).toEqual([])
  })

  test('O-19: two viewers see other actions; a refusal to register is data', async () => {
    await taught(world())
    const { ask } = world()
    const saved = { __typename: 'CalendarEventSaved', changed: true }
    expect(await change(ask, 'register', 'bob')).toMatchObject({
      ...saved,
      event: { myRsvp: 'ACCEPTED' },
    })
    expect(await change(ask, 'register', 'bob')).toMatchObject({ ...saved, changed: false })
    expect(await change(ask, 'register', 'ann')).toMatchObject({ reason: 'SPOT_FULL' })
    expect(await change(ask, 'register', 'cyd')).toMatchObject({ reason: 'NOT_ELIGIBLE' })
    expect(await shown(ask, 'bob')).toEqual(['LIVE_SESSION_SPOT UNREGISTER TOGGLE_BOOKMARK'])
    expect(await shown(ask, 'ann', 'LIVE_SESSION_SPOT')).toEqual([])
    expect(await change(ask, 'unregister', 'bob')).toMatchObject(saved)
    expect(await shown(ask, 'ann', 'LIVE_SESSION_SPOT')).toHaveLength(1)
  })
})

test('the calendar’s own bookmarks serve `isBookmarked` and `toggleBookmark`', async () => {
  const calendar = createCalendar({ store: memoryStore() })
  const bookmarks = calendarBookmarks(calendar)
  const open = () => ({ store: memoryStore(), close: () => Promise.resolve() })
  const world = serve({ name: 'memory', open }, { bookmarks })
  await taught(world)
  const toggle = `mutation { toggleBookmark(input: { eventId: "${eventId}" }) {
    ... on BookmarkToggled { isBookmarked event { isBookmarked } }
  } }`
  for (const isBookmarked of [true, false]) {
    const { data } = await world.ask(toggle)
    expect(data.toggleBookmark).toEqual({ isBookmarked, event: { isBookmarked } })
  }
  expect(await bookmarks.of({ tenantId: 'demo', userId: 'ann' }, [eventId])()).toMatchObject({
    right: new Set(),
  })
})
