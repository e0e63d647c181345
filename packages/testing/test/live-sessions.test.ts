import type { Fact } from '@kalends/core'
import { createCalendar, sessionUid, spotUid } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { succeed } from '../src/index.js'
import {
  at,
  cancelled,
  facts,
  listOf,
  listsOf,
  opened,
  published,
  refusalOf,
  registrations,
  s1,
  session,
  spot,
  started,
  stores,
  TENANT,
  withdrawn,
} from './live-sessions.js'
import { memory } from './stores.js'

describe.each(stores)('live sessions on %s', (_, open) => {
  test('a session is in the lists of its learners, and a cancelled one in nobody’s', async () => {
    const all = await opened(open, [session])
    expect(await listOf(all, 'ann')).toEqual(['Welcome LiveSession'])
    await all.calendar.promises.ingest({
      tenantId: TENANT,
      fact: { ...session, id: 'f-moved', title: 'Moved', ...at(3), learners: ['ann'] },
    })
    expect(await listOf(all, 'ann')).toEqual(['Moved LiveSession'])
    expect(await listOf(all, 'bob')).toEqual([])
    await all.calendar.promises.ingest({
      tenantId: TENANT,
      fact: { ...cancelled, liveSessionId: 'l1' },
    })
    expect(await listOf(all, 'ann')).toEqual([])
    await all.close()
  })

  test('open spots are in the lists of those who started the training', async () => {
    const all = await opened(open, facts)
    const offered = [
      'Coaching LiveSessionSpot s1',
      'Coaching LiveSessionSpot s2',
      'Talks LiveSessionSpot s1',
    ]
    expect(await listsOf(all)).toEqual([
      [...offered, 'Welcome LiveSession'],
      ['Welcome LiveSession'],
      offered,
      [],
    ])
    await all.close()
  })

  test('a spot that fills leaves all other lists, and comes back when it is given back', async () => {
    const all = await opened(open, [published, started('ann'), started('bob')])
    const { register, unregister } = all.calendar.promises
    const mine = 'Coaching LiveSessionSpot s1 theirs'
    expect(await register(s1('ann'))).toMatchObject({ changed: true, uid: spotUid(s1('ann')) })
    expect(await listOf(all, 'ann')).toContain(mine)
    expect(await listOf(all, 'bob')).toEqual(
      ['s2', 's3'].map((id) => `Coaching LiveSessionSpot ${id}`),
    )
    expect(await register(s1('ann'))).toMatchObject({ changed: false })
    expect(await refusalOf(register(s1('bob')))).toBe('SpotFull')
    expect(await unregister(s1('ann'))).toMatchObject({ changed: true })
    expect(await unregister(s1('ann'))).toMatchObject({ changed: false })
    for (const user of ['ann', 'bob']) {
      expect(await listOf(all, user)).toContain('Coaching LiveSessionSpot s1')
    }
    const { tenantId, ...ids } = s1('bob')
    await register({ tenantId, actor: ids.actor, uid: spotUid(ids) })
    expect(await listOf(all, 'bob')).toContain(mine)
    await all.close()
  })

  test('a withdrawn spot stays with whoever took it, and with nobody else', async () => {
    const all = await opened(open, [published, started('ann'), started('bob')])
    const { register, ingest } = all.calendar.promises
    await register({ ...s1('ann'), spotId: 's2' })
    await ingest({ tenantId: TENANT, fact: { ...withdrawn, id: 'f-s2', spotId: 's2' } })
    expect(await listOf(all, 'ann')).toContain('Coaching LiveSessionSpot s2 theirs')
    expect(await listOf(all, 'bob')).not.toContain('Coaching LiveSessionSpot s2')
    expect(await refusalOf(register({ ...s1('bob'), spotId: 's2' }))).toBe('SpotClosed')
    await all.close()
  })

  test('who has not started, and what there is not, is refused; nothing is written', async () => {
    const all = await opened(open, [published, started('ann')])
    const { register } = all.calendar.promises
    const { length } = await all.log()
    expect(await refusalOf(register(s1('bob')))).toBe('NotEligible')
    expect(await refusalOf(register({ ...s1('ann'), spotId: 'none' }))).toBe('NotFound')
    expect(await refusalOf(register({ ...s1('ann'), bucketId: 'none' }))).toBe('NotFound')
    expect(await refusalOf(register({ tenantId: TENANT, actor: 'ann', uid: 'none' }))).toBe(
      'NotFound',
    )
    expect(await refusalOf(register(s1('')))).toBe('InvalidFields')
    expect(await all.log()).toHaveLength(length)
    await all.close()
  })

  test('of 50 that take the only place of a spot at once one has it, and the log proves it', async () => {
    const learners = Array.from({ length: 50 }, (_each, index) => `learner-${index}`)
    const all = await opened(open, [published, ...learners.map(started)])
    const { register } = all.calendar.promises
    const refusals = await Promise.all(learners.map((actor) => refusalOf(register(s1(actor)))))
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(refusals.filter((refusal) => refusal === 'SpotFull')).toHaveLength(49)
    const winner = learners[refusals.indexOf(null)]
    expect(registrations(await all.log())).toEqual([`Registered s1 ${winner}`])
    const lists = await Promise.all(learners.map((each) => listOf(all, each)))
    expect(lists.map((list) => list.length).toSorted()).toEqual([
      ...learners.slice(1).map(() => 2),
      3,
    ])
    await all.close()
  })

  test('facts about one training that come at once are all taken in', async () => {
    const all = await opened(open)
    const { ingest } = all.calendar.promises
    await Promise.all(facts.map((fact) => ingest({ tenantId: TENANT, fact })))
    const inTurn = await opened(open, facts)
    expect(await listsOf(all)).toEqual(await listsOf(inTurn))
    await Promise.all([all.close(), inTurn.close()])
  })
})

