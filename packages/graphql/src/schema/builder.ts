import type { Instant, Stamp, TimeZoneId } from '@kalends/core'
import SchemaBuilder from '@pothos/core'
import type { Context } from '../context/context.js'

/** What scalars are inside. An index is asked of it, which only an alias has. */
type Scalars = {
  readonly ID: { readonly Input: string; readonly Output: string }
  readonly DateTime: { readonly Input: Stamp; readonly Output: Instant }
  readonly Cursor: { readonly Input: string; readonly Output: string }
  readonly TimeZone: { readonly Input: TimeZoneId; readonly Output: string }
  readonly JSON: { readonly Input: unknown; readonly Output: unknown }
}

/** A schema that is being built. */
export const newBuilder = () =>
  new SchemaBuilder<{ Context: Context; DefaultFieldNullability: false; Scalars: Scalars }>({
    defaultFieldNullability: false,
  })

/** A schema that is being built. */
export type Builder = ReturnType<typeof newBuilder>
