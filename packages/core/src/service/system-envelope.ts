import type { TenantId } from '../event/index.js'
import type { Append, Ids } from '../ports/index.js'

/** What an append says that a part of the system makes by itself: nobody can ask for it again by its id. */
export const systemEnvelope = (
  ids: Ids,
  tenantId: TenantId,
  name: string,
): Omit<Append<unknown>, 'streams'> => ({
  tenantId,
  commandId: `${name}/${ids.uuid()}`,
  fingerprint: null,
  actor: { type: 'System', name },
  causationId: null,
  correlationId: null,
})
