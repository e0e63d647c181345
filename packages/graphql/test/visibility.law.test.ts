import type { Fact } from '@kalends/core'
import { sessionUid, spotUid } from '@kalends/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Got, World } from './harness.js'
import { backends, create, reasonOf, serve } from './harness.js'

const VIEWERS = ['ann', 'bob', 'cyd', 'dan', 'eve'] as const
type Viewer = (typeof VIEWERS)[number]
const HOUR_MS = 3_600_000
const MIDNIGHT = Date.UTC(2027, 2, 8)
const stampOf = (hour: number) =>
  new Date(MIDNIGHT + hour * HOUR_MS).toISOString().replace('.000', '')

/** An event of a calendar that five people share. */
const event = fc.record({
  as: fc.constantFrom(...VIEWERS),
  guests: fc.subarray([...VIEWERS], { maxLength: 3 }),
  visibility: fc.constantFrom('Public' as const, 'Participants' as const, 'Participants' as const),
  showParticipantList: fc.boolean(),
  hour: fc.integer({ min: 0, max: 30 }),
  hours: fc.integer({ min: 0, max: 6 }),
  occurrences: fc.constantFrom(1, 1, 1, 3),
  fate: fc.constantFrom('Stands' as const, 'Stands' as const, 'Cancelled' as const),
})
type Held = typeof event extends fc.Arbitrary<infer A> ? A : never

const scene = fc.record({
  events: fc.array(event, { minLength: 6, maxLength: 10 }),
  learners: fc.subarray([...VIEWERS]),
  started: fc.subarray([...VIEWERS], { minLength: 1 }),
  registered: fc.subarray([...VIEWERS], { maxLength: 2 }),
})
type Scene = typeof scene extends fc.Arbitrary<infer A> ? A : never

const question = fc.record({
  type: fc.constantFrom(null, null, 'MEETING', 'LIVE_SESSION', 'LIVE_SESSION_SPOT'),
  fromHour: fc.integer({ min: 0, max: 20 }),
  lengthHours: fc.integer({ min: 1, max: 40 }),
  size: fc.integer({ min: 1, max: 4 }),
  direction: fc.constantFrom('first' as const, 'last' as const),
})
type Question = typeof question extends fc.Arbitrary<infer A> ? A : never

/** What there is: who may see it, and when it is. */
interface Seen {
  readonly id: string
  readonly uid: string
  readonly type: string
  readonly hour: number
  readonly endHour: number
  readonly to: (viewer: Viewer) => boolean
  /** Those whom a viewer sees on its list, in any order. */
  readonly people: (viewer: Viewer) => readonly string[]
}

const SPOT = { bucketId: 'b', spotId: 's' }
const [SESSION_HOUR, SPOT_HOUR] = [9, 15]

/** By hand, without the calendar: all that is in a scene. */
const allIn = ({ events, learners, started, registered }: Scene): readonly Seen[] => {
  const taken = registered.filter((each) => started.includes(each)).slice(0, 1)
  const audience = taken.length === 0 ? started : taken
  const live = (uid: string, type: string, hour: number, who: readonly Viewer[]): Seen => ({
    ...{ id: uid, uid, type, hour, endHour: hour + 1, to: (viewer) => who.includes(viewer) },
    people: (viewer) => ['~live-sessions', ...who.filter((each) => each === viewer)],
  })
  return [
    ...events.flatMap(seenOf),
    live(sessionUid('l'), 'LIVE_SESSION', SESSION_HOUR, learners),
    live(spotUid(SPOT), 'LIVE_SESSION_SPOT', SPOT_HOUR, audience),
  ]
}

const seenOf = (each: Held, index: number): readonly Seen[] => {
  if (each.fate === 'Cancelled') return []
  const uid = `e${index}`
  const people = [...new Set([each.as, ...each.guests])]
  const to = (viewer: Viewer) => each.visibility === 'Public' || people.includes(viewer)
  return Array.from({ length: each.occurrences }, (_, occurrence) => {
    const hour = each.hour + 24 * occurrence
    const recurrenceId = stampOf(hour).replaceAll(/[-:]/g, '')
    return {
      ...{ id: each.occurrences === 1 ? uid : `${uid}_${recurrenceId}`, uid, type: 'MEETING' },
      ...{ hour, endHour: hour + each.hours, to },
      people: (viewer) =>
        each.showParticipantList || viewer === each.as
          ? people
          : people.filter((one) => one === each.as || one === viewer),
    }
  })
}

const foreseen = (all: readonly Seen[], viewer: Viewer, asked: Question): readonly Seen[] => {
  const [from, to] = [asked.fromHour, asked.fromHour + asked.lengthHours]
  return all
    .filter((each) => each.to(viewer) && (asked.type === null || each.type === asked.type))
    .filter(({ hour, endHour }) =>
      hour === endHour ? from <= hour && hour < to : hour < to && endHour > from,
    )
    .toSorted((a, b) => a.hour - b.hour || (a.id < b.id ? -1 : 1))
}

