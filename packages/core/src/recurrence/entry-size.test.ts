import { mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

/** What this test uses of esbuild, which comes with tsup. */
interface Esbuild {
  readonly build: (options: Readonly<Record<string, unknown>>) => Promise<{
    readonly outputFiles: readonly { readonly contents: Uint8Array }[]
    readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> }
  }>
}

const { build } = createRequire(createRequire(import.meta.url).resolve('tsup'))(
  'esbuild',
) as Esbuild

const here = fileURLToPath(new URL('.', import.meta.url))

const built = async (options: Readonly<Record<string, unknown>>) => {
  const { outputFiles, metafile } = await build({
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
    ...options,
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error('nothing was built')
  return { contents: file.contents, inputs: Object.keys(metafile.inputs) }
}

/** The entry in one file, as it is published: what has effects when it is loaded cannot be left out of a page. */
const published = built({ entryPoints: [`${here}index.ts`] })

const bytesOf = async (names: string) => {
  const { contents } = await published
  const file = join(await mkdtemp(join(tmpdir(), 'kalends-')), 'index.js')
  await writeFile(file, contents)
  const page = await built({
    stdin: { contents: `export ${names} from './index.js'`, resolveDir: dirname(file) },
    minify: true,
  })
  return gzipSync(page.contents, { level: 9 }).length
}

describe('the entry in a browser', () => {
  test.each([
    ['{ openSet, occurrencesIn, next }', 11_500],
    ['{ parseRule }', 3250],
    ['{ parseRule, openSet, occurrencesIn, next }', 14_000],
    ['{ parseICalendarSet, openSet, occurrencesIn, next }', 16_300],
    ['{ expandICalendar }', 19_700],
    ['*', 23_500],
  ])('a page with %s loads at most %i bytes, gzipped', async (names, most) => {
    expect(await bytesOf(names)).toBeLessThanOrEqual(most)
  })

  test('runs without fp-ts, io-ts and rrule', async () => {
    const { inputs } = await published
    expect(inputs.filter((input) => /fp-ts|io-ts|rrule|node:/.test(input))).toEqual([])
  })
})
