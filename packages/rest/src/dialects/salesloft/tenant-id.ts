/** A tenant's id as a number where it is one that a number holds, else as it is. */
export const tenantIdOf = (tenantId: string): number | string =>
  NUMERIC.test(tenantId) && Number.isSafeInteger(Number(tenantId)) ? Number(tenantId) : tenantId

/** Written as JSON writes it, so that no two tenants print alike. */
const NUMERIC = /^(?:0|[1-9]\d{0,15})$/
