import type { TenantId } from '@kalends/core'
import { users } from '../arbitraries/index.js'
import { atTheEnd } from './at-the-end.js'
import type { Client } from './client.js'
import { FIRST_DAY_MS } from './first-day.js'
import type { FaultRates } from './faults.js'
import { badDay } from './faults.js'
import { follow } from './follower.js'
import { InvariantBroken } from './invariant-broken.js'
import { seededRandom } from './random.js'
import { replicate } from './replica.js'
import type { Stage } from './stage.js'
import { setUp } from './stage.js'
import type { SimulationSubject } from './subject.js'
import { virtualTime } from './virtual-time.js'
import { work } from './work.js'

/** How to simulate: the same seed and the same steps always happen in the same way. */
export interface SimulationOptions {
  readonly seed: number
  readonly steps: number
  /** Default: `badDay`. */
  readonly faults?: FaultRates
}

/** What a simulation came to. */
export interface SimulationReport {
  readonly seed: number
  /** How many steps were taken, those of the end included. */
  readonly steps: number
  /** Of the whole trace. */
  readonly hash: string
  /** How many there were. */
  readonly counts: Readonly<Record<Counted, number>>
  readonly broken: BrokenReport | null
}

/** What is counted: domain events, what clients asked, and of that what was refused, imports and acts of learners; the rest. */
type Counted =
  ('happened' | 'delivered' | 'kills') | ('commands' | 'refused' | 'imports' | 'learning')

/** Which promise was found broken, in which step, and the last lines of the trace. */
export interface BrokenReport {
  readonly invariant: string
  readonly detail: string
  readonly step: number
  readonly tail: readonly string[]
}

const TENANTS: readonly TenantId[] = ['demo', 'other']

/**
 * Runs clients, facades and runners over one storage in one loop, under a clock that stands still by itself, and checks
 * after every step that no promise is broken; at the end, when nothing goes wrong any more and all has come to rest,
 * everything.
 */
export const simulate = (
  subject: SimulationSubject,
  { seed, steps, faults = badDay }: SimulationOptions,
): Promise<SimulationReport> => {
  const time = virtualTime(FIRST_DAY_MS)
  return time.during(async () => {
    const stage = await setUp({ subject, tenants: TENANTS, seed, time, faults })
    const broken = await brokenIn(stage, () => play(stage, subject, steps))
    const hash = stage.trace.hash()
    return { seed, steps: stage.taken(), hash, counts: countsOf(stage), broken }
  })
}

const brokenIn = async (stage: Stage, run: () => Promise<void>): Promise<BrokenReport | null> => {
  try {
    await run()
    return null
  } catch (cause) {
    return { ...said(cause), step: stage.taken(), tail: stage.trace.tail() }
  } finally {
    await stage.close()
  }
}

const play = async (stage: Stage, subject: SimulationSubject, steps: number): Promise<void> => {
  const { world, services, observer, ledger, post, step } = stage
  const clients = clientsOf(stage)
  const workers = clients.map((client) => work(client).catch(world.fail))
  const followers = clients.slice(0, 2).map((client) => follow(part(client, 'follows')))
  const replicas = clients
    .filter((_client, index) => index % 3 === 0)
    .map((client) => ({
      viewer: client.viewer,
      replica: replicate(part(client, 'replicates')),
    }))
  while (stage.taken() < steps) await step()
  stage.end()
  const ending = { subject, observer, ledger, post, step, workers, followers, replicas }
  await atTheEnd({ ...ending, outbox: services.observed, tenants: TENANTS })
}

const clientsOf = ({ world, random }: Stage): readonly Client[] =>
  TENANTS.flatMap((tenantId) =>
    users.slice(0, tenantId === 'demo' ? users.length : 2).map((userId) => ({
      name: `${userId}@${tenantId}`,
      viewer: { tenantId, userId },
      random: seededRandom(random.below(2 ** 32)),
      world,
    })),
  )

/** Somebody else of the same name. */
const part = (client: Client, doing: string): Client => ({
  ...client,
  name: `${client.name} ${doing}`,
  random: seededRandom(client.random.below(2 ** 32)),
})

const countsOf = ({ observer, ledger, post, services }: Stage): SimulationReport['counts'] => ({
  happened: TENANTS.reduce((sum, id) => sum + observer.model(id).log().length, 0),
  ...ledger.counts(),
  delivered: post.count(),
  kills: services.kills(),
})

const said = (cause: unknown) =>
  cause instanceof InvariantBroken
    ? { invariant: cause.invariant, detail: cause.message }
    : {
        invariant: 'nothing throws',
        detail: cause instanceof Error ? (cause.stack ?? '') : String(cause),
      }
