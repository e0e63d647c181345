import type { CalendarService, Ids, OutboxMessage } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Caller } from './call.js'
import { scheduledCall } from './call.js'
import type { Random } from './random.js'
import { scheduledStore } from './scheduled-store.js'
import type { SimulatedStorage, SimulationSubject } from './subject.js'
import type { VirtualTime } from './virtual-time.js'

/** A facade with its runners, over a store handle of its own. */
export interface Process {
  readonly name: string
  readonly calendar: CalendarService
  /** Resolves when it is killed. */
  readonly died: Promise<undefined>
  /** It never goes on. What it wrote stays. */
  readonly kill: () => Promise<void>
}

/** What processes share. */
export interface ProcessParts {
  readonly subject: SimulationSubject
  readonly storage: SimulatedStorage
  readonly time: VirtualTime
  readonly ids: Ids
  readonly random: Random
  readonly caller: (name: string) => Caller
  /** A message has reached its recipient. */
  readonly delivered: (message: OutboxMessage) => void
}

/** How far back the simulated services can be read. */
const RETENTION_MS = 30_000

/** Starts a process. */
export const startProcess = async (parts: ProcessParts, name: string): Promise<Process> => {
  const { subject, storage, time, ids, random } = parts
  const caller = parts.caller(name)
  const handle = await storage.open()
  const store = scheduledStore(caller, handle.store)
  const secret = 'the same in every process'
  const shared = { store, clock: time, ids, retentionMs: RETENTION_MS }
  const calendar = createCalendar({ ...shared, secret })
  const died = Promise.withResolvers<undefined>()
  subject.startRunners({ ...shared, calendar, random, notifier: notifierOf(caller, parts) })
  return {
    name,
    calendar,
    died: died.promise,
    kill: async () => {
      caller.scheduler.drop(name)
      died.resolve(undefined)
      await handle.close()
    },
  }
}

const notifierOf = (caller: Caller, { delivered }: ProcessParts) => ({
  notify: (message: OutboxMessage) =>
    scheduledCall(caller, {
      name: `notify ${message.messageId}`,
      task: TE.fromIO(() => delivered(message)),
      failure: (reason: string) => ({ type: 'Transient', reason }) as const,
    }),
})
