import { users } from '../arbitraries/index.js'
import type { ListingFault } from './pages-faults.js'
import { faultyPages } from './pages-faults.js'

/** Says beside its rows what others have at the same time. PAGE-009 must reject it. */
export const namesThemBesideTheRows: ListingFault = faultyPages((pages) => async (request) => {
  const page = await pages(request)
  if (request.cursor !== undefined) return page
  const { tenantId } = request.viewer
  const theirs = await Promise.all(
    users.map((userId) => pages({ ...request, viewer: { tenantId, userId } })),
  )
  return { ...page, busy: theirs.flatMap(({ items }) => items) }
})
