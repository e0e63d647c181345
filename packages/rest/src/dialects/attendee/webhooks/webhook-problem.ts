import type { UrlFlaw, WebhookFailure, WebhookRejection } from '@kalends/core'
import type { Failure, Problem } from '../../../problem/index.js'
import { fieldErrorOf, invalid, invalidAt, refused } from '../../../problem/index.js'

/** What went wrong with webhooks, as the dialect says it. */
export const failureOf = (failure: WebhookFailure): Failure =>
  failure.type === 'Rejected' ? refused(problemOfRejection(failure.rejection)) : failure

const problemOfRejection = (rejection: WebhookRejection): Problem => {
  switch (rejection.type) {
    case 'InvalidFields':
      return invalid(rejection.problems.map(fieldErrorOf))
    case 'UnusableUrl':
      return invalidAt('/url', `Invalid url. ${WORDS[rejection.flaw]}`)
    case 'TooManyWebhooks':
      return invalidAt('/url', `A project may have at most ${rejection.limit} webhooks.`)
    case 'NotFound':
      return { code: 'NOT_FOUND' }
    case 'TooSoon':
      return { code: 'SERVICE_UNAVAILABLE', headers: { 'Retry-After': '1' } }
  }
}

const WORDS: Readonly<Record<UrlFlaw, string>> = {
  Malformed: 'Use an absolute https URL without a fragment (e.g., https://example.com/hook)',
  NotHttps: 'Use https (e.g., https://example.com/hook)',
  HasCredentials: 'It must not hold a user name or a password; messages are signed instead.',
  NotPublic: 'Its host must be public: no private, local or reserved address or name.',
}
