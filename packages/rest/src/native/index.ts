export { nativeApi } from './native-api.js'
export { defaultNativeLimits, type NativeLimits, type NativeOptions } from './options.js'
