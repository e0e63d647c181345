import { createCalendar, createWebhooks, openDirectory } from '@kalends/core'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { authenticateBy } from './auth/authenticate.js'
import { startRunners } from './background/start-runners.js'
import type { Config } from './config.js'
import { demoDirectory } from './demo/directory.js'
import { seedOnce } from './demo/seed.js'
import { appOf } from './http/app.js'
import { listen } from './http/listen.js'
import { newMetrics } from './http/metrics.js'
import { newLog } from './log.js'
import { keptSecret } from './secret.js'

/** A server at work. */
export interface Running {
  readonly url: string
  /** Answers what it has, ends streams, stops the runners, closes the database. Takes at most some seconds. */
  readonly stop: () => Promise<void>
}

const REQUESTS_MS = 10_000

/** Opens the database, starts everything on it, and listens. Rejects with a reason for people. */
export const startServer = async (config: Config): Promise<Running> => {
  const { databaseFile, auth, notificationLog } = config
  const log = newLog(config.logLevel)
  const store = openSqliteStore({ file: databaseFile })
  const secret = config.secret ?? keptSecret(databaseFile)
  const directory = auth.type === 'Demo' ? demoDirectory : openDirectory
  const calendar = createCalendar({ store, directory, secret })
  // Who tries it out has the receiver on the same machine.
  const targets = auth.type === 'Demo' ? 'Any' : 'Public'
  const webhooks = createWebhooks({ store, secret, targets })
  if (auth.type === 'Demo') await seedOnce(calendar, store, Date.now())

  const stopping = new AbortController()
  const metrics = newMetrics(store)
  const app = appOf({
    calendar,
    webhooks,
    directory,
    authenticate: authenticateBy(auth, log),
    authenticateToken: authenticateBy(auth, log, 'Token'),
    publicUrl: config.publicUrl ?? null,
    secret,
    store,
    log,
    metrics,
    stopping: stopping.signal,
  })
  const server = await listen(app, config)
  const stopRunners = await startRunners({
    ...{ store, calendar, webhooks, log, metrics, notificationLog },
    bots: auth.type === 'Demo' ? 'Scripted' : 'None',
  })
  return {
    url: server.url,
    stop: async () => {
      stopping.abort()
      await server.close(REQUESTS_MS)
      await stopRunners()
      await store.close()
    },
  }
}
