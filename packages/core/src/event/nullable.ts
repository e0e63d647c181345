import * as t from 'io-ts'

/** The codec's values, or null: how the log stores what an event may lack. */
export const nullable = <C extends t.Mixed>(codec: C) => t.union([codec, t.null])
