import type { TenantEvent } from '@kalends/core'

/** The bots that were sent to an event: none, while nothing sends any. */
export const botsOf = (_row: TenantEvent): readonly Readonly<Record<string, unknown>>[] => []
