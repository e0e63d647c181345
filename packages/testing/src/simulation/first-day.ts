/** The first day on which simulated events take place. */
export const FIRST_DAY_MS = Date.UTC(2027, 2, 8)
