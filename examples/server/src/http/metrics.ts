import type { EventQueries, EventStore, Outbox, Settlement } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts. */
export interface Metrics {
  readonly answered: (request: AnsweredRequest) => void
  readonly settled: (outcome: Settlement['type']) => void
  /** Everything in the text format of Prometheus. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

/** `route` is a pattern, never a path: labels stay few. */
export interface AnsweredRequest {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly durationMs: number
}

type Store = Pick<EventStore, 'tenants'> & Pick<EventQueries, 'head'> & Pick<Outbox, 'nextDue'>

/** The metrics of one server, in a registry of its own. */
export const newMetrics = (store: Store): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const settlements = new Counter({
    name: 'kalends_outbox_settled_total',
    help: 'Messages settled, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read())
      },
    })
  gauge('kalends_log_events', 'Domain events in the logs of all tenants', () => logLength(store))
  gauge('kalends_outbox_next_due_lag_seconds', 'How late the next message is', () => lag(store))
  return {
    answered: ({ method, route, status, durationMs }) =>
      durations.observe({ method, route, status }, durationMs / 1000),
    settled: (outcome) => settlements.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** The sum of the tenants' positions, which have no gaps. */
const logLength = async ({ tenants, head }: Store): Promise<number> => {
  const known = await tenants()
  if (E.isLeft(known)) return NaN
  const heads = await Promise.all(known.right.map((tenantId) => head(tenantId)()))
  return heads.reduce((sum, each) => sum + (E.isRight(each) ? each.right.position : NaN), 0)
}

const lag = async ({ nextDue }: Store): Promise<number> => {
  const due = await nextDue()
  if (E.isLeft(due)) return NaN
  return due.right === null ? 0 : Math.max(0, Date.now() - due.right) / 1000
}
