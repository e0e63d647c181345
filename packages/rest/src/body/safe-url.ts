// eslint-disable-next-line no-control-regex -- these are what hides a scheme from a reader of the text
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

const LINK = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const MEDIA = new Set(['http:', 'https:'])

/**
 * Whether a link may lead to `url`: absolute, by http, https, mailto or tel.
 *
 * Asks the parser that browsers share, so no spelling of `javascript:` gets through; control
 * characters are refused, since that parser would skip them.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export const isSafeLink = (url: string): boolean => hasScheme(url, LINK)

/**
 * Whether an image or a video may come from `url`: absolute, by http or https.
 *
 * `data:` is refused: it would carry SVG, and megabytes, into every answer.
 */
export const isSafeMedia = (url: string): boolean => hasScheme(url, MEDIA)

const hasScheme = (url: string, schemes: ReadonlySet<string>): boolean =>
  url.length <= 2048 && !HIDDEN.test(url) && URL.canParse(url) && schemes.has(new URL(url).protocol)
