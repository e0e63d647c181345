import { expect, test } from 'vitest'
import { bucketStream, sessionStream, trainingStream } from './streams.js'

test('a training, a bucket and a live session of one id have streams of their own', () => {
  const streams = [trainingStream, bucketStream, sessionStream].map((stream) => stream('x1'))
  expect(streams).toEqual(['training/x1', 'bucket/x1', 'session/x1'])
})
