import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * The secret that is kept beside the database, made when it is not there. Only its owner may read it.
 *
 * A database in memory gets a new one with each process.
 */
export const keptSecret = (databaseFile: string): string => {
  const made = randomBytes(32).toString('base64url')
  if (databaseFile === ':memory:') return made
  const file = `${databaseFile}.secret`
  try {
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx', flush: true })
    return made
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < made.length) throw new Error(`${file} is damaged: delete it to get a new one`)
  return secret
}

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code
