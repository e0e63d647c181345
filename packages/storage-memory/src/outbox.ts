import type { Instant, Outbox, OutboxMessage, Settlement } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

interface Waiting {
  readonly message: OutboxMessage
  /** For a leased message, when its lease ends. */
  readonly dueAt: Instant
  readonly token: string | null
}

/** An outbox, and how to put messages into it. */
export const memoryOutbox = (): Outbox & {
  readonly put: (messages: readonly OutboxMessage[]) => void
} => {
  const waiting = new Map<string, Waiting>()
  const dead = new Map<string, Waiting>()
  const keyOf = ({ tenantId, messageId }: OutboxMessage) => JSON.stringify([tenantId, messageId])
  const put = (each: Waiting) => waiting.set(keyOf(each.message), each)

  const settle = (message: OutboxMessage, token: string, outcome: Settlement) => {
    const key = keyOf(message)
    const claimed = waiting.get(key)
    if (claimed?.token !== token) return
    waiting.delete(key)
    const attempts = claimed.message.attempts + 1
    const failed = { message: { ...claimed.message, attempts }, token: null }
    switch (outcome.type) {
      case 'Delivered':
        return
      case 'Failed':
        put({ ...failed, dueAt: outcome.dueAt })
        return
      case 'Dead':
        dead.set(key, { ...failed, dueAt: claimed.dueAt })
    }
  }

  return {
    put: (messages) => {
      for (const message of messages) put({ message, dueAt: message.recordedAt, token: null })
    },
    claim: ({ now, until, limit, token }) =>
      TE.fromIO(() => {
        const due = [...waiting.values()]
          .filter(({ dueAt }) => dueAt <= now)
          .sort((a, b) => a.message.position - b.message.position)
          .slice(0, limit)
        for (const { message } of due) put({ message, dueAt: until, token })
        return due.map(({ message }) => message)
      }),
    settle: (message, token, outcome) => TE.fromIO(() => settle(message, token, outcome)),
    nextDue: TE.fromIO(() =>
      waiting.size === 0 ? null : Math.min(...[...waiting.values()].map(({ dueAt }) => dueAt)),
    ),
  }
}
