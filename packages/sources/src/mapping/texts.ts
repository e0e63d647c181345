import type { Body } from '@kalends/core'
import { defaultLimits, isHttpsUrl, longerThan } from '@kalends/core'

/** The title as core takes it: cut to its limit; the whole stays in `raw`. */
export const titleOf = (text: string | null): string =>
  cut(text?.trim() ?? '', defaultLimits.titleLength) || NO_TITLE

/** The location as core takes it: cut to its limit; null for none. */
export const locationOf = (text: string | null): string | null =>
  cut(text?.trim() ?? '', defaultLimits.locationLength) || null

/** The description as core takes it: cut to its limit, HTML not within a tag; null for none. */
export const bodyOf = (format: 'Plain' | 'Html', text: string | null): Body | null => {
  if (text === null || text.trim() === '') return null
  const content = cut(text, defaultLimits.bodyLength)
  return {
    format,
    content: content !== text && format === 'Html' ? withoutOpenTag(content) : content,
  }
}

/** The link, when it is one that may be followed: an https URL. */
export const urlOf = (text: string | null): string | null =>
  text !== null && isHttpsUrl(text) ? text : null

const cut = (text: string, limit: number): string =>
  longerThan(text, limit)
    ? Array.from(text.slice(0, 2 * limit))
        .slice(0, limit)
        .join('')
        .toWellFormed()
    : text

const withoutOpenTag = (html: string): string => {
  const open = html.lastIndexOf('<')
  return open > html.lastIndexOf('>') ? html.slice(0, open) : html
}

const NO_TITLE = '(No title)'
