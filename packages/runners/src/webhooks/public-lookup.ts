import type { WebhookTargets } from '@kalends/core'
import { isPublicAddress } from '@kalends/core'
import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** Finds the addresses of a name, as `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true },
  callback: (
    failure: NodeJS.ErrnoException | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void

/** What a connection fails with that would lead to an address which is not public. */
export const NOT_PUBLIC = 'ERR_NOT_PUBLIC'

/**
 * Looks a name up for a connection, which then goes to the very address that was judged: what the name stands for a moment
 * later does not matter. One address that is not public refuses the name.
 */
export const judgedLookup =
  (targets: WebhookTargets, resolve: Resolve = lookup): LookupFunction =>
  (hostname, { all }, callback) =>
    resolve(hostname, { all: true }, (failure, addresses) => {
      const [first] = addresses
      if (failure !== null || first === undefined) {
        callback(failure ?? new Error('no address'), '')
        return
      }
      if (targets === 'Public' && !addresses.every(({ address }) => isPublicAddress(address))) {
        callback(Object.assign(new Error('not public'), { code: NOT_PUBLIC }), '')
        return
      }
      if (all === true) callback(null, [...addresses])
      else callback(null, first.address, first.family)
    })
