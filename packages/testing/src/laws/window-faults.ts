import type { InWindow } from './window.js'

/** Takes a window's first instant as excluded. WINDOW-001 and WINDOW-002 must reject it. */
export const withoutItsStart =
  (inWindow: InWindow): InWindow =>
  (window) =>
  (start, end) =>
    start !== (window.startFrom?.at ?? window.points) && inWindow(window)(start, end)

/** Takes closed bounds for open ones. WINDOW-002 must reject it. */
export const withOpenBounds =
  (inWindow: InWindow): InWindow =>
  ({ endTo, ...window }) =>
    inWindow(endTo === undefined ? window : { ...window, endTo: { ...endTo, closed: false } })

/** Loses what reaches over an edge of a window. WINDOW-003 must reject it. */
export const onlyWhole =
  (inWindow: InWindow): InWindow =>
  (window) =>
  (start, end) =>
    inWindow(window)(start, end) &&
    start >= (window.endFrom?.at ?? start) &&
    end <= (window.startTo?.at ?? end)

/** Looks only at where an interval starts. WINDOW-004 must reject it, WINDOW-003 cannot. */
export const onlyByStart =
  (_inWindow: InWindow): InWindow =>
  ({ points = -Infinity, startTo }) =>
  (start) =>
    start >= points && start < (startTo?.at ?? Infinity)

/** Has no rule for points. WINDOW-001 and WINDOW-005 must reject it. */
export const withoutPoints =
  (inWindow: InWindow): InWindow =>
  ({ points: _points, ...window }) =>
    inWindow(window)

/** Forgets the last bound of many. WINDOW-002 must reject it. */
export const forgetsTheLastBound =
  (inWindow: InWindow): InWindow =>
  ({ endTo, ...window }) =>
    inWindow(window.startTo !== undefined || endTo === undefined ? window : { ...window, endTo })
