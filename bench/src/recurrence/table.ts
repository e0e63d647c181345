import type { Measured } from './comparison.js'

/** Prints measured rows as a table of Markdown: how often a second, and how often we do it in that time. */
export const printTable = (title: string, rows: readonly Measured[]): void => {
  const names = [...new Set(rows.flatMap(({ ns }) => [...ns.keys()]))]
  const cells = rows.map((row) => [
    row.name.replaceAll('|', '/'),
    ...names.map((name) => cellOf(row.ns, name)),
  ])
  console.log(`\n${title}\n`)
  printCells([['', ...names], ...cells])
  for (const { name, remarks } of rows) {
    for (const remark of remarks) console.log(`  ${name}: ${remark}`)
  }
}

/** Prints cells as a table of Markdown, the first row its head. */
export const printCells = (rows: readonly (readonly string[])[]): void => {
  const [head = [], ...body] = rows
  const widths = head.map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  console.log(line(head))
  console.log(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  for (const row of body) console.log(line(row))
}

const cellOf = (ns: Measured['ns'], name: string): string => {
  const each = ns.get(name)
  if (each === undefined) return 'throws'
  const [[ours, oursNs] = ['', Number.NaN]] = ns
  return name === ours ? rate(each) : `${rate(each)} (${ratio(each / oursNs)})`
}

/** How often a second: `1.3k`. */
const rate = (ns: number): string => {
  const perSecond = 1e9 / ns
  if (perSecond >= 1e6) return `${digits(perSecond / 1e6)}M`
  return perSecond >= 1e3 ? `${digits(perSecond / 1e3)}k` : digits(perSecond)
}

/** How many times as long: `32x`. */
const ratio = (times: number): string => `${digits(times)}x`

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2)
