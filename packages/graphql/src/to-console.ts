import type { Fault } from './options.js'

/** Where faults go when nobody says where. */
export const toConsole = ({ cause, at }: Fault): void => {
  // eslint-disable-next-line no-console -- the one sink that every runtime has; hosts bring their own
  console.error(`kalends: ${at}`, cause)
}
