import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { ifMatch } from './if-match.js'

describe('ifMatch', () => {
  test.each([
    [null, undefined],
    ['*', undefined],
    ['"1"', [1]],
    [' "1" ,,\t"20" , ', [1, 20]],
    ['W/"1", "2"', [2]],
    ['W/"1"', []],
    ['"01", "x", "", "1.0", "-1"', []],
    ['"a,b", "3"', [3]],
  ])('%s allows %j', (header, revisions) => {
    expect(ifMatch(header)).toEqual(E.right(revisions))
  })

  test.each(['', '1', '"1', '"1" "2"', '*, "1"', '"1"; "2"', ',', 'w/"1"', '\u0001'])(
    '%j is refused',
    (header) => {
      expect(E.isLeft(ifMatch(header))).toBe(true)
    },
  )

  test('a header that is meant to stall does not', () => {
    const started = performance.now()
    ifMatch(`"1"${', '.repeat(20_000)}x`)
    ifMatch('"'.repeat(20_001))

    expect(performance.now() - started).toBeLessThan(500)
  })
})
