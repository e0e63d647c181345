import type { OutboxMessage, Stream, TenantId } from '@kalends/core'
import { commitOf, emptyStream, stage } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Step } from '../arbitraries/index.js'
import { appendOf } from './perform.js'

/** The messages that a history plans, found without any store. */
export const messagesPlanned = (
  tenantId: TenantId,
  steps: readonly Step[],
): readonly OutboxMessage[] => {
  const streams = new Map<string, Stream>()
  const planned: OutboxMessage[] = []
  let position = 0
  for (const [index, step] of steps.entries()) {
    const append = appendOf(tenantId, step, index)
    for (const decision of append.streams) {
      const staged = stage(decision, streams.get(step.uid) ?? emptyStream('event', step.uid))
      if (E.isLeft(staged)) continue
      const { events, messages } = commitOf(append, [staged.right], { position, recordedAt: 0 })
      planned.push(...messages)
      position += events.length
      streams.set(step.uid, staged.right.after)
    }
  }
  return planned
}
