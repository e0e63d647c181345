export { type Backoff, backoffMs } from './backoff.js'
export type { Runner } from './runner.js'
export { type Rest, startLoop } from './start-loop.js'
export { type Follower, tenantsStep, type Turned } from './tenants-step.js'
