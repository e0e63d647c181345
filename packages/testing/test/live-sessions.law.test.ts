import type { Fact, Recorded } from '@kalends/core'
import { spotUid } from '@kalends/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { succeed } from '../src/index.js'
import type { Opened } from './live-sessions.js'
import {
  at,
  listOf,
  opened,
  published,
  refusalOf,
  registrations,
  s1,
  spot,
  started,
  stores,
  TENANT,
  withdrawn,
} from './live-sessions.js'
import { memory } from './stores.js'

type Status = 'Accepted' | 'Declined' | 'Tentative' | 'NeedsAction'

const uidOf = (spotId: string) => spotUid({ bucketId: 'b1', spotId })

const answer = (
  { calendar }: Opened,
  actor: string,
  status: Status,
  more: { readonly commandId?: string; readonly comment?: string; readonly spotId?: string } = {},
) => {
  const { spotId = 's1', ...rest } = more
  const uid = uidOf(spotId)
  return calendar.promises.execute({
    ...{ type: 'AnswerEvent', tenantId: TENANT, actor, uid, status, ...rest },
  })
}

const statusOf = async ({ calendar }: Opened, userId: string, spotId = 's1') => {
  const viewer = { tenantId: TENANT, userId }
  const event = await calendar.promises.get({ viewer, uid: uidOf(spotId) })
  return event.participants.get(userId)?.status
}

