/**
 * Lints the OpenAPI documents of every contract with a public linter: no error and no warning. Reaches for nothing outside.
 *
 * A test keeps the documents equal to what is served.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cwd = fileURLToPath(new URL('..', import.meta.url))
const documents = globSync('packages/rest/openapi/*.json', { cwd }).toSorted()
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }

const { status } = spawnSync(join(cwd, 'node_modules/.bin/redocly'), ['lint', ...documents], {
  cwd,
  env: { ...process.env, ...quiet },
  stdio: 'inherit',
})
process.exitCode = documents.length === 0 ? 1 : (status ?? 1)
