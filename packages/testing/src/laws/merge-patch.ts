import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { jsonWithoutNull, mergePatch } from '../arbitraries/index.js'
import { once } from './once.js'

/** Merges a patch into a document, both as JSON: what is under law here. */
export type MergePatch = (target: unknown, patch: unknown) => unknown

/** RFC 7396, appendix A: a document, a patch, and what they come to. */
const EXAMPLES: readonly (readonly [target: string, patch: string, result: string])[] = [
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', 'null', 'null'],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
]

/** MERGE-001: the examples of the standard come out as they stand there. @see https://www.rfc-editor.org/rfc/rfc7396#appendix-A */
export const examplesOfTheStandardHold = (merge: MergePatch) =>
  once(() => {
    for (const [target, patch, result] of EXAMPLES) {
      assert.deepEqual(merge(JSON.parse(target), JSON.parse(patch)), JSON.parse(result))
    }
    return Promise.resolve()
  })

/** MERGE-002: any patch does what the standard's own procedure does, with names that objects inherit too. */
export const patchesMeanWhatIsDefined = (merge: MergePatch) =>
  fc.property(mergePatch(), ({ target, patch }) => {
    assert.deepEqual(entriesOf(merge(target, patch)), entriesOf(byDefinition(target, patch)))
  })

/** MERGE-003: the same patch twice is the same patch once. */
export const patchingTwiceIsOnce = (merge: MergePatch) =>
  fc.property(mergePatch(), ({ target, patch }) => {
    const patched = merge(target, patch)
    assert.deepEqual(entriesOf(merge(patched, patch)), entriesOf(patched))
  })

/** MERGE-004: the differences of two documents, as a patch, lead from one to the other. */
export const differencesLeadThere = (merge: MergePatch) =>
  fc.property(jsonWithoutNull(), jsonWithoutNull(), (from, to) => {
    assert.deepEqual(entriesOf(merge(from, differences(from, to))), entriesOf(to))
  })

/** MERGE-005: neither the document nor the patch is changed, nor anything that all objects share. */
export const whatIsGivenStays = (merge: MergePatch) =>
  fc.property(mergePatch(), ({ target, patch }) => {
    const before = JSON.stringify([target, patch])
    merge(target, patch)
    assert.equal(JSON.stringify([target, patch]), before)
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).toSorted(), INHERITED)
  })

const INHERITED = Object.getOwnPropertyNames(Object.prototype).toSorted()

/** RFC 7396, section 2, word for word. The model of the others. */
export const byDefinition: MergePatch = (target, patch) => {
  if (!isObject(patch)) return patch
  const members = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name)
    else members.set(name, byDefinition(members.get(name), value))
  }
  return Object.fromEntries(members)
}

const differences = (from: unknown, to: unknown): unknown => {
  if (!isObject(from) || !isObject(to)) return to
  const [before, after] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  const removed = [...before.keys()].filter((name) => !after.has(name))
  return Object.fromEntries<unknown>([
    ...removed.map((name) => [name, null] as const),
    ...[...after].map(([name, value]) => {
      const known = before.get(name)
      return [name, known === undefined ? value : differences(known, value)] as const
    }),
  ])
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `deepEqual` calls objects with a member `__proto__` the same that are not; the order of members says nothing. */
const entriesOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(entriesOf)
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([name, each]) => [name, entriesOf(each)])
}
