import { closeWindow, everything, holds } from '@kalends/core'
import type { ListingFault } from './pages-faults.js'
import { faultyPages } from './pages-faults.js'

/** No zone is further from UTC. */
const FURTHEST_MS = 15 * 3_600_000

/** Looks for a moved occurrence where it was before. PAGE-008 must reject it. */
export const matchesMovedByTheirOldSlot: ListingFault = faultyPages((pages) => async (request) => {
  const page = await pages(request)
  const window = closeWindow(request.filter?.window ?? everything)
  const items = page.items.filter(({ recurrenceId, start, end }) => {
    if (recurrenceId === null) return true
    const slot = Date.parse(`${recurrenceId}Z`)
    const isMoved = Math.abs(slot - start) > FURTHEST_MS
    return !isMoved || holds(window, slot, slot + end - start)
  })
  return { ...page, items }
})
