import type { FieldNode } from 'graphql'
import { valueFromASTUntyped } from 'graphql'

/**
 * As how many values a `findTimes` counts: the times that its input asks for, each with all of its optional attendees.
 * What a variable that was not sent may be by its default counts as the most. Without variables it is 1.
 */
export const timesFound = (
  { arguments: sent }: Pick<FieldNode, 'arguments'>,
  { variables }: { readonly variables: Readonly<Record<string, unknown>> | null },
): number => {
  const input = sent?.find(({ name }) => name.value === 'input')
  if (variables === null || input === undefined) return 1
  const search = new Map(entriesOf(valueFromASTUntyped(input.value, variables)))
  const count = search.has('count') ? countOf(search.get('count')) : DEFAULT_COUNT
  const optional = search.has('optional') ? lengthOf(search.get('optional')) : 0
  return count * Math.max(1, optional)
}

const DEFAULT_COUNT = 10
const MOST_TIMES = 1000
const MOST_ATTENDEES = 100

/** An input that is not told might be the largest. */
const entriesOf = (input: unknown): readonly (readonly [string, unknown])[] =>
  typeof input === 'object' && input !== null
    ? Object.entries(input)
    : [
        ['count', undefined],
        ['optional', undefined],
      ]

const countOf = (count: unknown): number => {
  if (count === null) return DEFAULT_COUNT
  return typeof count === 'number' && count >= 1 && count < MOST_TIMES ? count : MOST_TIMES
}

const lengthOf = (optional: unknown): number => {
  if (optional === undefined) return MOST_ATTENDEES
  return Array.isArray(optional) ? Math.min(optional.length, MOST_ATTENDEES) : 1
}
