export type { Dialect } from './dialect.js'
export { dialectApi, type DialectHost } from './dialect-api.js'
export { listing, type Listed, type ListingSpec, type RowContext } from './listing.js'
export { namesOf, type Names, type NamesParts } from './names.js'
export {
  asOfMeaning,
  asOfOf,
  AsOfParam,
  CursorParam,
  pageLimit,
  StampParam,
} from './query-codecs.js'
export { toConsole } from './to-console.js'
