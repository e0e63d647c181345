export { salesloftApi } from './salesloft-api.js'
export type { SalesloftOptions } from './options.js'
