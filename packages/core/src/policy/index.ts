export { explicit } from './explicit.js'
export * from './notifications.js'
