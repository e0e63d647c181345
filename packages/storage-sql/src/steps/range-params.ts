import type { ClosedWindow } from '@kalends/core'
import type { Branch } from './listing-branch.js'
import type { RangeParams } from './listing-range.js'

/** Whose rows, as of when, in which window. */
export interface Bounded {
  readonly tenantId: string
  readonly userId: string
  readonly position: number
  readonly window: ClosedWindow
}

/** What is bound to a statement over these index ranges. */
export const rangeParams = (bounded: Bounded, branches: readonly Branch[]): RangeParams => {
  const { tenantId, userId, position, window } = bounded
  const { endFrom, endTo, points } = window
  const fields = branches.flatMap((branch, index) =>
    Object.entries(branch).map(([name, value]) => [`${name}${index}`, value] as const),
  )
  const numbered: Readonly<Record<string, string | number>> = Object.fromEntries(fields)
  return { tenantId, userId, position, endFrom, endTo, points, ...numbered }
}
