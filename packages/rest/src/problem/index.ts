export { type Failure, refused } from './failure.js'
export { pathOf, pointerTo } from './pointer.js'
export {
  type FieldError,
  invalid,
  invalidAt,
  type Problem,
  type ProblemCode,
  PROBLEMS,
} from './problem.js'
export { fieldErrorOf, problemOf, wirePath } from './problem-of.js'
export { problemRefusals } from './problem-refusals.js'
export { problemResponse } from './problem-response.js'
export type { Refusals } from './refusals.js'
export { snakeCase } from './snake-case.js'
