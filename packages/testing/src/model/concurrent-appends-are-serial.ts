import assert from 'node:assert/strict'
import type { Append, AppendFailure, Appended, EventStore, Recorded } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Step } from '../arbitraries/index.js'
import { history } from '../arbitraries/index.js'
import type { OpenStore } from '../laws/index.js'
import { appendOf, logOf, TENANT, withStore } from '../laws/index.js'
import type { AppendFault } from './faulty-append.js'
import { appendThrough } from './faulty-append.js'
import { newStoreModel } from './store-model.js'

/**
 * Appends that run at once, their calls and answers in any order, some sent again: each happens once, and the log is what
 * the same commands make one after the other, in the order in which they stand in it.
 */
export const concurrentAppendsAreSerial = (open: OpenStore) =>
  fc.asyncProperty(
    fc.scheduler(),
    history({ minLength: 5, maxLength: 20 }),
    fc.array(fc.constantFrom<AppendFault[]>('None', 'AnswerLost', 'SentTwice'), { minLength: 20 }),
    (scheduler, { steps }, faults) =>
      withStore(open, async (store) => {
        const late = reordered(scheduler, store)
        const answers = Promise.all(
          steps.map((step, nth) =>
            appendThrough(late, appendOf(TENANT, step, nth), faults[nth] ?? 'None')(),
          ),
        )
        await scheduler.waitFor(answers)
        const log = await logOf(store, TENANT)
        assert.deepEqual(log.map(eventIdOf), serially(steps, log))
        for (const [nth, answer] of (await answers).entries()) {
          const commandId = steps[nth]?.command.commandId
          assert.deepEqual(
            E.isRight(answer) ? answer.right.events : [],
            log.filter((each) => each.commandId === commandId),
          )
        }
      }),
  )

/** A store whose appends begin, and answer, when the scheduler says so. */
const reordered = (scheduler: fc.Scheduler, store: EventStore): Pick<EventStore, 'append'> => ({
  append:
    <R>(append: Append<R>): TaskEither<AppendFailure<R>, Appended> =>
    async () => {
      await scheduler.schedule(Promise.resolve(), `call ${append.commandId}`)
      const answer = await store.append(append)()
      await scheduler.schedule(Promise.resolve(), `answer ${append.commandId}`)
      return answer
    },
})

const serially = (steps: readonly Step[], log: readonly Recorded[]): readonly string[] => {
  const model = newStoreModel()
  for (const commandId of new Set(log.map((each) => each.commandId))) {
    const nth = steps.findIndex(({ command }) => command.commandId === commandId)
    const step = steps[nth]
    if (step !== undefined) model.append(step, nth)
  }
  return model.log.map(eventIdOf)
}

const eventIdOf = ({ eventId }: Pick<Recorded, 'eventId'>): string => eventId
