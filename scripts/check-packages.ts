/**
 * Checks what users will install: packs every publishable package, lints the tarballs, installs them
 * outside the workspace with npm, and there imports, requires and type-checks every entry. Then runs the
 * suite of event stores on a store that is not ours.
 *
 * Needs the packages built.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports: Readonly<Record<string, unknown>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

interface Packed {
  readonly manifest: Manifest
  readonly tarball: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

/** Runs a command, and stops everything with its output when it fails. */
const run = (cwd: string, command: string, args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status === 0) return stdout
  throw new Error([`${command} ${args.join(' ')}`, error?.message, stdout, stderr].join('\n'))
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

const publishable = (): readonly string[] =>
  readdirSync(join(root, 'packages'))
    .map((name) => join(root, 'packages', name))
    .filter((folder) => readManifest(folder).private !== true)

const pack = (folder: string, to: string): Packed => {
  const target = join(to, basename(folder))
  mkdirSync(target)
  run(folder, 'pnpm', ['pack', '--pack-destination', target])
  const tarball = join(target, readdirSync(target)[0] ?? '')
  run(target, 'tar', ['-xzf', tarball])
  return { manifest: readManifest(join(target, 'package')), tarball }
}

const entriesOf = ({ exports }: Manifest): readonly (readonly [string, unknown])[] =>
  Object.entries(exports).filter(([subpath]) => subpath !== './package.json')

const offersCommonJs = (target: unknown): boolean =>
  typeof target === 'object' && target !== null && 'require' in target

const specifierOf = (manifest: Manifest, subpath: string): string =>
  manifest.name + subpath.slice(1)

const lint = ({ manifest, tarball }: Packed): void => {
  const workspaceOnly = /"(?:@kalends\/source|(?:workspace|catalog):[^"]*)"/
  const leak = workspaceOnly.exec(JSON.stringify(manifest))
  if (leak !== null) throw new Error(`${manifest.name}: ${leak[0]} is in the published manifest`)
  run(root, bin('publint'), ['run', tarball, '--strict'])
  const isDual = entriesOf(manifest).every(([, target]) => offersCommonJs(target))
  run(root, bin('attw'), [tarball, '--profile', isDual ? 'node16' : 'esm-only', '--no-emoji'])
}

/** A project like a user's: the tarballs and their peers, from npm, out of reach of the workspace. */
const install = (packed: readonly Packed[], project: string): void => {
  const peers = packed.flatMap(({ manifest }) => Object.entries(manifest.peerDependencies ?? {}))
  const tarballs = packed.map(
    ({ manifest, tarball }) => [manifest.name, `file:${tarball}`] as const,
  )
  const dependencies = Object.fromEntries([...peers, ...tarballs])
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', dependencies }))
  run(project, 'npm', [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  ])
}

const load = (packed: readonly Packed[], project: string): number => {
  const entries = packed.flatMap(({ manifest }) =>
    entriesOf(manifest).map(([subpath, target]) => ({
      specifier: specifierOf(manifest, subpath),
      commonJs: offersCommonJs(target),
    })),
  )
  const imports = entries.map(({ specifier }) => `await import('${specifier}')`)
  const requires = entries
    .filter(({ commonJs }) => commonJs)
    .map(({ specifier }) => `require('${specifier}')`)
  const types = entries.map(({ specifier }, i) => `export * as e${i} from '${specifier}'`)
  writeFileSync(join(project, 'imports.mjs'), imports.join('\n'))
  writeFileSync(join(project, 'requires.cjs'), requires.join('\n'))
  writeFileSync(join(project, 'types.ts'), types.join('\n'))
  run(project, process.execPath, ['imports.mjs'])
  run(project, process.execPath, ['requires.cjs'])
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', types: [] }
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['types.ts'] }),
  )
  run(project, bin('tsc'), [])
  return imports.length + requires.length
}

/** One call of the typed client, since what it is made of is required otherwise than it is imported. */
const call = (project: string): void => {
  const used = `createClient({ baseUrl: 'http://x.example', token: 't', fetch: (request) => Response.json(request.url) })
    .GET('/calendar/events')
    .then(({ data }) => { if (data !== 'http://x.example/calendar/events') throw new Error(data) })`
  const from = "'@kalends/rest/client'"
  writeFileSync(join(project, 'call.mjs'), `import { createClient } from ${from}\n${used}`)
  writeFileSync(join(project, 'call.cjs'), `const { createClient } = require(${from})\n${used}`)
  for (const file of ['call.mjs', 'call.cjs']) run(project, process.execPath, [file])
}

const STRICT = 'stage(decision, '
const LAX =
  "stage({ ...decision, expected: decision.expected.type === 'None' ? { type: 'Any' } : decision.expected }, "

/** The test file that the guide shows. */
const snippet = (): string => {
  const [, code] =
    /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/laws.md'), 'utf8')) ?? []
  if (code === undefined) throw new Error('docs/laws.md has no snippet')
  return code
}

/** Certifies a store of somebody else's, as the guide says: the right one passes, a broken one is named. */
const certify = (packed: readonly Packed[], project: string): void => {
  const needed = ['@kalends/core', '@kalends/testing']
  install(
    packed.filter(({ manifest }) => needed.includes(manifest.name)),
    project,
  )
  const right = readFileSync(join(root, 'scripts/stranger/store.js'), 'utf8')
  const broken = right.replace(STRICT, LAX)
  if (broken === right) throw new Error('the store to break has changed')
  writeFileSync(join(project, 'store.test.js'), snippet())
  const runSuite = (store: string): string => {
    writeFileSync(join(project, 'store.js'), store)
    const args = ['--test', '--test-reporter=tap', 'store.test.js']
    return spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' }).stdout
  }
  const failuresIn = (tap: string): readonly string[] =>
    tap.match(/(?<=not ok \d+ - )STORE-\d+/g) ?? []
  const passed = runSuite(right)
  if (failuresIn(passed).length > 0 || !/^ok \d+ - STORE-005/m.test(passed)) throw new Error(passed)
  const failed = runSuite(broken)
  if (!failuresIn(failed).includes('STORE-005')) throw new Error(failed)
}

const work = mkdtempSync(join(tmpdir(), 'kalends-packages-'))
try {
  const packed = publishable().map((folder) => pack(folder, work))
  packed.forEach(lint)
  install(packed, join(work, 'project'))
  const loads = load(packed, join(work, 'project'))
  call(join(work, 'project'))
  certify(packed, join(work, 'stranger'))
  console.log(`${packed.length} packages packed, linted and installed, ${loads} entries loaded`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
