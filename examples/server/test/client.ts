/** What the API answered; `json` is null when there was no body. */
export interface Answered {
  readonly status: number
  readonly json: unknown
}

/** What stands at a path of names in a JSON document; undefined where it leads nowhere. */
export const at = (json: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined,
    json,
  )

/** The list that stands there; empty when there is none. */
export const listAt = (json: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(json, ...path)
  return Array.isArray(found) ? found : []
}

/** The text that stands there. */
export const textAt = (json: unknown, ...path: readonly string[]): string =>
  String(at(json, ...path))

export type Call = (method: string, path: string, body?: unknown) => Promise<Answered>

/** Speaks JSON with a server in the name of a token's user. */
export const clientOf =
  (url: string, token: string): Call =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json: unknown = text === '' ? null : JSON.parse(text)
    return { status: response.status, json }
  }

/** A meeting of an hour in New York, next March. */
export const meeting = (id: string, ...guests: readonly string[]) => ({
  id,
  title: 'Planning',
  time_slot: {
    start: '2027-03-08T09:00:00',
    end: '2027-03-08T10:00:00',
    time_zone: 'America/New_York',
  },
  participants: guests.map((user_id) => ({ user_id })),
})
