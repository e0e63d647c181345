export * from './basics.js'
export { closed } from './closed.js'
export {
  codec,
  described,
  errorAt,
  mapped,
  named,
  readAs,
  refined,
  type AnyCodec,
  type Codec,
  type Flaw,
} from './codec.js'
export { fieldErrors } from './field-errors.js'
export { isRecord } from './is-record.js'
export type { Schema } from './schema.js'
