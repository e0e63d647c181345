import type { Store, StoreUnderTest } from '../laws/index.js'
import type { Process, ProcessParts } from './process.js'
import { startProcess } from './process.js'

/** The processes of a service, and a store handle to look at it from outside. */
export interface Services {
  readonly processes: () => readonly Process[]
  readonly observed: () => Store
  /** One process dies, and another takes its place. Says which. */
  readonly killOne: () => Promise<string>
  /** All die; the storage is reopened. */
  readonly restart: () => Promise<string>
  readonly kills: () => number
  readonly close: () => Promise<void>
}

const PROCESSES = 3

/** Starts them. */
export const openServices = async (parts: ProcessParts): Promise<Services> => {
  const { storage, random } = parts
  let number = 0
  let kills = 0
  let observed: StoreUnderTest = await storage.open()
  const start = () => {
    number += 1
    return startProcess(parts, `process ${number}`)
  }
  const startAll = async () => {
    const all: Process[] = []
    while (all.length < PROCESSES) all.push(await start())
    return all
  }
  const closeAll = async () => {
    for (const process of processes) await process.kill()
    kills += processes.length
    processes = []
    await observed.close()
  }
  let processes: readonly Process[] = await startAll()
  return {
    processes: () => processes,
    observed: () => observed.store,
    killOne: async () => {
      const killed = random.oneOf(processes)
      if (killed === undefined) return 'nobody to kill'
      await killed.kill()
      kills += 1
      const started = await start()
      processes = processes.map((each) => (each === killed ? started : each))
      return `${killed.name} is killed, ${started.name} starts`
    },
    restart: async () => {
      await closeAll()
      await storage.restart()
      observed = await storage.open()
      processes = await startAll()
      return 'the storage is reopened'
    },
    kills: () => kills,
    close: closeAll,
  }
}
