import type { CalendarService, Directory, SyncWindow, Webhooks } from '@kalends/core'
import { DAY_MS } from '@kalends/core'
import type { Fault, Identity } from '../../http/index.js'
import type { DialectHost } from '../../kit/index.js'
import { toConsole } from '../../kit/index.js'

/** What the attendee.dev dialect is served with. */
export interface AttendeeOptions extends DialectHost {
  readonly calendar: CalendarService
  /** Names and addresses of participants. An answer does without them while the directory fails. */
  readonly directory: Directory
  /** Who may see every event of the tenant. Default: whose scopes have `*` or `tenant:read`. */
  readonly maySeeTenant?: (identity: Identity) => boolean
  /** Who may send bots. Default: whose scopes have `*` or `tenant:bots`. */
  readonly maySendBots?: (identity: Identity) => boolean
  /** Which occurrences of series are rows. Default: from 1 day before now up to 28 days after it. */
  readonly syncWindow?: SyncWindow
  /**
   * Where callers reach the API, with the path that it is mounted under: what `next` and `previous` begin with. Default: what the
   * request says, which behind a proxy may be another host.
   */
  readonly baseUrl?: string
  /** Serves the webhooks of tenants. Without it there are none. */
  readonly webhooks?: Webhooks
}

/** What the endpoints are made of, with every default filled in. */
export interface AttendeeParts {
  readonly calendar: CalendarService
  readonly directory: Directory
  readonly maySeeTenant: (identity: Identity) => boolean
  readonly maySendBots: (identity: Identity) => boolean
  readonly syncWindow: SyncWindow
  readonly baseUrl: string | null
  readonly webhooks: Webhooks | null
  readonly onFault: (fault: Fault) => void
}

/** Fills in the defaults. */
export const attendeeParts = (options: AttendeeOptions): AttendeeParts => ({
  calendar: options.calendar,
  directory: options.directory,
  maySeeTenant: options.maySeeTenant ?? hasScope('tenant:read'),
  maySendBots: options.maySendBots ?? hasScope('tenant:bots'),
  syncWindow: options.syncWindow ?? { backMs: DAY_MS, aheadMs: 28 * DAY_MS },
  baseUrl: options.baseUrl ?? null,
  webhooks: options.webhooks ?? null,
  onFault: options.onFault ?? toConsole,
})

const hasScope =
  (scope: string) =>
  ({ scopes }: Identity): boolean =>
    scopes.includes('*') || scopes.includes(scope)
