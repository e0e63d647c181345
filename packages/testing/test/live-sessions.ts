import type { Fact, Recorded } from '@kalends/core'
import { createCalendar, KalendsError } from '@kalends/core'
import type { OpenStore } from '../src/index.js'
import { succeed } from '../src/index.js'
import { memory, sqlite, sqliteFromSnapshots } from './stores.js'

export const TENANT = 't'
export const stores: readonly (readonly [string, OpenStore])[] = [
  ['memory', memory],
  ['SQLite', sqlite],
  ['SQLite from snapshots', sqliteFromSnapshots],
]

export const at = (day: number) => ({
  start: `2027-03-0${day}T14:00:00Z`,
  end: `2027-03-0${day}T15:00:00Z`,
})

export const spot = (spotId: string, capacity = 1) => ({ spotId, ...at(2), capacity })

export const session = {
  type: 'LiveSessionScheduled',
  id: 'f-session',
  liveSessionId: 'l1',
  title: 'Welcome',
  ...at(1),
  learners: ['ann', 'bob'],
} satisfies Fact
export const cancelled = {
  type: 'LiveSessionCancelled',
  id: 'f-cancelled',
  liveSessionId: 'l2',
} satisfies Fact
export const published = {
  type: 'BucketPublished',
  id: 'f-published',
  bucketId: 'b1',
  trainingId: 't1',
  title: 'Coaching',
  spots: [spot('s1'), spot('s2', 2), spot('s3')],
} satisfies Fact
export const withdrawn = {
  type: 'SpotWithdrawn',
  id: 'f-gone',
  bucketId: 'b1',
  spotId: 's3',
} satisfies Fact
export const started = (learnerId: string): Fact => ({
  type: 'TrainingStarted',
  id: `f-started-${learnerId}`,
  trainingId: 't1',
  learnerId,
})
export const facts: readonly Fact[] = [
  session,
  { ...session, id: 'f-other', liveSessionId: 'l2', title: 'Off' },
  cancelled,
  published,
  { ...published, id: 'f-b2', bucketId: 'b2', title: 'Talks', spots: [spot('s1')] },
  withdrawn,
  started('ann'),
  started('cyd'),
]

export const opened = async (open: OpenStore, ingested: readonly Fact[] = []) => {
  const { store, close } = await open()
  const calendar = createCalendar({ store })
  for (const fact of ingested) await calendar.promises.ingest({ tenantId: TENANT, fact })
  const log = () => succeed(store.readLog({ tenantId: TENANT, after: 0, limit: 10_000 }))
  return { store, calendar, log, close }
}

export type Opened = Awaited<ReturnType<typeof opened>>

/** What is in a user's list: the title, the spot, whether it is theirs. */
export const listOf = async ({ calendar }: Opened, userId: string): Promise<readonly string[]> => {
  const viewer = { tenantId: TENANT, userId }
  const { items } = await calendar.promises.list({ viewer, limit: 100 })
  const shown = items.map(({ event: { title, kind, spot: of }, status }) =>
    [title, kind, of?.spotId, status === 'Accepted' ? 'theirs' : null].filter(Boolean).join(' '),
  )
  return shown.toSorted()
}

const LEARNERS = ['ann', 'bob', 'cyd', 'dan']
export const listsOf = (all: Opened) => Promise.all(LEARNERS.map((userId) => listOf(all, userId)))

export const s1 = (actor: string) => ({ tenantId: TENANT, actor, bucketId: 'b1', spotId: 's1' })

/** What a refused call was refused for; null when it was not. */
export const refusalOf = async (call: Promise<unknown>): Promise<string | null> => {
  try {
    await call
    return null
  } catch (error) {
    if (!(error instanceof KalendsError)) throw error
    const failure = error.failure as { readonly rejection?: { readonly type: string } }
    return failure.rejection?.type ?? error.message
  }
}

export const registrations = (log: readonly Recorded[]): readonly string[] =>
  log.flatMap(({ happened }) =>
    happened.type === 'Registered' || happened.type === 'Unregistered'
      ? [`${happened.type} ${happened.spotId} ${happened.learnerId}`]
      : [],
  )
