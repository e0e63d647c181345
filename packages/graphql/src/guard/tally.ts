import type { DocumentNode } from 'graphql'
import { BREAK, visit } from 'graphql'

/** How many aliases and directives a document writes, wherever they stand. */
export interface Tally {
  readonly aliases: number
  readonly directives: number
}

/** Counts them, and stops soon after either is more than `atMost`. */
export const tally = (document: DocumentNode, atMost: Tally): Tally => {
  let aliases = 0
  let directives = 0
  const counted = () =>
    aliases > atMost.aliases || directives > atMost.directives ? BREAK : undefined
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1
      return counted()
    },
    Directive: () => {
      directives += 1
      return counted()
    },
  })
  return { aliases, directives }
}