const fill = async (world: World, { events, learners, started, registered }: Scene) => {
  for (const [index, { as, hour, hours, occurrences, fate, ...each }] of events.entries()) {
    const uid = `e${index}`
    const recurrence = [`RRULE:FREQ=DAILY;COUNT=${occurrences}`]
    const times = { start: stampOf(hour), end: stampOf(hour + hours) }
    await create(world, {
      uid,
      as,
      ...times,
      ...each,
      ...(occurrences === 1 ? {} : { recurrence }),
    })
    const cancel = { type: 'CancelEvent', tenantId: 'demo', actor: as, uid } as const
    if (fate === 'Cancelled') await world.calendar.promises.execute(cancel)
  }
  const timesAt = (hour: number) => ({ start: stampOf(hour), end: stampOf(hour + 1) })
  const facts: readonly Fact[] = [
    {
      ...{ type: 'LiveSessionScheduled', id: 'f1', liveSessionId: 'l', title: 'Welcome', learners },
      ...timesAt(SESSION_HOUR),
    },
    ...started.map((learnerId): Fact => {
      return { type: 'TrainingStarted', id: `f-${learnerId}`, trainingId: 't', learnerId }
    }),
    {
      ...{ type: 'BucketPublished', id: 'f2', bucketId: 'b', trainingId: 't', title: 'Coaching' },
      spots: [{ spotId: 's', ...timesAt(SPOT_HOUR), capacity: 1 }],
    },
  ]
  for (const fact of facts) await world.calendar.promises.ingest({ tenantId: 'demo', fact })
  for (const actor of registered) {
    await world.calendar.register({ tenantId: 'demo', actor, ...SPOT })()
  }
}

const LIST = `query L($fromDate: DateTime!, $toDate: DateTime, $type: CalendarEventType, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  getCalendarEvents(fromDate: $fromDate, toDate: $toDate, type: $type, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { node { id type participants { totalCount edges { node { user { id } } } } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

interface Page {
  readonly totalCount: number
  readonly edges: readonly { readonly node: Node }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}
interface Node {
  readonly id: string
  readonly participants: {
    readonly totalCount: number
    readonly edges: readonly { readonly node: { readonly user: { readonly id: string } } }[]
  }
}

const argsOf = (
  { type, fromHour, lengthHours, size, direction }: Question,
  cursor: string | null,
) => ({
  ...{ fromDate: stampOf(fromHour), toDate: stampOf(fromHour + lengthHours), type },
  ...(direction === 'first' ? { first: size, after: cursor } : { last: size, before: cursor }),
})

const pageOf = (got: Got): Page => {
  expect(got.errors).toBeNull()
  return (got.data as { readonly getCalendarEvents: Page }).getCalendarEvents
}

/** Every node of a listing, page by page, in its order; each page's cursor is tried by another viewer too. */
const walk = async ({ ask }: World, viewer: Viewer, asked: Question): Promise<readonly Node[]> => {
  const other = VIEWERS.find((each) => each !== viewer)
  const nodes: Node[] = []
  for (let cursor: string | null = null; ;) {
    const { edges, pageInfo, totalCount } = pageOf(
      await ask(LIST, { as: viewer, variables: argsOf(asked, cursor) }),
    )
    const found = edges.map(({ node }) => node)
    if (asked.direction === 'first') nodes.push(...found)
    else nodes.unshift(...found)
    const [goesOn, next]: readonly [boolean, string | null] =
      asked.direction === 'first'
        ? [pageInfo.hasNextPage, pageInfo.endCursor]
        : [pageInfo.hasPreviousPage, pageInfo.startCursor]
    if (!goesOn) {
      expect(totalCount).toBe(nodes.length)
      return nodes
    }
    cursor = next
    const stolen = await ask(LIST, { as: other ?? null, variables: argsOf(asked, cursor) })
    expect(reasonOf(stolen)).toBe('BAD_USER_INPUT INVALID_CURSOR')
  }
}

const peopleOf = ({ participants: { edges, totalCount } }: Node): readonly string[] => {
  expect(totalCount).toBe(edges.length)
  return edges.map(({ node }) => node.user.id).toSorted()
}

test('O-2: every page that any of five viewers can reach holds what they may see, and nothing else', async () => {
  const [memory] = backends
  if (memory === undefined) throw new Error('no backend')
  await fc.assert(
    fc.asyncProperty(
      scene,
      fc.array(question, { minLength: 2, maxLength: 2 }),
      async (set, asks) => {
        const world = serve(memory)
        await fill(world, set)
        const all = allIn(set)
        for (const viewer of VIEWERS) {
          for (const asked of asks) {
            const expected = foreseen(all, viewer, asked)
            const nodes = await walk(world, viewer, asked)
            expect(nodes.map((node) => [node.id, peopleOf(node)])).toEqual(
              expected.map(({ id, people }) => [id, people(viewer).toSorted()]),
            )
          }
          const aliased = all.map(({ id }, index) => `n${index}: calendarEvent(id: "${id}") { id }`)
          const got = await world.ask(`{ ${aliased.slice(0, 29).join(' ')} }`, { as: viewer })
          const found = Object.values(got.data as Readonly<Record<string, { id: string } | null>>)
          expect(found.map((node) => node?.id ?? null)).toEqual(
            all.slice(0, 29).map(({ id, to }) => (to(viewer) ? id : null)),
          )
        }
      },
    ),
    { numRuns: 6 },
  )
})
