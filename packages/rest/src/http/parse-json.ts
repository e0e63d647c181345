import * as E from 'fp-ts/lib/Either.js'

/** Reads JSON, refusing what is nested more than 64 deep before anything has to walk it. */
export const parseJson = (bytes: Uint8Array): E.Either<string, unknown> => {
  const text = utf8(bytes)
  if (text === null) return E.left('must be UTF-8')
  if (isNestedTooDeeply(text)) return E.left(`must be nested at most ${MAX_DEPTH} deep`)
  try {
    const value: unknown = JSON.parse(text)
    return E.right(value)
  } catch {
    return E.left('must be JSON')
  }
}

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const MAX_DEPTH = 64

/** Whether brackets outside of strings nest too deep. What is not JSON may be judged either way. */
const isNestedTooDeeply = (text: string): boolean => {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (quoted) {
      if (char === BACKSLASH) at += 1
      else if (char === QUOTE) quoted = false
    } else if (char === QUOTE) quoted = true
    else if (char === OPEN_LIST || char === OPEN_OBJECT) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
