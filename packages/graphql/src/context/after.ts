/** Goes on with a value at once, or with what a promise comes to. */
export const after = <A, B>(value: A | Promise<A>, next: (value: A) => B): B | Promise<B> =>
  value instanceof Promise ? value.then(next) : next(value)
