import type { Attributes } from './delta-attributes.js'

type Given = Readonly<Record<string, string>>

const BLOCKS = new Set(
  'p div hr h1 h2 h3 h4 h5 h6 blockquote pre ul ol li table thead tbody tr'.split(' '),
)

const INLINE: ReadonlyMap<string, Attributes> = new Map<string, Attributes>([
  ['strong', { bold: true }],
  ['em', { italic: true }],
  ['u', { underline: true }],
  ['s', { strike: true }],
  ['sub', { script: 'sub' }],
  ['sup', { script: 'super' }],
])

/** Whether an element called `name` stands on lines of its own. */
export const isBlock = (name: string): boolean => BLOCKS.has(name)

/** What a sanitised element says of the text in it. Code within `pre` is the block, not the text. */
export const inlineOf = (name: string, given: Given, within: 'pre' | 'text'): Attributes => {
  const known = INLINE.get(name)
  if (known !== undefined) return { ...known, ...coloursOf(given) }
  if (name === 'code' && within === 'text') return { code: true }
  if (name === 'a' && given['href'] !== undefined) {
    return { link: given['href'], ...coloursOf(given) }
  }
  if (name === 'img' && given['alt'] !== undefined && given['alt'] !== '') {
    return { alt: given['alt'] }
  }
  return coloursOf(given)
}

/** What a sanitised element, inside of `lists`, says of its lines. */
export const blockOf = (name: string, given: Given, lists: readonly string[]): Attributes => {
  const align = styleOf(given, 'text-align')
  const direction = styleOf(given, 'direction')
  return {
    ...(isBlock(name) && align !== undefined && { align }),
    ...(isBlock(name) && direction !== undefined && { direction }),
    ...(/^h[1-6]$/.test(name) && { header: Number(name.slice(1)) }),
    ...(name === 'blockquote' && { blockquote: true }),
    ...(name === 'pre' && { 'code-block': true }),
    ...(name === 'li' && item(given, lists)),
  }
}

const item = (given: Given, lists: readonly string[]): Attributes => {
  const indent = Math.min(lists.length - 1, 8)
  return { list: kindOfItem(given, lists), ...(indent > 0 && { indent }) }
}

const kindOfItem = (given: Given, lists: readonly string[]): string => {
  if (given['data-checked'] === 'true') return 'checked'
  if (given['data-checked'] === 'false') return 'unchecked'
  return lists.at(-1) === 'ol' ? 'ordered' : 'bullet'
}

const coloursOf = (given: Given): Attributes => {
  const color = styleOf(given, 'color')
  const background = styleOf(given, 'background-color')
  return {
    ...(color !== undefined && { color }),
    ...(background !== undefined && { background }),
  }
}

/** The sanitiser left only known properties with checked values, so no CSS parser is needed. */
const styleOf = (given: Given, property: string): string | undefined =>
  given['style']
    ?.split(';')
    .map((declaration) => declaration.split(':'))
    .find(([name]) => name?.trim() === property)?.[1]
    ?.trim()
