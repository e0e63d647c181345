import type { ImportSource } from '@kalends/core'

/** Whether what `a` says came after what `b` says, or at the same time: by sequence, then by when it was changed. */
export const isNewer = (a: ImportSource, b: ImportSource): boolean => {
  const bySequence = (a.sequence ?? 0) - (b.sequence ?? 0)
  return bySequence === 0 ? (a.updatedAt ?? 0) >= (b.updatedAt ?? 0) : bySequence > 0
}
