import { expect, test } from 'vitest'
import { webhookSecret, webhookSignature } from './signature.js'

test('webhookSignature: is that of the specification’s example', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330 }
  expect(webhookSignature(secret, { ...message, body: '{"test": 2432232314}' })).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})

test('webhookSecret: is one of 32 bytes for each webhook, tenant and secret of the service', () => {
  const names = [
    ['s', 'a', 'b'],
    ['s', 'a', 'c'],
    ['s', 'b', 'b'],
    ['z', 'a', 'b'],
  ] as const
  const made = names.map(([secret, tenantId, webhookId]) =>
    webhookSecret(secret, { tenantId, webhookId }),
  )
  expect(new Set(made).size).toBe(4)
  for (const each of made) expect(Buffer.from(each.slice(6), 'base64')).toHaveLength(32)
})
