import { Parser } from 'htmlparser2'
import { blockOf, inlineOf, isBlock } from './element-attributes.js'
import { opsBuilder } from './ops-builder.js'
import type { Attributes } from './delta-attributes.js'
import type { InsertOp } from './read-op.js'

interface Frame {
  readonly inline: Attributes
  readonly block: Attributes
  readonly lists: readonly string[]
  readonly pre: boolean
}

const ROOT: Frame = { inline: {}, block: {}, lists: [], pre: false }

/**
 * Reads sanitised HTML as the ops of a Delta document, which ends with a line break.
 *
 * Cells of a table are parted by tabs: Delta documents have no tables. Linear in the length of
 * `html`, and without recursion.
 *
 * Written here because no well-kept library does it without a browser: Quill itself and
 * `node-quill-converter` need a DOM, and `quill-delta-from-html` loses tables, sub- and superscript
 * and the lines of code.
 *
 * @see https://quilljs.com/docs/delta
 */
export const htmlToOps = (html: string): readonly InsertOp[] => {
  const ops = opsBuilder()
  const frames: Frame[] = [ROOT]
  const top = (): Frame => frames.at(-1) ?? ROOT
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (isBlock(name)) ops.endLine()
      if (name === 'td' || name === 'th') ops.cell(top().inline)
      frames.push(inside(top(), name, attributes))
      const { inline, block } = top()
      if (name === 'br') ops.breakLine(block)
      if (name === 'img') ops.embed({ image: attributes['src'] ?? '' }, { inline, block })
    },
    ontext: (text) => (top().pre ? ops.preformatted : ops.text)(text, top()),
    onclosetag: (name) => {
      if (isBlock(name)) ops.endLine()
      frames.pop()
    },
  })
  parser.end(html.replaceAll('<pre>\n', '<pre>')) // the line break after it isn't shown
  return ops.finish()
}

const inside = (
  outer: Frame,
  name: string,
  attributes: Readonly<Record<string, string>>,
): Frame => ({
  inline: { ...outer.inline, ...inlineOf(name, attributes, outer.pre ? 'pre' : 'text') },
  block: { ...outer.block, ...blockOf(name, attributes, outer.lists) },
  lists: name === 'ul' || name === 'ol' ? [...outer.lists, name] : outer.lists,
  pre: outer.pre || name === 'pre',
})
