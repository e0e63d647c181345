import type { CalendarService, Directory } from '@kalends/core'
import type { DialectHost } from '../../kit/index.js'

/** What the Salesloft dialect is served with. */
export interface SalesloftOptions extends DialectHost {
  readonly calendar: CalendarService
  /** Names and addresses of participants. An answer does without them while the directory fails. */
  readonly directory: Directory
}
