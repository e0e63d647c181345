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
  /** Of how many users one request may ask when they are busy. Default 50. */
  readonly freeBusyUsers: number
  /** How long the time may be of which it asks. Default 366 days. */
  readonly freeBusyMs: number
  /** How long a stream is silent at most. Default 15 seconds. */
  readonly heartbeatMs: number
  /** How long a stream lasts: who goes on is authenticated anew. Default an hour. */
  readonly streamMs: number
}

/** What holds unless an embedder says otherwise. */
export const defaultNativeLimits: NativeLimits = {
  titleLength: 200,
  patchTitleLength: 100,
  pageLimitDefault: 50,
  pageLimitMax: 100,
  bodyBytes: 1_048_576,
  freeBusyUsers: 50,
  freeBusyMs: 366 * 86_400_000,
  heartbeatMs: 15_000,
  streamMs: 3_600_000,
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
  /** Ends every stream, when the host stops. Without it they end with their clients. */
  readonly stopping?: AbortSignal
}

/** What the endpoints are made of, with every default filled in. */
export interface NativeParts {
  readonly calendar: CalendarService
  readonly directory: Directory
  readonly limits: NativeLimits
  readonly onFault: (fault: Fault) => void
  readonly stopping: AbortSignal | null
}
