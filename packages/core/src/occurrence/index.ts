export * from './free-busy.js'
export * from './occurrence.js'
export * from './overview.js'
export * from './rows.js'
