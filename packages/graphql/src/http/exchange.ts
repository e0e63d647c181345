import type { Context } from '../context/context.js'

/** One request and what is known of its answer: plugins find it out, `fetch` answers by it. */
export interface Exchange {
  readonly context: Context
  /** What the client has, by its tags; null for nothing. */
  readonly known: string | null
  readonly answered: () => Answered
  readonly answer: (answered: Answered) => void
}

/** What is known of an answer. `Untagged`: an error, or nothing that could be asked for again. */
export type Answered =
  | { readonly type: 'Untagged' }
  | { readonly type: 'Tagged'; readonly etag: string }
  | { readonly type: 'NotModified'; readonly etag: string }

/** An exchange of whose answer nothing is known yet. */
export const newExchange = (context: Context, request: Request): Exchange => {
  let answered: Answered = { type: 'Untagged' }
  return {
    context,
    known: request.headers.get('If-None-Match'),
    answered: () => answered,
    answer: (known) => {
      answered = known
    },
  }
}
