/** Gathers what an answer says that is not in the log, so that its tag changes with it. */
export interface Outside {
  readonly note: (said: unknown) => void
  /** In no order. */
  readonly noted: () => readonly string[]
}

/** Nothing noted yet. */
export const newOutside = (): Outside => {
  const noted: string[] = []
  return { note: (said) => noted.push(JSON.stringify(said)), noted: () => noted }
}
