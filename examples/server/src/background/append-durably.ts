import { type FileHandle, open } from 'node:fs/promises'

/** A file that lines are appended to. */
export interface DurableLines {
  /** Resolves when the line is on disk. Lines that wait together are flushed together. */
  readonly append: (line: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens a file to append lines to. A line that a crash cut short is ended first. */
export const durableLines = async (path: string): Promise<DurableLines> => {
  const file = await open(path, 'a+')
  let waiting = (await endsMidLine(file)) ? '\n' : ''
  let flush: Promise<void> | null = null

  const flushAll = async () => {
    flush = null
    const lines = waiting
    waiting = ''
    await file.appendFile(lines)
    await file.datasync()
  }
  let last: Promise<void> = Promise.resolve()
  return {
    append: (line) => {
      waiting += `${line}\n`
      flush ??= last.then(flushAll, flushAll)
      last = flush
      return flush
    },
    close: async () => {
      await last.catch(() => undefined)
      await file.close()
    },
  }
}

const endsMidLine = async (file: FileHandle): Promise<boolean> => {
  const { size } = await file.stat()
  if (size === 0) return false
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString('latin1') !== '\n'
}