test('facts in any order, and more than once, come to the same lists', async () => {
  const expected = await listsOf(await opened(memory, facts))
  const orders = fc.shuffledSubarray([...facts], { minLength: facts.length })
  await fc.assert(
    fc.asyncProperty(orders, fc.shuffledSubarray([...facts]), async (order, again) => {
      const all = await opened(memory, order)
      const { length } = await all.log()
      const lists = await listsOf(all)
      for (const fact of again) {
        expect(await all.calendar.promises.ingest({ tenantId: TENANT, fact })).toMatchObject({
          changed: false,
        })
      }
      expect(lists).toEqual(expected)
      expect(await all.log()).toHaveLength(length)
    }),
    { numRuns: 100 },
  )
})

test('an id that comes again with another fact changes nothing', async () => {
  const all = await opened(memory, [session])
  const other: Fact = { ...published, id: session.id }
  expect(await all.calendar.promises.ingest({ tenantId: TENANT, fact: other })).toMatchObject({
    changed: false,
  })
})

test('a fact that makes no sense is refused, with every problem', async () => {
  const { calendar } = await opened(memory)
  const fact: Fact = {
    ...published,
    spots: [{ ...spot('s1', 0), end: 'soon' }, spot('s1')],
  }
  await expect(calendar.promises.ingest({ tenantId: TENANT, fact })).rejects.toMatchObject({
    failure: {
      rejection: {
        problems: [
          { path: ['spots', '0', 'end'] },
          { path: ['spots', '0', 'capacity'] },
          { path: ['spots', '1', 'spotId'] },
        ],
      },
    },
  })
})

test('everybody is written to about a session, and about a spot only who took it', async () => {
  const store = memoryStore()
  const calendar = createCalendar({ store })
  const { ingest, register } = calendar.promises
  for (const fact of facts) await ingest({ tenantId: TENANT, fact })
  await register(s1('ann'))
  await ingest({
    tenantId: TENANT,
    fact: { ...published, id: 'f-later', spots: [{ ...spot('s1'), ...at(4) }] },
  })
  const until = Date.now() + 1000
  const claim = { now: Date.now(), until, limit: 100, token: 'x' }
  const messages = await succeed(store.claim(claim))
  expect(messages.map(({ kind, recipient, uid }) => [kind, recipient, uid])).toEqual([
    ['Invitation', 'ann', sessionUid('l1')],
    ['Invitation', 'bob', sessionUid('l1')],
    ['Invitation', 'ann', sessionUid('l2')],
    ['Invitation', 'bob', sessionUid('l2')],
    ['Cancellation', 'ann', sessionUid('l2')],
    ['Cancellation', 'bob', sessionUid('l2')],
    ['Update', 'ann', spotUid(s1('ann'))],
  ])
})

test('the uids of live sessions are nobody else’s', async () => {
  const { calendar } = await opened(memory)
  const uid = spotUid(s1('ann'))
  const timeSlot = { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' }
  const create = {
    type: 'CreateEvent',
    tenantId: TENANT,
    actor: 'ann',
    uid,
    title: 'Mine',
    timeSlot,
  } as const
  expect(await refusalOf(calendar.promises.execute(create))).toBe('InvalidFields')
})

describe.each(stores)('bookmarks on %s', (_, open) => {
  test('are each user’s own, and the same command toggles once', async () => {
    const { calendar, close } = await opened(open)
    const { toggleBookmark, bookmarks } = calendar.promises
    const ann = { tenantId: TENANT, actor: 'ann' }
    const once = { ...ann, id: 'e2', commandId: 'c1' }
    expect(await toggleBookmark({ ...ann, id: 'e1' })).toMatchObject({ bookmark: 'Bookmarked' })
    for (const _time of [1, 2]) {
      expect(await toggleBookmark(once)).toMatchObject({ bookmark: 'Bookmarked' })
    }
    expect(await toggleBookmark({ ...ann, id: 'e1' })).toMatchObject({ bookmark: 'NotBookmarked' })
    expect(await bookmarks({ viewer: { tenantId: TENANT, userId: 'ann' } })).toEqual(
      new Set(['e2']),
    )
    expect(await bookmarks({ viewer: { tenantId: TENANT, userId: 'bob' } })).toEqual(new Set())
    await close()
  })
})
