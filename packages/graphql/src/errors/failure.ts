import type { CommandFailure, ReadFailure } from '@kalends/core'
import type { BookmarksFailure } from '../context/bookmarks.js'
import type { BadInput } from './bad-input.js'

/** Why a field gave nothing. */
export type Failure = BadInput | BookmarksFailure | CommandFailure | ReadFailure
