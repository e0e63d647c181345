/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-assignment -- the wire: tests say what they expect of it */
import type { Fact } from '@kalends/core'
import { createCalendar, spotUid } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { expect, test } from 'vitest'
import { calendarBookmarks } from '../src/index.js'
import type { Client, World } from './harness.js'
import { create, onEveryStore, serve } from './harness.js'

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

const PAYLOAD =
  '__typename ... on CalendarEventSaved { changed event { id title myRsvp ctas { action label } } } ... on Refusal { reason }'

const change = async (
  ask: Client,
  action: 'register' | 'unregister',
  as: string,
  id: string = eventId,
) => {
  const { data } = await ask(
    `mutation ($eventId: ID!) { ${action}(input: { eventId: $eventId }) { ${PAYLOAD} } }`,
    { as, variables: { eventId: id } },
  )
  return data[action]
}

const respond = async (ask: Client, rsvp: string, as: string) => {
  const { data } = await ask(
    `mutation ($id: ID!, $rsvp: RsvpStatus!) { respond: respondToCalendarEvent(input: { id: $id, rsvp: $rsvp }) { ${PAYLOAD} } }`,
    { as, variables: { id: eventId, rsvp } },
  )
  return data.respond
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

  test('O-18: spots are those of a started training, whichever was told first', async () => {
    const { ask, calendar } = world()
    const [ann, bob, bucket] = facts
    if (ann === undefined || bob === undefined || bucket === undefined) throw new Error('no facts')
    const tell = (fact: Fact) => calendar.promises.ingest({ tenantId: 'demo', fact })
    await tell(ann)
    expect(await shown(ask, 'ann')).toEqual([])
    await tell(bucket)
    expect(await shown(ask, 'ann')).toHaveLength(1)
    expect(await shown(ask, 'bob')).toEqual([])
    await tell(bob)
    expect(await shown(ask, 'bob')).toHaveLength(1)
    await tell({ type: 'SpotWithdrawn', id: 'f9', bucketId: 'b1', spotId: 's1' })
    expect([await shown(ask, 'ann'), await shown(ask, 'bob')]).toEqual([[], []])
  })

  test('O-19: an answer to a spot is its registration, so what is offered is what there is to do', async () => {
    await taught(world())
    const { ask } = world()
    const saved = { __typename: 'CalendarEventSaved', changed: true }
    const calls = (action: string) => [{ action }, { action: 'TOGGLE_BOOKMARK' }]
    expect(await respond(ask, 'ACCEPTED', 'bob')).toMatchObject({
      ...saved,
      event: { myRsvp: 'ACCEPTED', ctas: calls('UNREGISTER') },
    })
    expect(await shown(ask, 'ann', 'LIVE_SESSION_SPOT')).toEqual([])
    expect(await respond(ask, 'ACCEPTED', 'ann')).toMatchObject({ reason: 'SPOT_FULL' })
    expect(await change(ask, 'register', 'ann')).toMatchObject({ reason: 'SPOT_FULL' })
    expect(await respond(ask, 'ACCEPTED', 'cyd')).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await respond(ask, 'DECLINED', 'bob')).toMatchObject({
      ...saved,
      event: { myRsvp: 'DECLINED', ctas: calls('REGISTER') },
    })
    expect(await change(ask, 'register', 'ann')).toMatchObject({
      ...saved,
      event: { myRsvp: 'ACCEPTED', ctas: calls('UNREGISTER') },
    })
    expect(await respond(ask, 'ACCEPTED', 'bob')).toMatchObject({ reason: 'SPOT_FULL' })
  })

  test('of 50 that register at once one has the last place, and 49 are told so', async () => {
    await taught(world())
    const { ask, calendar } = world()
    const learners = Array.from({ length: 50 }, (_, index) => `learner${index}`)
    for (const learnerId of learners) {
      const fact = { type: 'TrainingStarted', id: learnerId, trainingId: 't1', learnerId } as const
      await calendar.promises.ingest({ tenantId: 'demo', fact })
    }
    const got = await Promise.all(learners.map((as) => change(ask, 'register', as)))
    const said = got.map(({ __typename, reason }) => [__typename, reason].filter(Boolean).join(' '))
    expect(said.toSorted()).toEqual([
      'CalendarEventSaved',
      ...Array.from({ length: 49 }, () => 'Refusal SPOT_FULL'),
    ])
  })

  test('a withdrawn spot is given back like any other, and again is harmless', async () => {
    await taught(world())
    const { ask, calendar } = world()
    await change(ask, 'register', 'bob')
    const fact = { type: 'SpotWithdrawn', id: 'f9', bucketId: 'b1', spotId: 's1' } as const
    await calendar.promises.ingest({ tenantId: 'demo', fact })
    expect(await shown(ask, 'bob')).toEqual(['LIVE_SESSION_SPOT UNREGISTER TOGGLE_BOOKMARK'])
    const saved = (changed: boolean) => ({
      ...{ __typename: 'CalendarEventSaved', changed },
      event: {
        id: eventId,
        title: 'Coaching',
        myRsvp: null,
        ctas: [{ action: 'TOGGLE_BOOKMARK' }],
      },
    })
    expect(await change(ask, 'unregister', 'bob')).toMatchObject(saved(true))
    expect(await shown(ask, 'bob')).toEqual([])
    expect(await change(ask, 'unregister', 'bob')).toMatchObject(saved(false))
    expect(await change(ask, 'unregister', 'cyd')).toMatchObject({ reason: 'NOT_ELIGIBLE' })
    expect(await change(ask, 'register', 'bob')).toMatchObject({ reason: 'SPOT_CLOSED' })
  })

  test('what is no spot can be neither taken nor given back', async () => {
    await taught(world())
    const { ask } = world()
    const meeting = await create(world(), { uid: 'meeting' })
    const others = [meeting, 'none', '', 'x'.repeat(300), `${eventId}_20270308T140000Z`]
    for (const action of ['register', 'unregister'] as const) {
      for (const id of others) {
        expect(await change(ask, action, 'ann', id)).toMatchObject({ reason: 'NOT_FOUND' })
      }
    }
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

test('one bookmark too many is a refusal, and one can always be taken back', async () => {
  const store = memoryStore()
  const calendar = createCalendar({ store })
  const open = () => ({ store, close: () => Promise.resolve() })
  const world = serve({ name: 'memory', open }, { bookmarks: calendarBookmarks(calendar) })
  for (const id of ['first', 'last']) await create(world, { uid: id })
  const toggle = async (id: string) => {
    const { data } = await world.ask(
      `mutation { toggle: toggleBookmark(input: { eventId: "${id}" }) { __typename ... on BookmarkToggled { isBookmarked } ... on Refusal { reason message } } }`,
    )
    return data.toggle
  }
  await toggle('first')
  for (let index = 1; index < 1000; index += 1) {
    await calendar.promises.toggleBookmark({ tenantId: 'demo', actor: 'ann', id: `e${index}` })
  }
  expect(await toggle('last')).toEqual({
    __typename: 'Refusal',
    reason: 'TOO_MANY_BOOKMARKS',
    message: 'At most 1000 bookmarks may be kept',
  })
  expect(await toggle('first')).toMatchObject({ isBookmarked: false })
  expect(await toggle('last')).toMatchObject({ isBookmarked: true })
  expect(world.faults).toEqual([])
})
