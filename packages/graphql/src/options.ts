import type { CalendarService, Clock, Directory } from '@kalends/core'
import type { Bookmarks } from './context/bookmarks.js'
import type { Authenticate, Identity } from './http/identity.js'

/** How much one request may ask. All bounds are included. */
export interface GraphqlLimits {
  /** How many edges a connection has unless it is asked for a number. Default 25. */
  readonly pageSizeDefault: number
  /** How many edges may be asked for. Default 100. */
  readonly pageSizeMax: number
  /** How far `toDate` lies after `fromDate` when it is left out. Default 1. */
  readonly windowYearsDefault: number
  /** How many years from now a window may reach. Default 5. */
  readonly horizonYears: number
  /** How long cursors live, at most the calendar's retention. Default 24 hours. */
  readonly cursorAgeMs: number
  /** How large a request's body may be. Default 128 KiB. */
  readonly bodyBytes: number
  /** How many tokens a document may have. Default 2000. */
  readonly tokens: number
  /** How deep fields may be nested, fragments spread. Default 16. */
  readonly depth: number
  /** Default 30. */
  readonly aliases: number
  /** Default 30. */
  readonly directives: number
  /** How many values an answer may have, as `first` and `last` tell. Default 50,000. */
  readonly cost: number
  /** Of how many users one request may ask when they are busy. Default 50. */
  readonly freeBusyUsers: number
  /** How long the time may be of which it asks. Default 366 days. */
  readonly freeBusyMs: number
  /** How many participants one request may take out. Default 50. */
  readonly uninvited: number
  /** How long a subscription lasts: who goes on is authenticated anew. Default an hour. */
  readonly subscriptionMs: number
}

/** What holds unless an embedder says otherwise. */
export const defaultGraphqlLimits: GraphqlLimits = {
  pageSizeDefault: 25,
  pageSizeMax: 100,
  windowYearsDefault: 1,
  horizonYears: 5,
  cursorAgeMs: 86_400_000,
  bodyBytes: 131_072,
  tokens: 2000,
  depth: 16,
  aliases: 30,
  directives: 30,
  cost: 50_000,
  freeBusyUsers: 50,
  freeBusyMs: 366 * 86_400_000,
  uninvited: 50,
  subscriptionMs: 3_600_000,
}

/** What went wrong inside: an exception, or what a store or a directory said of its trouble. */
export interface Fault {
  readonly cause: unknown
  /** Where: an operation, or a part of the host's. */
  readonly at: string
}

/** Documents that are known by an id. */
export interface Persisted {
  /** The document, or null when the id names none. */
  readonly document: (id: string) => string | null
  /** Whether documents that are sent as text are run too. */
  readonly others: 'Allowed' | 'Refused'
}

/** What the GraphQL facade is served with. Only the first three are needed. */
export interface GraphqlOptions {
  readonly calendar: CalendarService
  /** Names and addresses of users. An answer does without them while the directory fails. */
  readonly directory: Directory
  readonly authenticate: Authenticate
  /** Whether a user may read calendars at all. Default: whoever is authenticated. */
  readonly permits?: (identity: Identity) => boolean
  /** Without it nothing is bookmarked, and `toggleBookmark` is refused. */
  readonly bookmarks?: Bookmarks
  readonly persisted?: Persisted
  /** Default `On`. */
  readonly introspection?: 'On' | 'Off'
  /** The page that browsers are given at the endpoint, as HTML. Default: none. */
  readonly graphiql?: () => string | Promise<string>
  readonly limits?: Partial<GraphqlLimits>
  readonly clock?: Clock
  /** Signs the cursors of participants. Default: random, so that they end with the process. */
  readonly secret?: string
  /** Is told of what callers must not see. Default: the console. */
  readonly onFault?: (fault: Fault) => void
  /** Ends every subscription, when the host stops. Without it they end with their clients. */
  readonly stopping?: AbortSignal
}
