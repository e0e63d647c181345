import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder, type Spawned, spawnServer } from './spawn-server.js'

const folder = newFolder()
let server: Spawned
beforeAll(async () => {
  server = await spawnServer({
    KALENDS_DEMO: '1',
    DATABASE_URL: `file:${folder.file('kalends.db')}`,
  })
})
afterAll(async () => {
  await server.end('SIGKILL')
  folder.remove()
})

interface Asked {
  readonly line: string
  readonly answer: unknown
}

/** The curl lines of the README, each with the JSON block below it, which the last line of its block answers. */
const asked = (): readonly Asked[] => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const blocks = readme.matchAll(/^```sh\n(curl .*?)^```$(?:\s*^```json\n(.*?)^```$)?/gms)
  return [...blocks].flatMap(([, shell = '', json]) => {
    const lines = shell.trim().split(/\n(?=curl )/)
    return lines.map((line, index) => ({
      line,
      answer: json === undefined || index < lines.length - 1 ? null : (JSON.parse(json) as unknown),
    }))
  })
}

/** What `curl` would send: the README uses -s, -X, -H and -d only. */
const requestOf = (line: string): Request => {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
  const after = (flag: string) =>
    words.flatMap((word, index) => (word === flag ? [words[index + 1] ?? ''] : []))
  const [body] = after('-d')
  const target = words.find((word) => word.startsWith('127.0.0.1:3000')) ?? ''
  return new Request(target.replace('127.0.0.1:3000', server.url), {
    method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    headers: after('-H').map((header) => header.split(': ', 2) as [string, string]),
    ...(body === undefined ? {} : { body }),
  })
}

/** What must be in the answer: `"number"` stands for any. */
const shapeOf = (answer: unknown): unknown => {
  if (answer === 'number') return expect.any(Number)
  if (Array.isArray(answer)) return answer.map(shapeOf)
  if (typeof answer !== 'object' || answer === null) return answer
  const members = Object.entries(answer).map(([name, member]) => [name, shapeOf(member)] as const)
  return expect.objectContaining(Object.fromEntries(members))
}

test('the README’s curl lines answer as the README says', async () => {
  const all = asked()
  expect(all.length).toBeGreaterThanOrEqual(8)
  for (const { line, answer } of all) {
    const response = await fetch(requestOf(line))
    const text = await response.text()
    expect(response.ok, `${line}\n${text}`).toBe(true)
    if (answer !== null) expect(JSON.parse(text), line).toEqual(shapeOf(answer))
  }
})
