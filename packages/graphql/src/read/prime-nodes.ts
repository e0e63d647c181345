import type { Loaders } from '../context/loaders.js'
import type { EventNode } from '../event/event-node.js'

/**
 * Loads what the fields of a page's nodes will ask for, by the paths below a node that are asked, so that they are
 * resolved at once.
 */
export const primeNodes = async (
  nodes: readonly EventNode[],
  asked: (path: string) => boolean,
  { events, users, bookmarks }: Loaders,
): Promise<void> => {
  const loading: Promise<void>[] = []
  if (asked('organizer.name') || asked('organizer.email')) {
    loading.push(users.prime(nodes.map(({ event }) => event.organizer)))
  }
  if (asked('isBookmarked') || asked('ctas')) {
    loading.push(bookmarks.prime(nodes.map(({ id }) => id)))
  }
  if (asked('participants.edges') || asked('participants.pageInfo')) {
    loading.push(events.prime(nodes.filter(({ whole }) => whole === null)))
  }
  await Promise.all(loading)
}
