import type { EventTime } from '../event/index.js'

/** Whether two times begin and end together, in whatever zones they are read. */
export const sameEdges = (a: EventTime, b: EventTime): boolean =>
  a.type === b.type && a.start === b.start && a.end === b.end
