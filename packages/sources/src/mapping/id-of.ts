import { jsonOf, textOf } from './json.js'
import { plainText } from './plain-text.js'

/** The id of an item, as a store can keep it; null when it has none. */
export const idOf = (item: unknown): string | null => {
  const id = textOf(jsonOf(item)['id'])
  return id === null ? null : textOf(plainText(id))
}
