import type { TenantId } from '../../event/index.js'
import type { Append } from '../../ports/index.js'
import type { Parts } from '../parts.js'

/** Under which name the log says what bots, and those who send them, report. */
const BOTS = 'bots'

/** What an append says that no user asked for: nobody can ask for it again by its id. */
export const botEnvelope = (
  { ids }: Pick<Parts, 'ids'>,
  tenantId: TenantId,
): Omit<Append<unknown>, 'streams'> => ({
  tenantId,
  commandId: `${BOTS}/${ids.uuid()}`,
  fingerprint: null,
  actor: { type: 'System', name: BOTS },
  causationId: null,
  correlationId: null,
})
