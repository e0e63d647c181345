/**
 * BYSETPOS: which of `total` candidates are taken, as indices from 0, ascending, each once.
 *
 * Positions count from 1, or from the end when negative; those beyond the set name nothing.
 */
export const positionsIn = (total: number, positions: readonly number[]): readonly number[] => {
  const indices: number[] = []
  for (const position of positions) {
    const index = position > 0 ? position - 1 : total + position
    if (index >= 0 && index < total) indices.push(index)
  }
  return ascending(indices)
}

/** The numbers in order, each once. */
export const ascending = (numbers: readonly number[]): readonly number[] =>
  numbers.length < 2 ? numbers : [...new Set(numbers)].sort((a, b) => a - b)
