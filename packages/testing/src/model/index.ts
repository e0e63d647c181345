export { agreesWithTheModel } from './agrees-with-the-model.js'
export { concurrentAppendsAreSerial } from './concurrent-appends-are-serial.js'
export { appendThrough, type AppendFault } from './faulty-append.js'
export { type ModelEntry, newStoreModel, type StoreModel } from './store-model.js'
