import type { Ids } from '@kalends/core'

/** UUIDs of version 7, one after the other. */
export const countedIds = (): Ids => {
  let count = 0
  return {
    uuid: () => {
      count += 1
      return `0199c0de-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
    },
  }
}
