import type { DeadTo, Instant, Outbox, OutboxMessage, Settlement } from '@kalends/core'
import { audienceOf } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

interface Waiting {
  readonly message: OutboxMessage
  /** For a leased message, when its lease ends. */
  readonly dueAt: Instant
  readonly token: string | null
}

interface Dead extends Waiting {
  readonly reason: string
}

/** An outbox, and how to put messages into it. */
export const memoryOutbox = (): Outbox & {
  readonly put: (messages: readonly OutboxMessage[]) => void
} => {
  const waiting = new Map<string, Waiting>()
  const dead = new Map<string, Dead>()
  const keyOf = ({ tenantId, messageId }: Pick<OutboxMessage, 'tenantId' | 'messageId'>) =>
    JSON.stringify([tenantId, messageId])
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
        dead.set(key, { ...failed, dueAt: claimed.dueAt, reason: outcome.reason })
    }
  }

  return {
    put: (messages) => {
      for (const message of messages) put({ message, dueAt: message.recordedAt, token: null })
    },
    claim: ({ now, until, limit, token, audience }) =>
      TE.fromIO(() => {
        const due = [...waiting.values()]
          .filter(({ dueAt, message }) => dueAt <= now && isTo(audience, message))
          .sort((a, b) => a.message.position - b.message.position)
          .slice(0, limit)
        for (const { message } of due) put({ message, dueAt: until, token })
        return due.map(({ message }) => message)
      }),
    settle: (message, token, outcome) => TE.fromIO(() => settle(message, token, outcome)),
    nextDue: TE.fromIO(() => earliest([...waiting.values()])),
    nextDueTo: (audience) =>
      TE.fromIO(() =>
        earliest([...waiting.values()].filter(({ message }) => isTo(audience, message))),
      ),
    dead: ({ limit, ...to }) =>
      TE.fromIO(() =>
        [...dead.values()]
          .filter(({ message }) => isDeadTo(to, message))
          .sort((a, b) => a.message.position - b.message.position)
          .slice(0, limit)
          .map(({ message, reason }) => ({ message, reason })),
      ),
    revive: ({ messageId, dueAt, ...to }) =>
      TE.fromIO(() => {
        const key = keyOf({ tenantId: to.tenantId, messageId })
        const found = dead.get(key)
        if (found === undefined || !isDeadTo(to, found.message)) return 'NotThere'
        dead.delete(key)
        put({ message: { ...found.message, attempts: 0 }, dueAt, token: null })
        return 'Revived'
      }),
  }
}

const earliest = (waiting: readonly Waiting[]): Instant | null =>
  waiting.length === 0 ? null : Math.min(...waiting.map(({ dueAt }) => dueAt))

const isTo = (audience: DeadTo['audience'] | undefined, message: OutboxMessage): boolean =>
  audience === undefined || audienceOf(message) === audience

const isDeadTo = ({ tenantId, audience, recipient }: DeadTo, message: OutboxMessage): boolean =>
  message.tenantId === tenantId && message.recipient === recipient && isTo(audience, message)
