import { isSafeLink } from './safe-url.js'

/** The attributes of an op: known names only, each with a value that Quill itself writes. */
export type Attributes = Readonly<Record<string, string | number | true>>

type Accepts = (value: string | number | boolean) => boolean

/** A colour as Quill or a browser writes it. No `url()`, no `expression()`, no `var()`. */
export const COLOUR =
  /^(?:#[0-9a-f]{3,8}|[a-z]{1,24}|rgba?\(\s?\d{1,3}\s?(?:,\s?[\d.]{1,5}\s?){2,3}\))$/i

const isTrue: Accepts = (value) => value === true
const oneOf =
  (...values: readonly (string | number)[]): Accepts =>
  (value) =>
    value !== true && value !== false && values.includes(value)
const matching =
  (form: RegExp): Accepts =>
  (value) =>
    typeof value === 'string' && form.test(value)
const between =
  (least: number, most: number): Accepts =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const KNOWN: ReadonlyMap<string, Accepts> = new Map<string, Accepts>([
  ['bold', isTrue],
  ['italic', isTrue],
  ['underline', isTrue],
  ['strike', isTrue],
  ['code', isTrue],
  ['blockquote', isTrue],
  ['code-block', (value) => isTrue(value) || matching(/^[a-z][a-z0-9+#-]{0,31}$/i)(value)],
  ['script', oneOf('sub', 'super')],
  ['header', between(1, 6)],
  ['list', oneOf('ordered', 'bullet', 'checked', 'unchecked')],
  ['indent', between(1, 8)],
  ['align', oneOf('center', 'right', 'justify')],
  ['direction', oneOf('rtl')],
  ['size', oneOf('small', 'large', 'huge')],
  ['font', oneOf('serif', 'monospace')],
  ['color', matching(COLOUR)],
  ['background', matching(COLOUR)],
  ['link', (value) => typeof value === 'string' && isSafeLink(value)],
  ['alt', (value) => typeof value === 'string' && value.length <= 1000 && value.isWellFormed()],
  ['width', matching(/^\d{1,4}(?:px|%)?$/)],
  ['height', matching(/^\d{1,4}(?:px|%)?$/)],
])

/**
 * Keeps the attributes that are known and have a value Quill writes, and drops the others.
 *
 * Reads own properties by known names only, so neither `__proto__` nor a deep value is ever touched.
 *
 * @see https://quilljs.com/docs/formats
 */
export const knownAttributes = (given: object): Attributes => {
  const kept: Record<string, string | number | true> = {}
  for (const [name, accepts] of KNOWN) {
    const value: unknown = Object.getOwnPropertyDescriptor(given, name)?.value
    if (value === true && accepts(value)) kept[name] = value
    if ((typeof value === 'string' || typeof value === 'number') && accepts(value)) {
      kept[name] = value
    }
  }
  return kept
}
