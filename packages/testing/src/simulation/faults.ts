import type { Random } from './random.js'

/** What becomes of a call: its answer may come late, get lost after the call was done, or it is never done. */
export type Fate = 'Done' | 'Late' | 'AnswerLost' | 'NotDone'

/** How often things go wrong: probabilities, by call or by step. */
export interface FaultRates {
  readonly late: number
  readonly answerLost: number
  readonly notDone: number
  /** A process dies, and another takes its place. */
  readonly crash: number
  /** All of them, and what they store in is reopened. */
  readonly restart: number
}

/** A bad day. */
export const badDay: FaultRates = {
  late: 0.06,
  answerLost: 0.04,
  notDone: 0.03,
  crash: 0.004,
  restart: 0.001,
}

/** Nothing goes wrong. */
export const goodDay: FaultRates = { late: 0, answerLost: 0, notDone: 0, crash: 0, restart: 0 }

/** Draws what becomes of one call. */
export const drawFate = (random: Random, { late, answerLost, notDone }: FaultRates): Fate => {
  const drawn = random.next()
  if (drawn < late) return 'Late'
  if (drawn < late + answerLost) return 'AnswerLost'
  return drawn < late + answerLost + notDone ? 'NotDone' : 'Done'
}
