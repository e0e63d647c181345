import * as E from 'fp-ts/lib/Either.js'
import { configOf } from './config.js'
import { startServer } from './start-server.js'

const STOP_MS = 20_000

const fail = (reason: string): never => {
  console.error(`kalends: ${reason}`)
  process.exit(1)
}

const config = configOf(process.env)
if (E.isLeft(config)) fail(config.left)
else {
  const { databaseFile, auth } = config.right
  const server = await startServer(config.right).catch((cause: unknown) =>
    fail(cause instanceof Error ? cause.message : String(cause)),
  )
  let signals = 0
  const stop = () => {
    signals += 1
    if (signals > 1) fail('told to stop again, and did')
    setTimeout(() => fail('could not stop in time'), STOP_MS).unref()
    server.stop().then(
      () => process.exit(0),
      (cause: unknown) => fail(String(cause)),
    )
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  const hint = auth.type === 'Demo' ? ', try it with Authorization: Bearer demo-ann' : ''
  console.log(`Kalends listens on ${server.url}, its database is ${databaseFile}${hint}`)
}
