import { isRecord } from '../wire/index.js'

/**
 * Merges a patch into a JSON value: null removes, objects are merged, all else replaces.
 *
 * As deep as the patch is nested.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396#section-2
 */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) return patch
  const merged = new Map(isRecord(target) ? Object.entries(target) : [])
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key)
    else merged.set(key, mergePatch(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}
