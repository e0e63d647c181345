export { type Asking, reconciled } from './reconciled.js'
export * from './wanted.js'
