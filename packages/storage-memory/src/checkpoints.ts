import type { Checkpoints } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** How far each consumer has come, by tenant. */
export const memoryCheckpoints = (): Checkpoints => {
  const positions = new Map<string, number>()
  const keyOf = (consumer: string, tenantId: string) => JSON.stringify([consumer, tenantId])
  const positionOf = (key: string) => positions.get(key) ?? 0
  return {
    position: (consumer, tenantId) => TE.fromIO(() => positionOf(keyOf(consumer, tenantId))),
    advance: (consumer, tenantId, position) =>
      TE.fromIO(() => {
        const key = keyOf(consumer, tenantId)
        positions.set(key, Math.max(positionOf(key), position))
      }),
  }
}
