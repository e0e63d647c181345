import type { CalendarEvent, TenantId, Viewer } from '@kalends/core'
import { succeed } from '../laws/index.js'
import type { Store } from '../laws/index.js'
import { expectSame, expectThat } from './expect.js'
import type { Ledger } from './ledger.js'
import type { Observer } from './observer.js'
import type { Post } from './post.js'
import type { Replica } from './replica.js'
import { toldOf } from './replica.js'
import type { SimulationSubject } from './subject.js'

/** What must come to rest, and what is compared then. */
export interface Ending {
  readonly subject: SimulationSubject
  readonly observer: Observer
  readonly ledger: Ledger
  readonly post: Post
  readonly outbox: () => Store
  readonly tenants: readonly TenantId[]
  readonly workers: readonly Promise<void>[]
  readonly followers: readonly (() => number)[]
  readonly replicas: readonly { readonly viewer: Viewer; readonly replica: Replica }[]
  readonly step: () => Promise<void>
}

const MOST_STEPS = 30_000

/** Steps on until nobody has anything left to do, then checks every promise. */
export const atTheEnd = async (ending: Ending): Promise<void> => {
  const { observer, ledger, post, step, workers } = ending
  let ended = 0
  for (const worker of workers) void worker.then(() => (ended += 1))
  const atRest = async () =>
    ended === workers.length &&
    (await succeed(ending.outbox().nextDue)) === null &&
    languagesMissing(ending).length === 0 &&
    haveArrived(ending)
  for (let taken = 0; !(await atRest()); taken += 1) {
    expectThat('all comes to rest', {
      holds: taken < MOST_STEPS,
      detail: () => unrest(ending, ended),
    })
    await step()
  }
  await observer.compareAll()
  ledger.checkAll()
  post.checkAll()
  for (const { viewer, replica } of ending.replicas) replicaIsTheCalendar(ending, viewer, replica)
}

const unrest = (ending: Ending, ended: number): string =>
  JSON.stringify({
    workers: `${ended} of ${ending.workers.length}`,
    followers: ending.followers.map((each) => each()),
    replicas: ending.replicas.map(({ replica }) => replica.upTo()),
    languages: languagesMissing(ending),
  })

const haveArrived = ({ followers, replicas, observer }: Ending): boolean => {
  const lengthOf = (tenantId: TenantId) => observer.model(tenantId).log().length
  return (
    followers.every((reached) => reached() === lengthOf('demo')) &&
    replicas.every(({ viewer, replica }) => replica.upTo() === lengthOf(viewer.tenantId))
  )
}

const languagesMissing = ({ subject, tenants, observer }: Ending): readonly string[] => {
  const { languageOf } = subject
  if (languageOf === null) return []
  return tenants
    .flatMap((tenantId) => {
      const { eventsAt, log } = observer.model(tenantId)
      return eventsAt(log().length)
    })
    .filter(
      ({ body, language }) => body?.format === 'Plain' && language !== languageOf(body.content),
    )
    .map(({ uid }) => uid)
}

const replicaIsTheCalendar = ({ observer }: Ending, viewer: Viewer, { events }: Replica): void => {
  const { eventsAt, log } = observer.model(viewer.tenantId)
  const isIts = ({ participants, status }: CalendarEvent) =>
    participants.has(viewer.userId) && status !== 'Cancelled'
  const told = (all: readonly CalendarEvent[]) =>
    new Map(all.filter(isIts).map((event) => [event.uid, toldOf(event, viewer.userId)]))
  expectSame(
    'changes since a token lose none',
    told([...events.values()]),
    told(eventsAt(log().length)),
  )
}
