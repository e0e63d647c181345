import type { LocalSource } from './local-source.js'
import { refilled } from './refilled.js'

/** What `source` yields and `keeps` accepts. */
export const kept = (source: LocalSource, keeps: (localSeconds: number) => boolean): LocalSource =>
  refilled(source, (chunk) => {
    let count = 0
    for (let i = 0; i < chunk.count; i += 1) {
      const localSeconds = chunk.seconds[i] ?? 0
      if (!keeps(localSeconds)) continue
      chunk.seconds[count] = localSeconds
      count += 1
    }
    chunk.count = count
  })
