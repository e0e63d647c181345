import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = fileURLToPath(new URL('../peers/', import.meta.url))

/**
 * Installs the peers where they are missing: a package of their own, outside the workspace.
 *
 * Only this benchmark asks for them. Exactly the versions of its lock file.
 */
export const installPeers = (): void => {
  if (existsSync(`${folder}node_modules`)) return
  console.log('Installing the peers into bench/peers')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (npm.status !== 0) throw new Error('npm ci in bench/peers failed')
}

/** A peer by its name. What it exports is told by the caller: its types are not installed with ours. */
export const peer = async <Exports>(name: string): Promise<Exports> => {
  const { resolve } = createRequire(`${folder}package.json`)
  const loaded = (await import(pathToFileURL(resolve(name)).href)) as {
    readonly default?: Exports
  } & Exports
  return loaded.default ?? loaded
}
