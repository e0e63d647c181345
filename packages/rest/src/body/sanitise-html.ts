import sanitize from 'sanitize-html'
import { COLOUR } from './delta-attributes.js'
import { escapeHtml } from './escape-html.js'
import { isNestedTooDeeply } from './is-nested-too-deeply.js'
import { isSafeLink, isSafeMedia } from './safe-url.js'

/**
 * Keeps of `html` what a description needs, by an allow-list.
 *
 * Elements that aren't listed are dropped and their text is kept, except the text of scripts, styles
 * and their like. Links and images are absolute and safe, links are `rel="noopener noreferrer"`; of
 * styles only colours and alignment stay. Total: what is nested too deeply to be parsed in time
 * becomes text. Idempotent.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html
 */
export const sanitiseHtml = (html: string): string => {
  if (isNestedTooDeeply(html)) return escapeHtml(html)
  let before = html
  // Without a dropped element, `<p><foo><p>` reads `<p><p>`, which parses as two paragraphs: what was
  // sanitised once is parsed anew until it stands.
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const after = sanitize(before, OPTIONS)
    if (after === before) return after
    before = after
  }
  return escapeHtml(before)
}

const MOST_PASSES = 6

const BLOCKS = ['p', 'div', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre']
const LISTS = ['ul', 'ol', 'li']
const INLINE = ['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'span', 'img']
const TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td']

const OPTIONS: sanitize.IOptions = {
  allowedTags: [...BLOCKS, ...LISTS, ...INLINE, ...TABLES],
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'style'],
    img: ['src', 'alt'],
    li: [{ name: 'data-checked', multiple: false, values: ['true', 'false'] }, 'style'],
    '*': ['style'],
  },
  allowedStyles: {
    '*': {
      color: [COLOUR],
      'background-color': [COLOUR],
      'text-align': [/^(?:center|right|justify)$/],
      direction: [/^rtl$/],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'xmp', 'iframe'],
  transformTags: {
    b: 'strong',
    i: 'em',
    del: 's',
    strike: 's',
    a: (tagName, { href, title, style }) => ({
      tagName,
      attribs: {
        ...(href !== undefined && isSafeLink(href) && { href, rel: 'noopener noreferrer' }),
        ...(title !== undefined && { title }),
        ...(style !== undefined && { style }),
      },
    }),
    img: (tagName, { src, alt }) => ({
      tagName,
      attribs: {
        ...(src !== undefined && isSafeMedia(src) && { src }),
        ...(alt !== undefined && { alt }),
      },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
}
