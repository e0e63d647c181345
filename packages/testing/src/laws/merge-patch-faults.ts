import type { MergePatch } from './merge-patch.js'

/** Spoils how patches are merged. */
export type MergePatchFault = (merge: MergePatch) => MergePatch

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Puts the patch's members in place of the document's, one level deep. MERGE-002 must reject it. */
export const mergesOneLevel: MergePatchFault = (merge) => (target, patch) =>
  isObject(target) && isObject(patch)
    ? Object.fromEntries(
        Object.entries({ ...target, ...patch }).filter(([name]) => patch[name] !== null),
      )
    : merge(target, patch)

/** Appends lists to lists. MERGE-003 must reject it. */
export const appendsLists: MergePatchFault = (merge) => (target, patch) =>
  isList(target) && isList(patch) ? [...target, ...patch] : merge(target, patch)

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** Takes an empty text for none, and so removes what has it. MERGE-004 must reject it. */
export const removesWhatIsEmpty: MergePatchFault = (merge) => (target, patch) =>
  merge(
    target,
    isObject(patch)
      ? Object.fromEntries(
          Object.entries(patch).map(([name, value]) => [name, value === '' ? null : value]),
        )
      : patch,
  )

/** Keeps members that are null where the document had none. MERGE-001 must reject it. */
export const keepsNulls: MergePatchFault = (merge) => (target, patch) =>
  isObject(patch) && !isObject(target) ? patch : merge(target, patch)

/** Writes into the document that it was given. MERGE-005 must reject it. */
export const writesIntoTheDocument: MergePatchFault = (merge) => (target, patch) => {
  const merged = merge(target, patch)
  if (isObject(target) && isObject(merged)) Object.assign(target, merged)
  return merged
}

/** Sets members by assigning them, and so loses one named `__proto__`. MERGE-002 must reject it. */
export const assignsMembers: MergePatchFault = (merge) => (target, patch) => {
  const merged = merge(target, patch)
  return isObject(merged) ? Object.assign({}, merged) : merged
}
