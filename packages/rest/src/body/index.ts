export { acceptBody } from './accept-body.js'
export type { Body, BodyFormat, BodyProblem, DeltaContent, RenderedBody, WireBody } from './body.js'
export { renderBody } from './render-body.js'
