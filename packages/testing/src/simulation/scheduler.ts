import { setImmediate } from 'node:timers/promises'
import type { Random } from './random.js'
import type { Trace } from './trace.js'
import type { VirtualTime } from './virtual-time.js'

/** Decides who goes on. Whatever is simulated waits here before everything that others can see. */
export interface Scheduler {
  /** Resolves when it is this one's turn; never once its owner is dropped. */
  readonly turn: (owner: string, label: string) => Promise<void>
  /** Keeps the step open until `work` is done, so that nothing runs beside what was chosen. */
  readonly busy: <A>(work: Promise<A>) => Promise<A>
  /** Forgets all that an owner waits for: it never goes on. */
  readonly drop: (owner: string) => void
  /** Lets one, now and then two, of those that wait go on, or the next timer go off. */
  readonly step: () => Promise<void>
}

/** What the scheduler chooses with. */
export interface SchedulerParts {
  readonly random: Random
  readonly time: VirtualTime
  readonly trace: Trace
}

interface Waiting {
  readonly owner: string
  readonly label: string
  readonly goOn: () => void
}

const MOST_PASSED_MS = 20

/** A scheduler with nobody waiting. */
export const newScheduler = ({ random, time, trace }: SchedulerParts): Scheduler => {
  let waiting: readonly Waiting[] = []
  let running = 0
  const dropped = new Set<string>()

  const choose = () => {
    const chosen = random.oneOf(waiting)
    if (chosen === undefined) return
    waiting = waiting.filter((each) => each !== chosen)
    trace.note(`${time.now()} ${chosen.owner}: ${chosen.label}`)
    chosen.goOn()
  }
  const settle = async () => {
    do await setImmediate()
    while (running > 0)
    await setImmediate()
  }
  return {
    turn: (owner, label) =>
      new Promise((goOn) => {
        if (!dropped.has(owner)) waiting = [...waiting, { owner, label, goOn }]
      }),
    busy: async (work) => {
      running += 1
      try {
        return await work
      } finally {
        running -= 1
      }
    },
    drop: (owner) => {
      dropped.add(owner)
      waiting = waiting.filter((each) => each.owner !== owner)
    },
    step: async () => {
      time.pass(1 + random.below(MOST_PASSED_MS))
      const due = time.nextDue()
      if (due !== null && (due <= time.now() || waiting.length === 0)) {
        trace.note(`${time.now()} a timer`)
        time.fire()
      } else {
        choose()
        if (random.chance(TOGETHER)) choose()
      }
      await settle()
    },
  }
}

const TOGETHER = 0.1
