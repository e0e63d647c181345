import type { OutboxMessage, TenantId } from '@kalends/core'
import { expectThat } from './expect.js'
import type { LogModel } from './log-model.js'

/** What reached its recipient. */
export interface Post {
  readonly delivered: (message: OutboxMessage) => void
  /** Whether everything that the logs give rise to was delivered. */
  readonly checkAll: () => void
  readonly count: () => number
}

/** A post that delivers what the logs give rise to, and nothing else. */
export const newPost = (models: () => ReadonlyMap<TenantId, LogModel>): Post => {
  const delivered = new Set<string>()
  const keyOf = (tenantId: TenantId, messageId: string) => `${tenantId} ${messageId}`
  const planned = () =>
    new Set(
      [...models()].flatMap(([tenantId, model]) =>
        [...model.planned].map((messageId) => keyOf(tenantId, messageId)),
      ),
    )
  return {
    delivered: ({ tenantId, messageId }) => void delivered.add(keyOf(tenantId, messageId)),
    checkAll: () => {
      const expected = planned()
      const missing = [...expected].filter((key) => !delivered.has(key))
      const unplanned = [...delivered].filter((key) => !expected.has(key))
      expectThat('every message is delivered, and no other', {
        holds: missing.length === 0 && unplanned.length === 0,
        detail: () => `missing ${missing.join()}, not planned ${unplanned.join()}`,
      })
    },
    count: () => delivered.size,
  }
}
