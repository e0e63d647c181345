export * from './arbitraries/index.js'
export * from './laws/index.js'
