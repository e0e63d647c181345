import type { Measured } from './comparison.js'
import { interleaved } from './interleaved.js'
import type { Library } from './library.js'
import { parseOnly } from './ours.js'
import { parsed } from './rules.js'

/** (a) The lines to a rule that can be asked; of ours also the reading alone, before the rule is opened. */
export const parsing = (libraries: readonly Library[]): readonly Measured[] =>
  parsed.map(({ name, text }) => ({
    name: `parse ${name}`,
    ns: interleaved([
      ...libraries.map((library) => ({ name: library.name, run: () => [library.open(text)] })),
      { name: READ_ONLY, run: () => [parseOnly(text)] },
    ]),
    remarks: [],
  }))

/** The column of our reading without opening. */
export const READ_ONLY = 'ours, not opened'
