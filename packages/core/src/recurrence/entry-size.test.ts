import { createRequire } from 'node:module'
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

const bundled = async (names: string) => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export ${names} from './index.ts'`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error('nothing was built')
  return {
    bytes: gzipSync(file.contents, { level: 9 }).length,
    inputs: Object.keys(metafile.inputs),
  }
}

describe('the entry in a browser', () => {
  test.each([
    ['{ openSet, occurrencesIn, next }', 14_000],
    ['{ parseRule }', 3500],
    ['{ parseICalendarSet, openSet, occurrencesIn, next }', 20_000],
    ['*', 24_500],
  ])('export %s loads at most %i bytes, gzipped', async (names, most) => {
    const { bytes } = await bundled(names)
    expect(bytes).toBeLessThanOrEqual(most)
  })

  test('runs without fp-ts, io-ts and rrule', async () => {
    const { inputs } = await bundled('*')
    expect(inputs.filter((input) => /fp-ts|io-ts|rrule|node:/.test(input))).toEqual([])
  })
})
