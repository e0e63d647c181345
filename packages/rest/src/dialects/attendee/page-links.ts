/** Where a page is. */
export interface PageAddress {
  /** Of the request. */
  readonly url: URL
  /** Where callers reach the API; null: where the request says. */
  readonly baseUrl: string | null
  /** The path of the route, without what the API is mounted under. */
  readonly path: string
}

/** The absolute URL of a neighbouring page: the request's own, with all its parameters but the cursor; null where there is none. */
export const pageLink = (
  { url, baseUrl, path }: PageAddress,
  cursor: string | null,
): string | null => {
  if (cursor === null) return null
  const place = baseUrl === null ? `${url.origin}${url.pathname}` : `${trimmed(baseUrl)}${path}`
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^cursor(=|$)/.test(pair))
  return `${place}?${[...kept, `cursor=${cursor}`].join('&')}`
}

const trimmed = (url: string): string => url.replace(/\/+$/, '')