describe.each(stores)('an answer to a live-session spot on %s', (_, open) => {
  const two = [published, started('ann'), started('bob')]

  test('takes a place when it is yes, and gives it back when it is anything else', async () => {
    const all = await opened(open, two)
    const mine = 'Coaching LiveSessionSpot s1 theirs'
    for (const other of ['Declined', 'Tentative', 'NeedsAction'] as const) {
      const yes = await answer(all, 'ann', 'Accepted', { comment: 'Me' })
      expect(yes.event.participants.get('ann')).toMatchObject({
        status: 'Accepted',
        answer: { comment: 'Me' },
      })
      expect(await listOf(all, 'ann')).toContain(mine)
      expect(await listOf(all, 'bob')).not.toContain('Coaching LiveSessionSpot s1')
      // Once more to the revision that left the others out.
      await answer(all, 'ann', 'Accepted', { comment: 'Me' })
      const again = await answer(all, 'ann', 'Accepted', { comment: 'Me' })
      expect(again.changed).toBe(false)
      expect(await refusalOf(answer(all, 'bob', 'Accepted'))).toBe('SpotFull')
      expect(await refusalOf(answer(all, 'bob', 'Declined'))).toBe('NotFound')
      expect(await answer(all, 'ann', other)).toMatchObject({ changed: true })
      expect(await statusOf(all, 'ann')).toBe(other)
      expect(await listOf(all, 'bob')).toContain('Coaching LiveSessionSpot s1')
    }
    const once = ['Registered s1 ann', 'Unregistered s1 ann']
    expect(registrations(await all.log())).toEqual([...once, ...once, ...once])
    await all.close()
  })

  test('is what registering makes it, whatever was answered before', async () => {
    const all = await opened(open, two)
    const { register, unregister } = all.calendar.promises
    await answer(all, 'ann', 'Declined')
    await register(s1('ann'))
    expect(await statusOf(all, 'ann')).toBe('Accepted')
    await unregister(s1('ann'))
    expect(await statusOf(all, 'ann')).toBe('NeedsAction')
    await all.close()
  })

  test('is refused as registering is; who may not know of the spot learns nothing', async () => {
    const all = await opened(open, [...two, withdrawn])
    const { length } = await all.log()
    expect(await refusalOf(answer(all, 'ann', 'Accepted', { spotId: 's3' }))).toBe('SpotClosed')
    for (const status of ['Accepted', 'Declined'] as const) {
      expect(await refusalOf(answer(all, 'cyd', status))).toBe('NotFound')
      expect(await refusalOf(answer(all, 'ann', status, { spotId: 'none' }))).toBe('NotFound')
    }
    const stale = { ...s1('ann'), type: 'AnswerEvent', uid: uidOf('s1') } as const
    const asked = { ...stale, status: 'Accepted', ifRevision: [99] } as const
    expect(await refusalOf(all.calendar.promises.execute(asked))).toBe('RevisionMismatch')
    const ofOne = { ...stale, status: 'Accepted', recurrenceId: '20270302T140000Z' } as const
    expect(await refusalOf(all.calendar.promises.execute(ofOne))).toBe('NotFound')
    expect(await all.log()).toHaveLength(length)
    await all.close()
  })

  test('of the same command is given once; a reply that comes late takes no place', async () => {
    const all = await opened(open, two)
    const yes = () => answer(all, 'ann', 'Accepted', { commandId: 'c1' })
    expect(await yes()).toMatchObject({ changed: true, event: { uid: uidOf('s1') } })
    await answer(all, 'ann', 'Declined')
    expect(await yes()).toMatchObject({ changed: false, event: { uid: uidOf('s1') } })
    const late = { sequence: 0, stamp: 0 }
    await all.calendar.promises.execute({
      ...{ type: 'AnswerEvent', tenantId: TENANT, actor: 'ann', uid: uidOf('s1') },
      ...{ status: 'Accepted', reply: late },
    })
    expect(registrations(await all.log())).toEqual(['Registered s1 ann', 'Unregistered s1 ann'])
    expect(await statusOf(all, 'ann')).toBe('Declined')
    await all.close()
  })

  test('of 50 that say yes or register at once one has the place, and 49 are told that it is full', async () => {
    const learners = Array.from({ length: 50 }, (_each, index) => `learner-${index}`)
    const all = await opened(open, [published, ...learners.map(started)])
    const take = (actor: string, index: number): Promise<unknown> =>
      index % 2 === 0
        ? answer(all, actor, 'Accepted')
        : all.calendar.promises.register({ ...s1(actor), commandId: `c${index}` })
    const refusals = await Promise.all(learners.map((each, index) => refusalOf(take(each, index))))
    expect(new Set(refusals)).toEqual(new Set(['SpotFull', null]))
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1)
    const winner = learners[refusals.indexOf(null)] ?? ''
    expect(registrations(await all.log())).toEqual([`Registered s1 ${winner}`])
    expect(accepted(await all.log(), 's1')).toEqual([winner])
    await all.calendar.promises.unregister(s1(winner))
    const next = learners[(refusals.indexOf(null) + 1) % 50] ?? ''
    expect(await refusalOf(answer(all, next, 'Accepted'))).toBeNull()
    await all.close()
  })

  test('a withdrawn spot is given back once, and again is harmless', async () => {
    const all = await opened(open, two)
    const { register, unregister, ingest } = all.calendar.promises
    await register(s1('ann'))
    await ingest({ tenantId: TENANT, fact: { ...withdrawn, id: 'f-s1', spotId: 's1' } })
    const event = { title: 'Coaching', uid: uidOf('s1') }
    const back = () => unregister({ ...s1('ann'), commandId: 'c1' })
    expect(await back()).toMatchObject({ changed: true, event })
    expect(await listOf(all, 'ann')).not.toContain('Coaching LiveSessionSpot s1 theirs')
    expect(await back()).toMatchObject({ changed: false, event })
    expect(await unregister(s1('ann'))).toMatchObject({ changed: false, event })
    expect(await refusalOf(unregister(s1('cyd')))).toBe('NotEligible')
    expect(await refusalOf(register(s1('ann')))).toBe('SpotClosed')
    expect(registrations(await all.log())).toEqual(['Registered s1 ann', 'Unregistered s1 ann'])
    await all.close()
  })

  test('who starts the training after its spots filled sees them once they are given back', async () => {
    const all = await opened(open, [
      { ...published, spots: [spot('s1'), spot('s2', 2)] },
      started('ann'),
      started('bob'),
    ])
    const { register, unregister, ingest } = all.calendar.promises
    await register(s1('ann'))
    for (const actor of ['ann', 'bob']) await register({ ...s1(actor), spotId: 's2' })
    await ingest({ tenantId: TENANT, fact: started('cyd') })
    expect(await listOf(all, 'cyd')).toEqual([])
    expect(await refusalOf(register(s1('cyd')))).toBe('SpotFull')
    await unregister({ ...s1('bob'), spotId: 's2' })
    expect(await listOf(all, 'cyd')).toEqual(['Coaching LiveSessionSpot s2'])
    await register({ ...s1('cyd'), spotId: 's2' })
    expect(await listOf(all, 'cyd')).toEqual(['Coaching LiveSessionSpot s2 theirs'])
    expect(await listOf(all, 'ann')).toEqual([
      'Coaching LiveSessionSpot s1 theirs',
      'Coaching LiveSessionSpot s2 theirs',
    ])
    expect(await listOf(all, 'bob')).toEqual([])
    await all.close()
  })
})

