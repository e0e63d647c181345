/** Says three or more neighbours as `first to last`; `values` are sorted, each once. */
export const runs = (
  values: readonly number[],
  to: (first: string, last: string) => string,
): readonly string[] => {
  const words: string[] = []
  let first = 0
  for (const [i, value] of values.entries()) {
    if (values[i + 1] === value + 1) continue
    const run = values.slice(first, i + 1).map(String)
    words.push(...(run.length < 3 ? run : [to(run[0] ?? '', `${value}`)]))
    first = i + 1
  }
  return words
}
