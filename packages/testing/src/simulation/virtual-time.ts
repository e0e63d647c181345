import type { Clock, Instant } from '@kalends/core'

/** A clock that only goes when it is told, and the timers that hang on it. */
export interface VirtualTime extends Clock {
  /** Lets time pass. What was due meanwhile goes off at the next `fire`. */
  readonly pass: (ms: number) => void
  /** When the next timer goes off; null when there is none. */
  readonly nextDue: () => Instant | null
  /** Goes on to `nextDue`, unless it is past, and lets that one timer go off. */
  readonly fire: () => void
  /** Runs something for which `setTimeout` and `performance.now` are these. `setImmediate` stays. */
  readonly during: <A>(run: () => Promise<A>) => Promise<A>
}

interface Timer {
  readonly dueAt: Instant
  readonly call: () => void
}

/** Time that begins at `start`. Timers that are due together go off in the order in which they were set. */
export const virtualTime = (start: Instant): VirtualTime => {
  let now = start
  let lastId = 0
  const timers = new Map<number, Timer>()

  const set = (call: () => void, ms = 0) => {
    lastId += 1
    timers.set(lastId, { call, dueAt: now + Math.max(1, ms) })
    return lastId
  }
  const next = () =>
    [...timers].reduce<readonly [number, Timer] | null>(
      (first, each) => (first === null || each[1].dueAt < first[1].dueAt ? each : first),
      null,
    )
  return {
    now: () => now,
    pass: (ms) => {
      now += ms
    },
    nextDue: () => next()?.[1].dueAt ?? null,
    fire: () => {
      const first = next()
      if (first === null) return
      const [id, { dueAt, call }] = first
      timers.delete(id)
      now = Math.max(now, dueAt)
      call()
    },
    during: async (run) => {
      const restore = replaced([
        [globalThis, 'setTimeout', set],
        [globalThis, 'clearTimeout', (id: number) => void timers.delete(id)],
        [performance, 'now', () => now - start],
      ])
      try {
        return await run()
      } finally {
        restore()
      }
    },
  }
}

type Replacement = readonly [object, string, unknown]

const replaced = (all: readonly Replacement[]): (() => void) => {
  const before = all.map(([of, name]) => Object.getOwnPropertyDescriptor(of, name))
  for (const [of, name, value] of all) {
    Object.defineProperty(of, name, { value, configurable: true, writable: true })
  }
  return () => {
    for (const [index, [of, name]] of all.entries()) {
      const descriptor = before[index]
      if (descriptor === undefined) Reflect.deleteProperty(of, name)
      else Object.defineProperty(of, name, descriptor)
    }
  }
}