/** Who the calendar event of a spot says has accepted, by the log alone. */
const accepted = (log: readonly Recorded[], spotId: string): readonly string[] => {
  const uid = uidOf(spotId)
  const last = new Map<string, string>()
  for (const { aggregate, streamId, happened } of log) {
    if (aggregate !== 'event' || streamId !== uid) continue
    if (happened.type === 'Answered') last.set(happened.userId, happened.status)
    if (happened.type === 'ParticipantsUninvited') {
      for (const userId of happened.participants) last.delete(userId)
    }
  }
  return [...last].flatMap(([userId, status]) => (status === 'Accepted' ? [userId] : []))
}

const USERS = ['ann', 'bob', 'cyd'] as const
const SPOTS = ['s1', 's2'] as const
const user = fc.constantFrom(...USERS)
const spotId = fc.constantFrom(...SPOTS)

/** What learners and the platform do to two spots of capacities 1 and 2, in any order. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('register' as const), user, spotId }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('unregister' as const), user, spotId }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      ...{ user, spotId },
      status: fc.constantFrom<Status>('Accepted', 'Accepted', 'Declined', 'Tentative'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('start' as const), user }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('withdraw' as const), spotId }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const CAPACITY = { s1: 1, s2: 2 } as const

/** The rules of places, without any calendar: who has which. */
interface Places {
  readonly learners: Set<string>
  readonly withdrawn: Set<string>
  readonly taken: Map<string, Set<string>>
}

/** What an act is refused for by those rules; null when it is not. Changes `places` where it is not. */
const byHand = (places: Places, done: Act): string | null => {
  if (done.type === 'start') {
    places.learners.add(done.user)
    return null
  }
  if (done.type === 'withdraw') {
    places.withdrawn.add(done.spotId)
    return null
  }
  const taken = places.taken.get(done.spotId) ?? new Set<string>()
  const isOpen = !places.withdrawn.has(done.spotId) && taken.size < CAPACITY[done.spotId]
  const isIn = taken.has(done.user)
  const knows = isIn || (isOpen && places.learners.has(done.user))
  const isLearner = places.learners.has(done.user)
  const takes = done.type === 'register' || (done.type === 'answer' && done.status === 'Accepted')
  if (done.type === 'answer' && !takes && !knows) return 'NotFound'
  if (!isLearner) return done.type === 'answer' ? 'NotFound' : 'NotEligible'
  if (!takes) taken.delete(done.user)
  if (!takes || isIn) return null
  if (places.withdrawn.has(done.spotId)) return 'SpotClosed'
  if (!isOpen) return 'SpotFull'
  taken.add(done.user)
  return null
}

const perform = (all: Opened, done: Act, index: number): Promise<unknown> => {
  const { register, unregister, ingest } = all.calendar.promises
  switch (done.type) {
    case 'register':
      return register({ ...s1(done.user), spotId: done.spotId })
    case 'unregister':
      return unregister({ ...s1(done.user), spotId: done.spotId })
    case 'answer':
      return answer(all, done.user, done.status, { spotId: done.spotId })
    case 'start':
      return ingest({ tenantId: TENANT, fact: { ...started(done.user), id: `f${index}` } })
    case 'withdraw':
      return ingest({
        tenantId: TENANT,
        fact: { ...withdrawn, id: `f${index}`, spotId: done.spotId },
      })
  }
}

