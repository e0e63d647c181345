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
 * Every domain event of a tenant after a position, in order, for ever: what is there, then what comes.
 *
 * Misses none and repeats none. Ends when `signal` aborts; throws a `KalendsError` when the store fails.
 */
export async function* follow(
  store: EventStore,
  { tenantId, after, signal, pollMs = 1000 }: FollowRequest,
): AsyncGenerator<Recorded, void, undefined> {
  const appended = bell(store, tenantId)
  const abort = () => {
    appended.ring()
  }
  signal?.addEventListener('abort', abort)
  try {
    let position = after
    while (signal?.aborted !== true) {
      const heard = appended.next(pollMs)
      const page = await store.readLog({ tenantId, after: position, limit: PAGE })()
      if (page._tag === 'Left') throw new KalendsError(page.left)
      for (const recorded of page.right) {
        position = recorded.position
        yield recorded
      }
      if (page.right.length === 0) await heard.rung
      else heard.forget()
    }
  } finally {
    signal?.removeEventListener('abort', abort)
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
  const close = store.onAppended((tenant) => {
    if (tenant === tenantId) ring()
  })
  const next = (timeoutMs: number) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rung = new Promise<void>((resolve) => {
      wake = resolve
      timer = setTimeout(resolve, timeoutMs)
    }).finally(() => {
      clearTimeout(timer)
    })
    return { rung, forget: ring }
  }
  return { ring, next, close }
}
