import { createCalendar, createWebhooks, openDirectory } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { describe, expect, test } from 'vitest'
import { attendeeApi, nativeApi, salesloftApi } from '../src/index.js'
import type { Contract } from './documents.js'
import { documentFile, documentOf, DOCUMENTS, typesFile } from './documents.js'
import { demoBearer } from './harness.js'

const host = {
  calendar: createCalendar({ store: memoryStore() }),
  directory: openDirectory,
  authenticate: demoBearer,
}

const webhooks = createWebhooks({ store: memoryStore(), secret: 'a secret of tests' })

const served = {
  native: nativeApi(host),
  salesloft: salesloftApi(host),
  attendee: attendeeApi({ ...host, webhooks }),
}

const contracts = ['native', 'salesloft', 'attendee'] as const

const update = process.env['UPDATE_SCHEMA'] === '1'

const typesOf = async (contract: Contract): Promise<string> => {
  const ast = await openapiTS(JSON.stringify(documentOf(contract)), { defaultNonNullable: false })
  return `// Generated from openapi/${contract}.json: see test/documents.test.ts.\n\n${astToString(ast)}`
}

describe.each(contracts)('the document of the contract %s', (contract) => {
  test('is what is served; UPDATE_SCHEMA=1 writes it', async () => {
    const document: unknown = await (await served[contract].request(DOCUMENTS[contract])).json()
    const file = documentFile(contract)
    if (update) await writeFile(file, `${JSON.stringify(document, null, 2)}\n`)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(document)
  })

  test("is what the client's types are generated from; UPDATE_SCHEMA=1 writes them", async () => {
    const types = await typesOf(contract)
    if (update) await writeFile(typesFile(contract), types)
    expect(await readFile(typesFile(contract), 'utf8')).toBe(types)
  })
})
