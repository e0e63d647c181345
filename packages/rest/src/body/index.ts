export { acceptBody } from './accept-body.js'
export { renderBody } from './render-body.js'
