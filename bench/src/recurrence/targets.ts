/** What a run must show, and whether this one did. */
export interface Target {
  readonly claim: string
  readonly wanted: number
  readonly got: number
  readonly type: 'AtLeast' | 'AtMost'
}

/** A ratio of two figures of the same run that must not be smaller. */
export const atLeast = (claim: string, wanted: number, got: number): Target => ({
  type: 'AtLeast',
  claim,
  wanted,
  got,
})

/** A ratio of two figures of the same run that must not be greater. */
export const atMost = (claim: string, wanted: number, got: number): Target => ({
  type: 'AtMost',
  claim,
  wanted,
  got,
})

/** Prints each target with what was measured. */
export const printTargets = (targets: readonly Target[]): void => {
  console.log('\nTargets\n')
  for (const { type, claim, wanted, got } of targets) {
    const held = type === 'AtLeast' ? got >= wanted : got <= wanted
    const words = type === 'AtLeast' ? 'at least' : 'at most'
    console.log(
      `  ${held ? 'held  ' : 'MISSED'} ${claim}: ${words} ${wanted}x, got ${got.toPrecision(3)}x`,
    )
  }
}
