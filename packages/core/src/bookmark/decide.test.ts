import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decide, MOST_BOOKMARKS } from './decide.js'
import { evolve } from './evolve.js'
import { initialState, type State } from './state.js'

const toggle = (id: string, state: State) => decide({ type: 'Toggle', at: 0, id }, state)

const full: State = {
  ids: new Set(Array.from({ length: MOST_BOOKMARKS }, (_, index) => `e${index}`)),
}

describe('decide: a bookmark', () => {
  test('is added, and removed by the next toggle', () => {
    const added = toggle('e1', initialState)
    expect(added).toEqual(E.right([{ type: 'Bookmarked', at: 0, id: 'e1' }]))
    const state = evolve(initialState, { type: 'Bookmarked', at: 0, id: 'e1' })
    expect(toggle('e1', state)).toEqual(E.right([{ type: 'BookmarkRemoved', at: 0, id: 'e1' }]))
    expect(evolve(state, { type: 'BookmarkRemoved', at: 0, id: 'e1' })).toEqual(initialState)
  })

  test('is removed alone', () => {
    const state = evolve(
      { ids: new Set(['e1', 'e2']) },
      { type: 'BookmarkRemoved', at: 0, id: 'e1' },
    )
    expect(state).toEqual({ ids: new Set(['e2']) })
  })

  test('is refused past the bound, and can be removed at it', () => {
    expect(toggle('one more', full)).toEqual(
      E.left({ type: 'TooManyBookmarks', limit: MOST_BOOKMARKS }),
    )
    expect(E.isRight(toggle('e0', full))).toBe(true)
  })
})
