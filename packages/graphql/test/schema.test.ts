import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { GraphQLSchema } from 'graphql'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { expect, test } from 'vitest'
import { newSchema } from '../src/index.js'

const FILE = fileURLToPath(new URL('../schema.graphql', import.meta.url))

/** In one form, since the file is formatted like all others. */
const printed = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`

test('schema.graphql is the schema; UPDATE_SCHEMA=1 writes it', async () => {
  const schema = printed(newSchema())
  if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(FILE, schema)
  expect(printed(buildSchema(await readFile(FILE, 'utf8')))).toBe(schema)
})
