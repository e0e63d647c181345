export { followLog } from './follow-log.js'
export type { FollowError } from './following.js'