test('whatever is done to spots, by answers too, comes to what the rules of places say', async () => {
  const bucket = { ...published, spots: SPOTS.map((id) => spot(id, CAPACITY[id])) }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      const all = await opened(memory, [bucket, started('ann'), started('bob')])
      const taken = new Map(SPOTS.map((id) => [id as string, new Set<string>()]))
      const places = { learners: new Set(['ann', 'bob']), withdrawn: new Set<string>(), taken }
      for (const [index, done] of acts.entries()) {
        const expected = byHand(places, done)
        expect([done, await refusalOf(perform(all, done, index))]).toEqual([done, expected])
      }
      const log = await all.log()
      for (const id of SPOTS) {
        expect(accepted(log, id).toSorted()).toEqual([...(taken.get(id) ?? [])].toSorted())
      }
      for (const userId of USERS) {
        expect(await listOf(all, userId)).toEqual(
          SPOTS.flatMap((id) => shownTo(places, userId, id)),
        )
      }
    }),
    { numRuns: 80 },
  )
})

const shownTo = (places: Places, userId: string, id: (typeof SPOTS)[number]): readonly string[] => {
  const taken = places.taken.get(id) ?? new Set<string>()
  const title = `Coaching LiveSessionSpot ${id}`
  if (taken.has(userId)) return [`${title} theirs`]
  const isOpen = !places.withdrawn.has(id) && taken.size < CAPACITY[id]
  return isOpen && places.learners.has(userId) ? [title] : []
}

/** Facts about two sessions, two buckets of two trainings and their learners; some say the same thing anew. */
const told = fc.oneof(
  fc.record({
    type: fc.constant('LiveSessionScheduled' as const),
    liveSessionId: fc.constantFrom('l1', 'l2'),
    title: fc.constantFrom('Welcome', 'Moved'),
    day: fc.integer({ min: 1, max: 3 }),
    learners: fc.uniqueArray(user),
  }),
  fc.record({
    type: fc.constant('LiveSessionCancelled' as const),
    liveSessionId: fc.constantFrom('l1', 'l2'),
  }),
  fc.record({
    type: fc.constant('BucketPublished' as const),
    bucket: fc.constantFrom('1', '2'),
    title: fc.constantFrom('Coaching', 'Talks'),
    spots: fc.uniqueArray(spotId, { minLength: 1 }),
  }),
  fc.record({
    type: fc.constant('SpotWithdrawn' as const),
    bucketId: fc.constantFrom('b1', 'b2'),
    spotId,
  }),
  fc.record({
    type: fc.constant('TrainingStarted' as const),
    trainingId: fc.constantFrom('t1', 't2'),
    learnerId: user,
  }),
)
type Told = typeof told extends fc.Arbitrary<infer A> ? A : never

const factOf = (fact: Told, index: number): Fact => {
  const id = `f${index}`
  if (fact.type === 'LiveSessionScheduled') {
    const { day, ...rest } = fact
    return { ...rest, id, ...at(day) }
  }
  if (fact.type !== 'BucketPublished') return { ...fact, id }
  const { bucket, spots, ...rest } = fact
  const ids = { id, bucketId: `b${bucket}`, trainingId: `t${bucket}` }
  return { ...rest, ...ids, spots: spots.map((each) => spot(each)) }
}

