import type { Invitees } from './command.js'
import type { Problem } from './problem.js'

/** The problems of a list with users that the directory does not know. */
export const unknownUsers = ({ unknown }: Invitees): readonly Problem[] =>
  unknown.map(({ index }) => ({
    path: ['participants', String(index), 'userId'],
    reason: 'UnknownUser',
  }))
