/** The medians, in ms, of what each of two costs over 200 rounds. In turns, so that both meet the same other work of the machine. */
export const costsOf = async (
  first: () => Promise<void>,
  second: () => Promise<void>,
): Promise<readonly [number, number]> => {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 200; round += 1) {
    times[0].push(await msOf(first))
    times[1].push(await msOf(second))
  }
  return [medianOf(times[0]), medianOf(times[1])]
}

const msOf = async (ask: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  await ask()
  return performance.now() - begun
}

const medianOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[100] ?? Infinity
