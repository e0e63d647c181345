import type { TenantId } from '@kalends/core'
import type { FaultRates } from './faults.js'
import { drawFate, goodDay } from './faults.js'
import { countedIds } from './ids.js'
import type { Ledger } from './ledger.js'
import { newLedger } from './ledger.js'
import type { Observer } from './observer.js'
import { observe } from './observer.js'
import type { Post } from './post.js'
import { newPost } from './post.js'
import type { Random } from './random.js'
import { seededRandom } from './random.js'
import { newScheduler } from './scheduler.js'
import type { Services } from './services.js'
import { openServices } from './services.js'
import type { SimulationSubject } from './subject.js'
import type { Trace } from './trace.js'
import { newTrace } from './trace.js'
import type { VirtualTime } from './virtual-time.js'
import type { World } from './world.js'

/** Everything that one simulation is made of. */
export interface Stage {
  readonly world: World
  readonly random: Random
  readonly trace: Trace
  readonly services: Services
  readonly observer: Observer
  readonly ledger: Ledger
  readonly post: Post
  /** Takes a step, and checks what can be checked after each. */
  readonly step: () => Promise<void>
  readonly taken: () => number
  /** From now on nothing goes wrong, and clients begin nothing new. */
  readonly end: () => void
  readonly close: () => Promise<void>
}

/** What a stage is set up by. */
export interface Setting {
  readonly subject: SimulationSubject
  readonly tenants: readonly TenantId[]
  readonly seed: number
  /** Must already be in force. */
  readonly time: VirtualTime
  readonly faults: FaultRates
}

/** Opens a new storage, and starts the processes over it. */
export const setUp = async ({ subject, tenants, seed, time, faults }: Setting): Promise<Stage> => {
  const random = seededRandom(seed)
  const trace = newTrace()
  const scheduler = newScheduler({ random, time, trace })
  const now: Now = { rates: faults, phase: 'Working', failure: null, taken: 0 }
  const storage = await subject.newStorage(time)
  const post = newPost(() => new Map(tenants.map((id) => [id, observer.model(id)])))
  const services = await openServices({
    ...{ subject, storage, time, random, ids: countedIds() },
    caller: (name) => ({ name, scheduler, fate: () => drawFate(random, now.rates) }),
    delivered: post.delivered,
  })
  const observer = observe(services.observed, tenants)
  const ledger = newLedger(observer.model)
  const parts = { random, trace, services, observer, ledger, post }
  return {
    ...parts,
    world: {
      ...{ scheduler, time, model: observer.model, processes: services.processes },
      phase: () => now.phase,
      report: ledger.report,
      fail: (cause) => {
        now.failure ??= { cause }
      },
    },
    step: async () => {
      now.taken += 1
      await goWrong(parts, now)
      await scheduler.step()
      await look(parts, now)
    },
    taken: () => now.taken,
    end: () => {
      now.rates = goodDay
      now.phase = 'Ending'
    },
    close: async () => {
      await services.close()
      await storage.remove()
    },
  }
}

/* eslint-disable no-restricted-syntax -- changes from step to step */
interface Now {
  rates: FaultRates
  phase: ReturnType<World['phase']>
  failure: { readonly cause: unknown } | null
  taken: number
}
/* eslint-enable no-restricted-syntax -- nothing else does */

type Parts = Pick<Stage, 'random' | 'trace' | 'services' | 'observer' | 'ledger'>

const goWrong = async ({ random, trace, services }: Parts, { rates }: Now): Promise<void> => {
  if (random.chance(rates.crash)) trace.note(await services.killOne())
  if (random.chance(rates.restart)) trace.note(await services.restart())
}

const ROWS_EVERY = 25

const look = async ({ random, observer, ledger }: Parts, now: Now): Promise<void> => {
  await observer.catchUp()
  ledger.check()
  if (now.taken % ROWS_EVERY === 0) await observer.compareRows(random)
  if (now.failure !== null) throw now.failure.cause
}
