import { v7 } from 'uuid'

/** Where new ids come from. */
export interface Ids {
  /** A UUID of version 7. @see https://www.rfc-editor.org/rfc/rfc9562#section-5.7 */
  readonly uuid: () => string
}

/** Random ids that sort by the time they were made. */
export const randomIds: Ids = { uuid: () => v7() }
