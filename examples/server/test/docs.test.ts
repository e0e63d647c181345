import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folder = fileURLToPath(new URL('../.cache/snippets/', import.meta.url))

interface Block {
  readonly language: string
  readonly text: string
}

const blocksOf = (page: string): readonly Block[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = '', text = '']) => ({ language, text }),
  )

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].toSorted()
const snippets = pages.flatMap((page) =>
  blocksOf(page)
    .filter(({ language }) => language === 'ts')
    .map(({ text }, index) => ({
      title: `${page}, snippet ${index + 1}`,
      file: join(folder, `${page.replaceAll(/\W/g, '-')}-${index + 1}.ts`),
      text,
    })),
)

describe('the snippets of README and docs', () => {
  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const { file, text } of snippets) writeFileSync(file, `${text}\nexport {}\n`)
    const config = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { noUnusedLocals: false },
      include: ['*.ts'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('there are some', () => {
    expect(snippets.length).toBeGreaterThan(3)
  })

  test('are what the compiler accepts', { timeout: 60_000 }, () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  test.each(snippets)('$title runs', { timeout: 30_000 }, async ({ file }) => {
    await import(pathToFileURL(file).href)
  })
})
