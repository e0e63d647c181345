/** What folding a user's bookmarks yields: what is bookmarked, the last one last. */
export interface State {
  readonly ids: ReadonlySet<string>
}

/** The state of a user who has bookmarked nothing. */
export const initialState: State = { ids: new Set() }
