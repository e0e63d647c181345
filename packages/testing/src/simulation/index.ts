export { badDay, type Fate, type FaultRates, goodDay } from './faults.js'
export { InvariantBroken } from './invariant-broken.js'
export { type Random, seededRandom } from './random.js'
export {
  type BrokenReport,
  simulate,
  type SimulationOptions,
  type SimulationReport,
} from './simulate.js'
export type { SimulatedBackground, SimulatedStorage, SimulationSubject } from './subject.js'
