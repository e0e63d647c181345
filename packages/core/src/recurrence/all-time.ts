import type { LocalRange } from './compiled-rule.js'

/** The years 1 to 9999, which hold every occurrence. */
export const ALL_TIME: LocalRange = { from: -62_135_596_800, to: 253_402_300_800 }

/** As much of `range` as there is time. */
export const inAllTime = ({ from, to }: LocalRange): LocalRange => ({
  from: Math.max(from, ALL_TIME.from),
  to: Math.min(to, ALL_TIME.to),
})
