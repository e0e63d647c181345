import type { CalendarService, Directory } from '@kalends/core'
import type { Authenticate, Fault } from '../http/index.js'

/** The bounds that the native contract sets beside core's own. */
export interface NativeLimits {
  /** Of a title in a create, in code points. Default 200. */
  readonly titleLength: number
  /** Of a title in a patch that names it. Default 100. */
  readonly patchTitleLength: number
  /** How many items a page has unless it says otherwise. Default 50. */
  readonly pageLimitDefault: number
  /** How many items a page may have. Default 100. */
  readonly pageLimitMax: number
  /** How large a body may be. Default 1 MiB. */
  readonly bodyBytes: number
}

/** What holds unless an embedder says otherwise. */
export const defaultNativeLimits: NativeLimits = {
  titleLength: 200,
  patchTitleLength: 100,
  pageLimitDefault: 50,
  pageLimitMax: 100,
  bodyBytes: 1_048_576,
}

/** What the native contract is served with. */
export interface NativeOptions {
  readonly calendar: CalendarService
  /** Names and addresses of participants. An answer does without them while the directory fails. */
  readonly directory: Directory
  readonly authenticate: Authenticate
  readonly limits?: Partial<NativeLimits>
  /** Is told of exceptions and of what stores and directories say of their trouble. Default: the console. */
  readonly onFault?: (fault: Fault) => void
}

/** What the endpoints are made of, with every default filled in. */
export interface NativeParts {
  readonly calendar: CalendarService
  readonly directory: Directory
  readonly limits: NativeLimits
  readonly onFault: (fault: Fault) => void
}
