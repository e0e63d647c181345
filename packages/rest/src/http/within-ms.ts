/** What a promise comes to within a time, or `Late`. Leaves no timer. */
export const withinMs = async <A>(promise: Promise<A>, timeoutMs: number): Promise<A | 'Late'> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'Late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'Late')
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
