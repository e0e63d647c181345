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
export { problemResponse } from './problem-response.js'
export { snakeCase } from './snake-case.js'
