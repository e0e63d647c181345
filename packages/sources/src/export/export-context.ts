import type { DirectoryUser, UserId } from '@kalends/core'

/** For whom events are written, and what is known of the users in them. */
export interface ExportContext {
  /** Where the participant list is hidden, they get the organizer and themselves. */
  readonly viewer: UserId
  /** Names and addresses; who is not among them is `urn:x-user:<id>`. Default: nobody is. */
  readonly users?: ReadonlyMap<UserId, DirectoryUser>
  /** PRODID: which program writes. Default: `-//Kalends//EN`. */
  readonly product?: string
}
