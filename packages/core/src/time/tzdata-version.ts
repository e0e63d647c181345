/**
 * The version of the time zone database the runtime carries: `2026c`. Null where it does not tell,
 * as in browsers.
 *
 * Results in future years depend on it: keep it beside what you store in UTC.
 */
export const tzdataVersion = (): string | null => {
  const host: Host = globalThis
  return host.process?.versions?.['tz'] ?? null
}

/** What Node adds to the globals, if this is Node. */
interface Host {
  readonly Intl: unknown
  readonly process?: { readonly versions?: Readonly<Record<string, string | undefined>> }
}
