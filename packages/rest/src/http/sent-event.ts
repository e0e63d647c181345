/** A message to a client; or a mark: an id to go on from, with nothing to tell. */
export type SentEvent =
  | {
      readonly type: 'Message'
      readonly id: string
      /** Of one line, as is `data`. */
      readonly event: string
      readonly data: string
    }
  | { readonly type: 'Mark'; readonly id: string }
