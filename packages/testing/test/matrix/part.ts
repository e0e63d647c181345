const DAY_MS = 86_400_000

/** In how many parts the pairs are tried. */
export const PARTS = 12

/** Which of them it is today, or by `MATRIX_PART`. */
export const PART = Number(process.env['MATRIX_PART'] ?? Math.floor(Date.now() / DAY_MS)) % PARTS

/** Whether it is the turn of a number. */
export const inPart = (number: number): boolean => number % PARTS === PART
