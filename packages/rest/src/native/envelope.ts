import type { Identity } from '../http/index.js'

/** What every command says about itself. */
export const envelopeOf = ({
  identity,
  commandId,
}: {
  readonly identity: Identity
  readonly commandId: string | undefined
}) => ({
  tenantId: identity.tenantId,
  actor: identity.userId,
  ...(commandId === undefined ? {} : { commandId }),
})

/** The revisions a command is willing to change. */
export const preconditionOf = ({
  ifRevision,
}: {
  readonly ifRevision: readonly number[] | undefined
}) => (ifRevision === undefined ? {} : { ifRevision })

/** The one who reads. */
export const viewerOf = ({ tenantId, userId }: Identity) => ({ tenantId, userId })
