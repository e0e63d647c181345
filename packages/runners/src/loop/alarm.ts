import { constVoid } from 'fp-ts/lib/function.js'

/** One sleeper, and those who wake it. */
export interface Alarm {
  /** Ends the sleep, or the next one when nobody sleeps. */
  readonly ring: () => void
  /** Resolves when it rings, or has rung since the last sleep, or after `ms`. */
  readonly sleep: (ms: number) => Promise<void>
  /** Whether it has rung since the last sleep. */
  readonly rung: () => boolean
}

/** The longest wait that timers know; longer ones would end at once. */
const LONGEST_MS = 2 ** 31 - 1

/** An alarm that has not rung. No ring is lost between two sleeps. */
export const newAlarm = (): Alarm => {
  let rung = false
  let wake: () => void = constVoid
  return {
    ring: () => {
      rung = true
      wake()
    },
    sleep: async (ms) => {
      if (!rung && ms > 0) {
        let timer: ReturnType<typeof setTimeout> | undefined
        await new Promise<void>((resolve) => {
          wake = resolve
          timer = setTimeout(resolve, Math.min(ms, LONGEST_MS))
        })
        clearTimeout(timer)
      }
      rung = false
    },
    rung: () => rung,
  }
}
