/** A half-open window, as instants and as readings of the zone: every library takes what it knows. */
export interface BenchWindow {
  readonly fromMs: number
  readonly toMs: number
  readonly fromLocalMs: number
  readonly toLocalMs: number
}

/** What a library hands out, in its own form: turning it into numbers is not measured. */
export type Results = ArrayLike<unknown>

/** One parsed rule, ready to be asked. Nothing is remembered between two calls, where that can be told. */
export interface OpenedRule {
  readonly first: (count: number) => Results
  readonly between: (window: BenchWindow) => Results
  /** The first one at or after the window's start. */
  readonly next: (window: BenchWindow) => Results
}

/** A library that expands recurrence rules. */
export interface Library {
  readonly name: string
  /** Whether its results are instants, or readings of the local clock. */
  readonly clock: 'Instant' | 'Local'
  /** Parses a rule and its DTSTART with TZID; those without zones leave the TZID out. */
  readonly open: (text: string) => OpenedRule
  readonly msOf: (results: Results) => readonly number[]
}

/** The same lines for a library that knows no zones. */
export const withoutZone = (text: string): string => text.replace(/;TZID=[^:]+/, '')
