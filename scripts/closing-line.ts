/**
 * Prints the closing line of a whole run: `N passed, M failed`.
 *
 * Takes the exit codes of its other steps; each that is not 0 counts as one failure. Exits with 1
 * when anything failed, and when no test ran.
 */
import { existsSync, readFileSync } from 'node:fs'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

const reportFile = new URL('../.cache/tests.json', import.meta.url)

const readReport = (): Report | null =>
  existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report) : null

const failedSteps = process.argv.slice(2).filter((exitCode) => exitCode !== '0').length
const report = readReport()
const passed = report?.numPassedTests ?? 0
const failedTests = report?.numFailedTests ?? 0
// A step that failed because tests did is told by its tests.
const failed = Math.max(failedTests + failedSteps - (failedTests > 0 ? 1 : 0), passed === 0 ? 1 : 0)
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
