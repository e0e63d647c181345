import type { Body } from '@kalends/core'
import { Parser } from 'htmlparser2'

/**
 * The words of a body without their markup: enough to tell the language, not to show.
 *
 * At most `atMost` UTF-16 units, so that its cost does not follow the body's size.
 */
export const plainText = (body: Body, atMost: number): string => {
  switch (body.format) {
    case 'Plain':
      return body.content.slice(0, atMost)
    case 'Html':
      return textOfHtml(body.content, atMost)
    case 'Delta':
      return textOfOps(body.content.ops, atMost)
  }
}

const NOT_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title'])
const CHUNK = 4096

const textOfHtml = (html: string, atMost: number): string => {
  const parts: string[] = []
  let length = 0
  let hidden = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (NOT_TEXT.has(name)) hidden += 1
    },
    onclosetag: (name) => {
      if (NOT_TEXT.has(name)) hidden -= 1
      if (BLOCKS.has(name)) parts.push('\n')
    },
    ontext: (text) => {
      if (hidden > 0) return
      parts.push(text)
      length += text.length
    },
  })
  for (let from = 0; from < html.length && length < atMost; from += CHUNK) {
    parser.write(html.slice(from, from + CHUNK))
  }
  parser.end()
  return parts.join('').slice(0, atMost)
}

/** Elements that end a word; `<b>w</b>ord` is one word. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul'.split(
    ' ',
  ),
)

const textOfOps = (ops: readonly unknown[], atMost: number): string => {
  let text = ''
  for (const op of ops) {
    if (text.length >= atMost) break
    if (typeof op !== 'object' || op === null || !('insert' in op)) continue
    text += typeof op.insert === 'string' ? op.insert : ' '
  }
  return text.slice(0, atMost)
}
