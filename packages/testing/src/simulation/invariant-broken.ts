/** A promise that did not hold: which, and how it showed. */
export class InvariantBroken extends Error {
  readonly invariant: string
  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`)
    this.name = 'InvariantBroken'
    this.invariant = invariant
  }
}
