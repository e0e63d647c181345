import * as fc from 'fast-check'

/** A property without anything drawn: a table, looked at once. */
export const once = (check: () => Promise<void>) => fc.asyncProperty(fc.constant('table'), check)
