import { compile } from 'html-to-text'

/**
 * Reads HTML as text: lines as its author broke them, lists with their marks, the address behind a
 * link in brackets unless the link's text is that address.
 */
export const htmlToPlain = (html: string): string =>
  convert(html)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')

const HEADING = { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 }

const convert = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: HEADING })),
    // Cells side by side. The library's own tables pad every row to the widest cell, so that one
    // long cell makes an answer of megabytes.
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'th', format: 'inlineSurround', options: { suffix: ' ' } },
    { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
  ],
})
