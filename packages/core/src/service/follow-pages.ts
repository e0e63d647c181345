import type { TenantId } from '../event/index.js'
import type { EventStore, Recorded } from '../ports/index.js'
import { KalendsError } from './promise.js'

/** What to follow, from where, for how long. */
export interface FollowRequest {
  readonly tenantId: TenantId
  /** The position after which to begin: 0 for the whole log. */
  readonly after: number
  /** Ends the following. */
  readonly signal?: AbortSignal
  /** How long to wait for other processes' commits, which nobody announces. Default 1,000. */
  readonly pollMs?: number
}

/**
 * A tenant's log after a position, page by page, for ever: what is there, then what comes. No page is empty.
 *
 * Reads no further than it is asked for. Ends when `signal` aborts; throws a `KalendsError` when the store
 * fails. Whichever way it ends, it leaves no listener and no timer.
 */
export async function* followPages(
  store: EventStore,
  { tenantId, after, signal, pollMs = 1000 }: FollowRequest,
): AsyncGenerator<readonly Recorded[], void, undefined> {
  const appended = bell(store, tenantId)
  signal?.addEventListener('abort', appended.ring)
  try {
    let position = after
    while (signal?.aborted !== true) {
      const heard = appended.next(pollMs)
      const page = await store.readLog({ tenantId, after: position, limit: PAGE })()
      if (page._tag === 'Left') throw new KalendsError(page.left)
      const last = page.right.at(-1)
      if (last === undefined) {
        await heard
        continue
      }
      appended.ring()
      position = last.position
      yield page.right
    }
  } finally {
    signal?.removeEventListener('abort', appended.ring)
    appended.close()
  }
}

const PAGE = 500

/** Rings when this process commits to the tenant's log, and when the waiting has been long enough. */
const bell = (store: EventStore, tenantId: TenantId) => {
  let wake = (): void => undefined
  const ring = () => {
    wake()
  }
  const undo = store.onAppended((tenant) => {
    if (tenant === tenantId) ring()
  })
  const next = (timeoutMs: number): Promise<void> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rung = new Promise<void>((resolve) => {
      wake = resolve
      timer = setTimeout(resolve, timeoutMs)
    })
    return rung.finally(() => {
      clearTimeout(timer)
    })
  }
  const close = () => {
    undo()
    ring() // whoever no longer waits keeps no timer
  }
  return { ring, next, close }
}
