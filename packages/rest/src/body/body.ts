/** A Delta as Quill writes it: `{ ops: [...] }`. */
export interface DeltaContent {
  readonly ops: readonly unknown[]
}

/** The rich text of an event's description, in the one format it was given in. */
export type Body =
  | { readonly format: 'Plain' | 'Html'; readonly content: string }
  | { readonly format: 'Delta'; readonly content: DeltaContent }

/** The name of a format on the wire. */
export type BodyFormat = 'PLAIN' | 'HTML' | 'DELTA'

/** A body as a client sends it: nothing is known of `content` yet. */
export interface WireBody {
  readonly format: BodyFormat
  readonly content: unknown
}

/** A body as a client receives it. */
export type RenderedBody =
  | { readonly format: 'PLAIN' | 'HTML'; readonly content: string }
  | { readonly format: 'DELTA'; readonly content: DeltaContent }

/** Why a body was refused, and where: `pointer` is a JSON Pointer into the request. */
export interface BodyProblem {
  readonly pointer: string
  readonly detail: string
}
