import type { Fault } from '../http/index.js'

/** Where faults go when nobody says where. */
export const toConsole = ({ cause, method, path }: Fault): void => {
  // eslint-disable-next-line no-console -- the one sink that every runtime has; hosts bring their own
  console.error(`kalends: ${method} ${path}`, cause)
}
