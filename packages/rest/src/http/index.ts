export {
  endpoint,
  noBody,
  type Answer,
  type AnswerDocument,
  type Asked,
  type BodySpec,
  type Endpoint,
  type EndpointDocument,
  type EndpointSpec,
  type HonouredHeader,
} from './endpoint.js'
export { eventStream, type EventStreamParts } from './event-stream.js'
export { bearer, type Authenticate, type Identity, type Unauthenticated } from './identity.js'
export type { SentEvent } from './sent-event.js'
export { hardened, mount, notFound, type Fault, type Host } from './mount.js'
export {
  optional,
  type Param,
  type Params,
  type ParamValues,
  repeated,
  required,
  someOf,
} from './params.js'