/** What users shall see of facts in the order in which they first came: what ends something holds, else the last said. */
const foreseen = (facts: readonly Fact[], userId: string): readonly string[] => {
  const of = <T extends Fact['type']>(type: T) =>
    facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type)
  const over = new Set(of('LiveSessionCancelled').map(({ liveSessionId }) => liveSessionId))
  const gone = new Set(of('SpotWithdrawn').map((fact) => `${fact.bucketId} ${fact.spotId}`))
  const begun = of('TrainingStarted').filter(({ learnerId }) => learnerId === userId)
  const sessions = new Map(of('LiveSessionScheduled').map((fact) => [fact.liveSessionId, fact]))
  const spots = new Map(
    of('BucketPublished').flatMap((fact) =>
      fact.spots.map((each) => [`${fact.bucketId} ${each.spotId}`, { fact, each }] as const),
    ),
  )
  return [
    ...[...sessions.values()]
      .filter((fact) => !over.has(fact.liveSessionId) && fact.learners.includes(userId))
      .map(({ title, start }) => `${title} LiveSession ${start}`),
    ...[...spots]
      .filter(
        ([key, { fact }]) =>
          !gone.has(key) && begun.some(({ trainingId }) => trainingId === fact.trainingId),
      )
      .map(([, { fact, each }]) => `${fact.title} LiveSessionSpot ${each.start} ${each.spotId}`),
  ].toSorted()
}

const seenBy = async ({ calendar }: Opened, userId: string): Promise<readonly string[]> => {
  const { items } = await calendar.promises.list({
    viewer: { tenantId: TENANT, userId },
    limit: 50,
  })
  return items
    .filter(({ event }) => event.status !== 'Cancelled')
    .map(({ event: { title, kind, spot: of }, start }) => {
      const stamp = new Date(start).toISOString().replace('.000', '')
      return [title, kind, stamp, of?.spotId].filter(Boolean).join(' ')
    })
    .toSorted()
}

/** Facts in any order, each as often as it likes. */
const stream = fc
  .array(told, { minLength: 1, maxLength: 12 })
  .map((all) => all.map(factOf))
  .chain((facts) =>
    fc
      .tuple(fc.constant(facts), fc.array(fc.constantFrom(...facts), { maxLength: 12 }))
      .chain(([once, again]) =>
        fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length }),
      ),
  )

/** How facts are taken in. */
type Ingest = (all: Opened, fact: Fact, index: number) => Promise<unknown>

const asItShould: Ingest = ({ calendar }, fact) =>
  calendar.promises.ingest({ tenantId: TENANT, fact })

/** Knows no fact again. Must fail the law. */
const forgetful: Ingest = ({ calendar }, fact, index) =>
  calendar.promises.ingest({ tenantId: TENANT, fact: { ...fact, id: `${fact.id}/${index}` } })

/** Holds only for what is there what ends it. Must fail the law. */
const inOrderOnly: Ingest = async ({ calendar, log }, fact) => {
  const known = (await log()).map(({ happened }) => JSON.stringify(happened)).join()
  const isEarly =
    (fact.type === 'SpotWithdrawn' && !known.includes(`"spotId":"${fact.spotId}"`)) ||
    (fact.type === 'LiveSessionCancelled' && !known.includes(`"${fact.liveSessionId}"`))
  return isEarly ? null : calendar.promises.ingest({ tenantId: TENANT, fact })
}

const factsComeInAnyOrder = (ingest: Ingest) =>
  fc.asyncProperty(stream, async (facts) => {
    const all = await opened(memory)
    for (const [index, fact] of facts.entries()) await ingest(all, fact, index)
    const order = facts.filter(
      (fact, index) => facts.findIndex(({ id }) => id === fact.id) === index,
    )
    for (const userId of USERS) {
      expect(await seenBy(all, userId)).toEqual(foreseen(order, userId))
    }
    const recorded = await succeed(all.store.readLog({ tenantId: TENANT, after: 0, limit: 10_000 }))
    const ids = recorded.flatMap(({ happened }) => ('factId' in happened ? [happened.factId] : []))
    expect(new Set(ids).size).toBeLessThanOrEqual(order.length)
  })

test('facts in any order, each repeated at will, come to what they say together', async () => {
  await fc.assert(factsComeInAnyOrder(asItShould), { numRuns: 200 })
})

test.each([
  ['knows no fact again', forgetful],
  ['forgets what ends something before it is there', inOrderOnly],
])('the law rejects what %s', async (_, fault) => {
  const run = await fc.check(factsComeInAnyOrder(fault), { numRuns: 400, endOnFailure: true })
  expect(run.failed).toBe(true)
})
