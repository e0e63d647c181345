import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** A server in a process of its own. */
export interface Spawned {
  readonly url: string
  readonly process: ChildProcess
  /** What it has written so far. */
  readonly output: () => string
  /** Sends the signal; resolves with the exit code, or null when it was killed. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>
}

export type Env = Readonly<Record<string, string>>

const FROM_SOURCES: readonly string[] = [
  '--conditions=@kalends/source',
  '--import',
  path('./from-source.mjs'),
  path('../src/main.ts'),
]

const begin = (env: Env, args = FROM_SOURCES) => {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, args, {
    env: { PATH, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const written = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const listener of written) listener()
    })
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, exited, written, output: () => output }
}

/** Starts a server that is expected to refuse to. */
export const refusal = async (env: Env) => {
  const { exited, output } = begin(env)
  return { code: await exited, output: output() }
}

/** Starts a server, and waits until it listens. By default what is run are the sources. */
export const spawnServer = async (env: Env, args?: readonly string[]): Promise<Spawned> => {
  const { child, exited, written, output } = begin(env, args)
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [, found] = /listens on (http:\S+),/.exec(output()) ?? []
      if (found !== undefined) resolve(found)
    }
    written.add(look)
    void exited.then((code) => reject(new Error(`exited with ${code}: ${output()}`)))
  })
  const end: Spawned['end'] = (signal) => {
    child.kill(signal)
    return exited
  }
  return { url, process: child, output, end }
}

/** A folder for one test's database, and how to be rid of it. */
export const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-'))
  return {
    file: (name: string) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
