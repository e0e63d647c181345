import type { WebhookContent } from '@kalends/core'

/** The body of a webhook. `idempotency_key` is its message's id: the same on every delivery of one. */
export type WebhookPayload = { readonly idempotency_key: string } & (
  | {
      readonly trigger: 'calendar.events_update'
      readonly data: { readonly change_token: string }
    }
  | {
      readonly trigger: 'calendar.state_change'
      readonly calendar_id: string
      readonly data: { readonly state: 'connected' | 'disconnected' }
    }
)

/** What a webhook is sent: that something happened, and where to ask what. @see https://docs.attendee.dev/guides/webhooks */
export const payloadOf = (messageId: string, content: WebhookContent): WebhookPayload => {
  const key = { idempotency_key: messageId }
  switch (content.trigger) {
    case 'EventsUpdate':
      return {
        ...key,
        trigger: 'calendar.events_update',
        data: { change_token: content.changeToken },
      }
    case 'StateChange':
      return {
        ...key,
        trigger: 'calendar.state_change',
        calendar_id: `cal_${content.calendarId}`,
        data: { state: content.connection === 'Connected' ? 'connected' : 'disconnected' },
      }
  }
}
