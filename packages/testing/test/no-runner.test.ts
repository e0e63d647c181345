import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DeclareTest } from '../src/index.js'
import {
  eventQueriesSuite,
  eventStoreSuite,
  facadeSuite,
  notifierSuite,
  outboxSuite,
} from '../src/index.js'
import { sinkInMemory } from './sinks.js'
import { listingOver, memory } from './stores.js'

const SOURCES = new URL('../src/', import.meta.url)

/** What each file of the kit imports that is not a file of the kit. */
const imported = (): ReadonlySet<string> => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const specifiers = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(new URL(file, SOURCES), 'utf8')
      return Array.from(text.matchAll(/(?:from|import\() ?'([^']+)'/g), ([, name = '']) => name)
    })
  return new Set(specifiers.filter((name) => !name.startsWith('.')))
}

test('the kit imports core, fp-ts, io-ts, fast-check and Node, and no test runner', () => {
  const packages = new Set(
    [...imported()].map((name) => name.replace(/^(@[^/]+\/)?([^/:]+).*/, '$1$2')),
  )
  expect([...packages].toSorted()).toEqual([
    '@kalends/core',
    'fast-check',
    'fp-ts',
    'io-ts',
    'node',
  ])
  expect([...imported()].filter((name) => /^node:test|vitest|jest|mocha/.test(name))).toEqual([])
})

/** Keeps what a suite declares, and runs nothing. */
const declared = (declare: (given: DeclareTest) => void): readonly string[] => {
  const titles: string[] = []
  declare((title) => titles.push(title))
  return titles
}

const supports = { reopen: true, share: true, hold: true, storm: true, fixtures: true }
const lists = {
  ...{ pages: true, backward: true, descending: true },
  ...{ answers: true, cancelled: true, zones: true },
}

const suites = {
  eventStoreSuite: declared((test) => eventStoreSuite({ test, make: memory, supports })),
  eventQueriesSuite: declared((test) =>
    eventQueriesSuite({ test, make: memory, reference: memory }),
  ),
  outboxSuite: declared((test) => outboxSuite({ test, make: memory })),
  notifierSuite: declared((test) =>
    notifierSuite({ test, make: sinkInMemory, supports: { outage: true, refuse: true } }),
  ),
  facadeSuite: declared((test) =>
    facadeSuite({ test, make: listingOver(memory), supports: lists }),
  ),
}

test.each(Object.entries(suites))(
  '%s declares a test for each rule, under its number',
  (_, titles) => {
    expect(titles.length).toBeGreaterThan(1)
    for (const title of titles) expect(title).toMatch(/^[A-Z]+-\d{3}: [a-z]/)
  },
)

test('no number is given to two rules', () => {
  const numbers = Object.values(suites)
    .flat()
    .map((title) => title.split(':')[0])
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
})

test('a manifest that denies something leaves its rules out', () => {
  const none = { reopen: false, share: false, hold: false, storm: false, fixtures: false }
  const few = declared((test) => eventStoreSuite({ test, make: memory, supports: none }))
  const left = suites.eventStoreSuite.filter((title) => !few.includes(title))
  expect(left.map((title) => title.split(':')[0])).toEqual([
    'STORE-017',
    'STORE-025',
    'STORE-027',
    'STORE-028',
    'STORE-029',
  ])
})
