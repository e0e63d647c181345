import { mergePatchLaws } from '@kalends/testing'
import fc from 'fast-check'
import { test } from 'vitest'
import { mergePatch } from '../src/native/merge-patch.js'

test.each(mergePatchLaws)('the native facade: $title', async ({ law, runs = 200 }) => {
  await fc.assert(law(mergePatch), { numRuns: runs, seed: 7396 })
})
