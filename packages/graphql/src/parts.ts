import { randomBytes } from 'node:crypto'
import type { CalendarService, Clock, Directory } from '@kalends/core'
import { systemClock } from '@kalends/core'
import type { Bookmarks } from './context/bookmarks.js'
import type { Fault, GraphqlLimits, GraphqlOptions } from './options.js'
import { defaultGraphqlLimits } from './options.js'
import { toConsole } from './to-console.js'

/** What resolvers are made of, with every default filled in. */
export interface GraphqlParts {
  readonly calendar: CalendarService
  readonly directory: Directory
  readonly bookmarks: Bookmarks | null
  readonly clock: Clock
  readonly secret: string
  readonly limits: GraphqlLimits
  readonly onFault: (fault: Fault) => void
  readonly stopping: AbortSignal | null
}

/** Fills in the defaults. */
export const partsOf = (options: GraphqlOptions): GraphqlParts => ({
  calendar: options.calendar,
  directory: options.directory,
  bookmarks: options.bookmarks ?? null,
  clock: options.clock ?? systemClock,
  secret: options.secret ?? randomBytes(32).toString('base64url'),
  limits: { ...defaultGraphqlLimits, ...options.limits },
  onFault: options.onFault ?? toConsole,
  stopping: options.stopping ?? null,
})
