import { QuillDeltaToHtmlConverter, type DeltaInsertOp } from 'quill-delta-to-html'
import { escapeHtml } from './escape-html.js'
import { linesOf, type Line } from './lines-of.js'
import type { InsertOp } from './read-op.js'
import { sanitiseHtml } from './sanitise-html.js'

/**
 * Writes a document as HTML, and sanitises it like any other. A video becomes a link to it.
 *
 * The converter gets one op per piece of a line: parting a long text into lines itself takes it time
 * in the square of the lines (27 s for 50,000).
 */
export const opsToHtml = (ops: readonly InsertOp[]): string =>
  sanitiseHtml(new QuillDeltaToHtmlConverter(linesOf(ops).flatMap(opsOf), OPTIONS).convert())

const OPTIONS = {
  inlineStyles: {},
  multiLineParagraph: false,
  linkTarget: '',
  encodeHtml: false, // by us: the converter decodes first, so that the text `&lt;` would become `<`
  // The converter itself forgets what an image shows.
  customTagAttributes: ({ attributes }: DeltaInsertOp): Record<string, string> | undefined =>
    typeof attributes['alt'] === 'string' ? { alt: escapeHtml(attributes['alt']) } : undefined,
}

const opsOf = ({ ops, block }: Line) => [...ops.map(writable), { insert: '\n', attributes: block }]

/** Escapes, and makes a link of a video: the converter would make a frame, which isn't let out. */
const writable = ({ insert, ...rest }: InsertOp): InsertOp => {
  if (typeof insert === 'string') return { ...rest, insert: escapeHtml(insert) }
  if ('formula' in insert) return { ...rest, insert: { formula: escapeHtml(insert.formula) } }
  if ('image' in insert) return { ...rest, insert }
  return { insert: escapeHtml(insert.video), attributes: { link: insert.video } }
}
