/** Why a bookmark was refused. */
export type Rejection = { readonly type: 'TooManyBookmarks'; readonly limit: number }
