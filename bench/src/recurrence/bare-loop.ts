import { DAY_MS } from '@kalends/core'

/** The floor: as many numbers written into a Float64Array, one addition each. No rule, no zone. */
export const bareLoop = (count: number, startMs: number): Float64Array => {
  const found = new Float64Array(count)
  let ms = startMs
  for (let index = 0; index < count; index += 1) {
    found[index] = ms
    ms += DAY_MS
  }
  return found
}
