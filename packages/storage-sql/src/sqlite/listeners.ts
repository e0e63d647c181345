import type { EventStore, TenantId } from '@kalends/core'
import { perform } from '../sql/driver-failure.js'

/** Who is called back after a commit. */
export interface Listeners {
  readonly add: EventStore['onAppended']
  /** A listener that throws is no reason not to tell the others, nor to fail what is on disk. */
  readonly tell: (tenantId: TenantId, position: number) => void
}

/** Nobody yet. */
export const listenersOf = (): Listeners => {
  const listeners = new Map<symbol, (tenantId: TenantId, position: number) => void>()
  return {
    add: (listener) => {
      const key = Symbol('listener')
      listeners.set(key, listener)
      return () => void listeners.delete(key)
    },
    tell: (tenantId, position) => {
      for (const listener of listeners.values()) {
        perform(() => listener(tenantId, position))
      }
    },
  }
}
