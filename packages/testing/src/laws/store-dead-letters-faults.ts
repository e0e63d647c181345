import * as TE from 'fp-ts/lib/TaskEither.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

/** Forgets what is dead. STORE-050 must reject it. */
export const forgetsTheDead: StoreFault = faulty((store) => ({
  settle: (message, token, outcome) =>
    store.settle(message, token, outcome.type === 'Dead' ? { type: 'Delivered' } : outcome),
}))

/** Revives for whoever asks. STORE-050 must reject it. */
export const revivesForAnybody: StoreFault = faulty(() => ({
  revive: () => TE.right('Revived'),
}))

/** Looks at no audience. STORE-051 must reject it. */
export const mixesAudiences: StoreFault = faulty((store) => ({
  claim: ({ audience: _, ...request }) => store.claim(request),
}))

/** Says of all when the next is due. STORE-051 must reject it. */
export const isDueForAll: StoreFault = faulty((store) => ({ nextDueTo: () => store.nextDue }))
