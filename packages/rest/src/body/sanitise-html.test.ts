import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { renderBody } from './render-body.js'
import { sanitiseHtml } from './sanitise-html.js'
import { VECTORS } from './xss-vectors.test-data.js'

const TAGS = new Set(
  (
    'p div br hr h1 h2 h3 h4 h5 h6 blockquote pre ul ol li a strong em u s sub sup code span img ' +
    'table thead tbody tr th td'
  ).split(' '),
)
const ATTRIBUTES = new Set(['href', 'title', 'rel', 'src', 'alt', 'style', 'data-checked'])
const STYLE =
  /^(?:color|background-color|text-align|direction):[^:;()\\]*(?:rgba?\([\d., ]+\))?(?:;|$)/

/** Everything in `html` that could do harm. Written apart from the sanitiser: a second list. */
const harmIn = (html: string): readonly string[] => {
  const harm: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!TAGS.has(name)) harm.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(key)) harm.push(`${name}[${key}]`)
        if (key === 'href' && !/^(?:https?|mailto|tel):/i.test(value)) harm.push(`href=${value}`)
        if (key === 'src' && !/^https?:/i.test(value)) harm.push(`src=${value}`)
        if (key === 'style' && !value.split(';').every((part) => STYLE.test(part))) {
          harm.push(`style=${value}`)
        }
      }
      if (name === 'a' && 'href' in attributes && attributes['rel'] !== 'noopener noreferrer') {
        harm.push('a without rel')
      }
    },
    oncomment: (comment) => harm.push(`<!--${comment}-->`),
    onprocessinginstruction: (_, data) => harm.push(`<${data}>`),
  })
  parser.end(html)
  return harm
}

test('harmIn: sees harm', () => {
  expect(harmIn('<script>a</script><p onclick=x><a href=javascript:a>')).toHaveLength(4)
  expect(harmIn('<p style="position:fixed"><!-- a --><img src=data:a>')).toHaveLength(3)
})

describe('sanitiseHtml: leaves no harm', () => {
  test.each(VECTORS)('%s', (vector) => {
    const clean = sanitiseHtml(vector)

    expect(harmIn(clean)).toEqual([])
    expect(sanitiseHtml(clean)).toBe(clean)
  })
})

/** Pieces of tags and vectors, closed or not, in any order: most samples nest wrongly somewhere. */
const brokenHtml = () =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
        { weight: 1, arbitrary: fc.constantFrom(...VECTORS) },
        { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
      ),
      { maxLength: 24 },
    )
    .map((pieces) => pieces.join(''))

const PIECES = [...TAGS, 'section', 'button', 'svg', 'math', 'style', 'script', 'form', 'option']
  .flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} onclick=a style="color:red">`])
  .concat(
    'a',
    ' ',
    '<',
    '>',
    '&lt;',
    '&',
    '"',
    '<!--',
    '-->',
    '<a href="https://a.example">',
    ']]>',
  )

test('sanitiseHtml: twice is once', () => {
  fc.assert(
    fc.property(brokenHtml(), (html) => {
      const once = sanitiseHtml(html)
      expect(sanitiseHtml(once)).toBe(once)
    }),
    { numRuns: 3000, examples: [['<p><foo><p>a</p></foo></p>'], ['<li><foo><li>a'], ['</br>']] },
  )
})

test('renderBody: whatever HTML a store holds, nothing harmful comes out', () => {
  fc.assert(
    fc.property(brokenHtml(), (content) => {
      for (const { format, content: out } of renderBody({ format: 'Html', content }, [])) {
        if (format === 'HTML') expect(harmIn(out)).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['<p>a <b>b</b> <i>c</i><br>d</p>', '<p>a <strong>b</strong> <em>c</em><br />d</p>'],
  ['<custom-tag>kept <blink>text</blink></custom-tag>', 'kept text'],
  ['<section><p>a</p></section>', '<p>a</p>'],
  ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
  [
    '<a href="https://a.example" target=_blank rel=opener title=t>a</a>',
    '<a href="https://a.example" rel="noopener noreferrer" title="t">a</a>',
  ],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="/relative">a</a>', '<a>a</a>'],
  ['<img src="data:image/svg+xml,x" alt=a>b', 'b'],
  [
    '<p style="color:#f00;position:fixed;text-align:center">a</p>',
    '<p style="color:#f00;text-align:center">a</p>',
  ],
  ['<p style="background-color:url(https://a.example)">a</p>', '<p>a</p>'],
])('sanitiseHtml: %s gives %s', (html, clean) => {
  expect(sanitiseHtml(html)).toBe(clean)
})

test('sanitiseHtml: what is nested too deeply becomes text', () => {
  expect(sanitiseHtml('<b>'.repeat(65))).toBe('&lt;b&gt;'.repeat(65))
  expect(sanitiseHtml(`${'<b>'.repeat(64)}a`)).toContain('<strong>a</strong>')
})
