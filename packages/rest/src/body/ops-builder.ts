import type { Attributes } from './delta-attributes.js'
import type { Embed, InsertOp } from './read-op.js'

interface Place {
  readonly inline: Attributes
  readonly block: Attributes
}

type Pieces = string[] // joined at the end: adding to a string per piece isn't linear everywhere

/**
 * Collects ops line by line, with the white space as a browser would show it: runs collapse to one
 * space, none at either end of a line. Neighbours with the same attributes become one op.
 */
export const opsBuilder = () => {
  const ops: { readonly insert: Pieces; readonly key: string; readonly like: InsertOp }[] = []
  let block: Attributes | undefined // of the line that has begun, if one has
  let space: Attributes | undefined // owed: shown only if text follows on the line

  const push = (insert: InsertOp['insert'], attributes: Attributes) => {
    const like = Object.keys(attributes).length === 0 ? { insert } : { insert, attributes }
    const key = typeof insert === 'string' ? JSON.stringify(attributes) : ''
    const last = ops.at(-1)
    if (typeof insert === 'string' && last?.key === key) last.insert.push(insert)
    else ops.push({ insert: typeof insert === 'string' ? [insert] : [], key, like })
  }
  const begin = (place: Place) => {
    if (space !== undefined && block !== undefined) push(' ', space)
    space = undefined
    block ??= place.block
  }
  const breakLine = (attributes: Attributes) => {
    push('\n', block ?? attributes)
    block = undefined
    space = undefined
  }
  const endLine = () => {
    if (block !== undefined) breakLine(block)
    space = undefined
  }
  const text = (given: string, place: Place) => {
    const words = given.replace(/[ \t\r\n\f]+/g, ' ')
    if (words.startsWith(' ')) space ??= place.inline
    const shown = words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined)
    if (shown === '') return
    begin(place)
    push(shown, place.inline)
    if (words.endsWith(' ')) space = place.inline
  }
  const preformatted = (given: string, place: Place) => {
    for (const [index, line] of given.split('\n').entries()) {
      if (index > 0) breakLine(place.block)
      if (line === '') continue
      begin(place)
      push(line, place.inline)
    }
  }
  const embed = (insert: Embed, place: Place) => {
    begin(place)
    push(insert, place.inline)
  }
  const cell = (inline: Attributes) => {
    space = undefined
    if (block !== undefined) push('\t', inline)
  }
  const finish = (): readonly InsertOp[] => {
    endLine()
    if (ops.length === 0) push('\n', {})
    return ops.map(({ insert, like }) =>
      insert.length > 1 ? { ...like, insert: insert.join('') } : like,
    )
  }
  return { text, preformatted, embed, cell, breakLine, endLine, finish }
}
