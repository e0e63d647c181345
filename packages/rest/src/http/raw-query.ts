/** The query of a request as it was sent: every value of every name; null for one that is not percent-encoded text. */
export type RawQuery = ReadonlyMap<string, readonly (string | null)[]>

/** Reads the query of a URL. A name that can't be read is no name that anyone knows, and is left out. */
export const rawQuery = (url: URL): RawQuery => {
  const query = new Map<string, (string | null)[]>()
  for (const pair of url.search.slice(1).split('&')) {
    const [, name = '', value = ''] = PAIR.exec(pair) ?? []
    const key = decoded(name.replaceAll('+', ' '))
    if (pair === '' || key === null) continue
    const values = query.get(key) ?? []
    query.set(key, [...values, decoded(value.replaceAll('+', ' '))])
  }
  return query
}

/** Percent-decodes; null when that gives no text. */
export const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const PAIR = /^([^=]*)=?(.*)$/s
