import type { EventCommand, Recorded } from '@kalends/core'
import { expectThat } from './expect.js'
import type { LogModel } from './log-model.js'
import type { Outcome } from './world.js'

/** Whether the log says what a client was told. */
export const checkOutcome = (outcome: Outcome, model: LogModel): void => {
  const run = model.runOf(runIdOf(outcome))?.events ?? []
  const checked = { run, model }
  if (outcome.type === 'Acknowledged') checkCommand(outcome, checked)
  else if (outcome.type === 'Settled' && outcome.came !== null) checkSettled(outcome, checked)
  else leftNothing(outcome, checked)
}

interface Checked {
  readonly run: readonly Recorded[]
  readonly model: LogModel
}

type OutcomeOf<T> = Extract<Outcome, { readonly type: T }>

const runIdOf = (outcome: Outcome): string =>
  outcome.type === 'Settled'
    ? outcome.commandId
    : `${outcome.command.actor}/${outcome.command.commandId ?? ''}`

const leftNothing = (outcome: Outcome, { run }: Checked): void =>
  expectThat('what was refused left nothing', {
    holds: run.length === 0,
    detail: () => JSON.stringify([outcome, run]),
  })

const checkCommand = ({ command, executed }: OutcomeOf<'Acknowledged'>, checked: Checked): void => {
  const { changed, position, event } = executed
  const { run, model } = checked
  expectThat('what was acknowledged is in the log', {
    holds: isThere(executed, run) && model.stateAt(event.uid, position).type !== 'Absent',
    detail: () => JSON.stringify([command, changed, position, run]),
  })
  if (command.type === 'AnswerEvent' && run.length > 0) {
    expectThat('no answer is lost', {
      holds: run.some((each) => isAnswerOf(each, command.actor)),
      detail: () => JSON.stringify([command, run]),
    })
  }
  newestHolds(command, event.uid, model)
}

const isThere = (
  { changed, position }: { readonly changed: boolean; readonly position: number },
  run: readonly Recorded[],
): boolean => (!changed || run.length > 0) && position >= (run.at(-1)?.position ?? 0)

const isAnswerOf = ({ happened }: Recorded, userId: string): boolean =>
  (happened.type === 'Answered' || happened.type === 'OccurrenceAnswered') &&
  happened.userId === userId

/** Whatever came later: what was taken over is never older than what was acknowledged. */
const newestHolds = (command: EventCommand, uid: string, model: LogModel): void => {
  if (command.type !== 'ImportEvent') return
  const state = model.stateAt(uid, model.log().length)
  const known = state.type === 'Absent' ? null : (state.event.source?.updatedAt ?? null)
  const { updatedAt } = command.source
  expectThat('the newest import holds', {
    holds: updatedAt === null || (known !== null && known >= updatedAt),
    detail: () => JSON.stringify([command, known]),
  })
}

const checkSettled = (outcome: OutcomeOf<'Settled'>, { run }: Checked): void => {
  const { came, learnerId } = outcome
  if (came === null) return
  expectThat('what was acknowledged is in the log', {
    holds: isThere(came, run),
    detail: () => JSON.stringify([outcome, run]),
  })
  if (learnerId === null || run.length === 0) return
  expectThat('no registration is lost', {
    holds: run.some(
      ({ happened }) => happened.type === 'Registered' && happened.learnerId === learnerId,
    ),
    detail: () => JSON.stringify([outcome, run]),
  })
}
