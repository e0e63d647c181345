import type { TenantId } from '@kalends/core'
import { checkOutcome } from './check-outcome.js'
import type { LogModel } from './log-model.js'
import type { Outcome } from './world.js'

/** What clients were told of their commands, and whether the log says the same. */
export interface Ledger {
  readonly report: (outcome: Outcome) => void
  /** Checks what was reported since. */
  readonly check: () => void
  /** Checks everything once more. */
  readonly checkAll: () => void
  readonly counts: () => Readonly<Record<'commands' | 'refused' | 'imports' | 'learning', number>>
}

/** A ledger beside the logs. */
export const newLedger = (model: (tenantId: TenantId) => LogModel): Ledger => {
  const all: Outcome[] = []
  let checked = 0
  const checkOne = (outcome: Outcome) => checkOutcome(outcome, model(tenantOf(outcome)))
  return {
    report: (outcome) => void all.push(outcome),
    check: () => {
      all.slice(checked).forEach(checkOne)
      checked = all.length
    },
    checkAll: () => all.forEach(checkOne),
    counts: () => ({
      commands: all.length,
      refused: all.filter(isRefused).length,
      imports: all.filter(isImport).length,
      learning: all.filter(({ type }) => type === 'Settled').length,
    }),
  }
}

const tenantOf = (outcome: Outcome): TenantId =>
  outcome.type === 'Settled' ? outcome.tenantId : outcome.command.tenantId

const isRefused = (outcome: Outcome): boolean =>
  outcome.type === 'Settled' ? outcome.came === null : outcome.type === 'Refused'

const isImport = (outcome: Outcome): boolean =>
  outcome.type !== 'Settled' && outcome.command.type.includes('Import')
