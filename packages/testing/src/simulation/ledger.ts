import type { Recorded, TenantId } from '@kalends/core'
import { expectThat } from './expect.js'
import type { LogModel } from './log-model.js'
import type { Outcome } from './world.js'

/** What clients were told of their commands, and whether the log says the same. */
export interface Ledger {
  readonly report: (outcome: Outcome) => void
  /** Checks what was reported since. */
  readonly check: () => void
  /** Checks everything once more. */
  readonly checkAll: () => void
  readonly counts: () => { readonly commands: number; readonly refused: number }
}

/** A ledger beside the logs. */
export const newLedger = (model: (tenantId: TenantId) => LogModel): Ledger => {
  const all: Outcome[] = []
  let checked = 0
  const checkOne = (outcome: Outcome) => checkOutcome(outcome, model(outcome.command.tenantId))
  return {
    report: (outcome) => void all.push(outcome),
    check: () => {
      all.slice(checked).forEach(checkOne)
      checked = all.length
    },
    checkAll: () => all.forEach(checkOne),
    counts: () => ({
      commands: all.length,
      refused: all.filter(({ type }) => type === 'Refused').length,
    }),
  }
}

const checkOutcome = (outcome: Outcome, model: LogModel): void => {
  const { command } = outcome
  const run = model.runOf(`${command.actor}/${command.commandId ?? ''}`)?.events ?? []
  if (outcome.type === 'Refused') {
    expectThat('what was refused left nothing', {
      holds: run.length === 0,
      detail: () => JSON.stringify([command, run]),
    })
    return
  }
  const { changed, position, event } = outcome.executed
  const last = run.at(-1)?.position ?? 0
  expectThat('what was acknowledged is in the log', {
    holds:
      (!changed || run.length > 0) &&
      position >= last &&
      model.stateAt(event.uid, position).type !== 'Absent',
    detail: () => JSON.stringify([command, changed, position, run]),
  })
  if (command.type === 'AnswerEvent' && run.length > 0) {
    expectThat('no answer is lost', {
      holds: run.some((each) => isAnswerOf(each, command.actor)),
      detail: () => JSON.stringify([command, run]),
    })
  }
}

const isAnswerOf = ({ happened }: Recorded, userId: string): boolean =>
  (happened.type === 'Answered' || happened.type === 'OccurrenceAnswered') &&
  happened.userId === userId
