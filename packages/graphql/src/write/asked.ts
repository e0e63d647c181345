import type { Viewer } from '@kalends/core'

/** What every command's input may say about itself. */
export interface AskedInput {
  readonly commandId?: string | null | undefined
  readonly ifRevision?: number | null | undefined
}

/** What every command says about itself, as core has it. */
export const envelopeOf = ({ tenantId, userId }: Viewer, { commandId }: AskedInput) => ({
  tenantId,
  actor: userId,
  ...(commandId === null || commandId === undefined ? {} : { commandId }),
})

/** The revision that a command is willing to change. */
export const preconditionOf = ({ ifRevision }: AskedInput) =>
  ifRevision === null || ifRevision === undefined ? {} : { ifRevision: [ifRevision] }
