import * as E from 'fp-ts/lib/Either.js'
import type { Body, BodyFormat, RenderedBody } from './body.js'
import { htmlToOps } from './html-to-ops.js'
import { htmlToPlain } from './html-to-plain.js'
import { opsToHtml } from './ops-to-html.js'
import { opsToPlain } from './ops-to-plain.js'
import { plainToHtml } from './plain-to-html.js'
import { readOp, type InsertOp } from './read-op.js'
import { sanitiseHtml } from './sanitise-html.js'

const ALL: readonly BodyFormat[] = ['PLAIN', 'DELTA', 'HTML']

/**
 * Writes `body` in each of `formats`, in their order and each once; in PLAIN, DELTA and HTML if none
 * is asked for.
 *
 * The format that was stored comes out as `acceptBody` let it in. Total: whatever a store holds, HTML
 * is sanitised again and ops that `acceptBody` would refuse are left out.
 */
export const renderBody = (body: Body, formats: readonly BodyFormat[]): readonly RenderedBody[] => {
  const source = readSource(body)
  const wanted = formats.length === 0 ? ALL : [...new Set(formats)]
  return wanted.map((format) => RENDER[format](source))
}

type Source =
  | { readonly format: 'Plain' | 'Html'; readonly content: string }
  | { readonly format: 'Delta'; readonly ops: readonly InsertOp[] }

const readSource = (body: Body): Source => {
  switch (body.format) {
    case 'Plain':
      return { format: 'Plain', content: body.content }
    case 'Html':
      return { format: 'Html', content: sanitiseHtml(body.content) }
    case 'Delta':
      return { format: 'Delta', ops: body.content.ops.map(readOp).flatMap(kept) }
  }
}

const kept = (op: E.Either<unknown, InsertOp>): readonly InsertOp[] =>
  E.isRight(op) ? [op.right] : []

const RENDER: Readonly<Record<BodyFormat, (source: Source) => RenderedBody>> = {
  PLAIN: (source) => ({ format: 'PLAIN', content: asPlain(source) }),
  HTML: (source) => ({ format: 'HTML', content: asHtml(source) }),
  DELTA: (source) => ({ format: 'DELTA', content: { ops: asOps(source) } }),
}

const asPlain = (source: Source): string => {
  switch (source.format) {
    case 'Plain':
      return source.content
    case 'Html':
      return htmlToPlain(source.content)
    case 'Delta':
      return opsToPlain(source.ops)
  }
}

const asHtml = (source: Source): string => {
  switch (source.format) {
    case 'Plain':
      return plainToHtml(source.content)
    case 'Html':
      return source.content
    case 'Delta':
      return opsToHtml(source.ops)
  }
}

const asOps = (source: Source): readonly InsertOp[] => {
  switch (source.format) {
    case 'Plain':
      return [{ insert: `${source.content}\n` }]
    case 'Html':
      return htmlToOps(source.content)
    case 'Delta':
      return source.ops
  }
}
