import type { Runner } from '../loop/index.js'
import { followTenants } from '../loop/index.js'
import type { AnnounceChangesOptions, AnnouncementError } from './announcing.js'
import { announcingOf } from './announcing.js'
import { followChanges } from './follow-changes.js'

/**
 * Tells the webhooks of every tenant what changes, now and as it comes, until it is stopped: at once, and then at most once in
 * `debounceMs`.
 *
 * An announcement is a domain event that brings its messages with it, so each stretch of the log is told once, also
 * after a crash and when several processes run this. A tenant without webhooks costs a look at its head.
 */
export const announceChanges = (options: AnnounceChangesOptions): Runner => {
  const announcing = announcingOf(options)
  return followTenants<AnnouncementError['failure'], AnnouncementError>({
    ...announcing,
    follow: (tenantId) => followChanges(announcing, tenantId),
    errorOf: (tenantId, failure) => ({ type: 'AnnouncementError', tenantId, failure }),
  })
}
