import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Cells, Matrix } from './matrix/cells.js'
import { matrixOf, numberOf } from './matrix/cells.js'
import { kinds } from './matrix/kinds.js'
import { inPart, PART, PARTS } from './matrix/part.js'
import { documentOf, onlyBy, readDocument } from './matrix/table.js'

const WRITTEN = '../../../docs/detection-matrix.md'

// Every law on every bug takes a minute. Without `pnpm matrix` the table that it wrote is believed, and proved: each bug by
// the law that ships it, every other pair on one day of several.
const isWhole = process.env['MODE'] === 'matrix'

const slow = (name: string, run: () => Promise<void>) => test(name, run, 600_000)

if (isWhole) {
  slow('docs/detection-matrix.md says which law catches which bug', async () => {
    const matrices: Matrix[] = []
    for (const kind of kinds) {
      expect(await rejectedBy(kind)).toEqual([])
      matrices.push(await matrixOf(kind))
    }
    await expect(documentOf(matrices)).toMatchFileSnapshot(WRITTEN)
    areComplete(matrices)
  })
} else {
  const text = readFileSync(new URL(WRITTEN, import.meta.url), 'utf8')

  test('docs/detection-matrix.md is of these laws and bugs, as `pnpm matrix` writes it', () => {
    const matrices = readDocument(text, kinds)
    areComplete(matrices)
    expect(documentOf(matrices)).toBe(text)
  })

  describe(`part ${PART} of ${PARTS} (MATRIX_PART=${PART} repeats it)`, () => {
    const matrices = readDocument(text, kinds)
    for (const [index, kind] of kinds.entries()) {
      slow(`${kind.name}: laws catch what the table says, on the sample that it says`, async () => {
        expect(await tried(kind, matrices[index])).toEqual([])
      })
    }
  })
}

/** The laws that do not hold of the right subject. */
const rejectedBy = async ({ laws, attempt }: Cells): Promise<readonly string[]> => {
  const found: string[] = []
  for (const { title } of laws)
    if ((await attempt(null, numberOf(title))) !== null) found.push(title)
  return found
}

/** Of the pairs whose turn it is: those that the table is wrong about. */
const tried = async ({ bugs, laws, attempt }: Cells, matrix: Matrix | undefined) => {
  const wrong: string[] = []
  for (const [row, { name: bug, law: ships }] of bugs.entries()) {
    const by = matrix?.caught[row]?.by ?? new Map<string, number>()
    for (const [column, { title }] of laws.entries()) {
      const law = numberOf(title)
      if (law !== ships && !inPart(row + column)) continue
      const expected = by.get(law) ?? null
      const sample = await attempt(bug, law, expected ?? undefined)
      if (sample !== expected) wrong.push(`${bug} by ${law}: ${sample}, not ${expected}`)
    }
  }
  return wrong
}

/** Throws unless every bug is caught by the law that ships it, and every law is needed or says why it stands. */
const areComplete = (matrices: readonly Matrix[]): void => {
  const missed = kinds.flatMap(({ bugs }, index) =>
    bugs.filter(({ law }, row) => !matrices[index]?.caught[row]?.by.has(law)),
  )
  expect(missed).toEqual([])
  expect(matrices.flatMap(({ caught }) => caught).length).toBeGreaterThan(100)
  const idle = matrices.flatMap(({ laws, caught }) =>
    laws.filter(({ title, stands }) => {
      const isNeeded = onlyBy(numberOf(title), caught).length > 0
      return isNeeded === (stands !== null)
    }),
  )
  expect(idle).toEqual([])
}
