import type { EventStore, Recorded } from '../ports/index.js'
import type { FollowRequest } from './follow-pages.js'
import { followPages } from './follow-pages.js'

/**
 * Every domain event of a tenant after a position, in order, for ever: what is there, then what comes.
 *
 * Misses none and repeats none. Ends when the request's `signal` aborts; throws a `KalendsError` when the
 * store fails.
 */
export async function* follow(
  store: EventStore,
  request: FollowRequest,
): AsyncGenerator<Recorded, void, undefined> {
  for await (const page of followPages(store, request)) yield* page
}
