import { html, raw } from 'hono/html'
import type { OpenApiDocument } from '../openapi/index.js'
import type { Schema } from '../wire/index.js'
import { isRecord } from '../wire/index.js'
import { STYLE } from './style.js'

/**
 * An OpenAPI document as a page to read: one file without scripts, which loads nothing, so that it works
 * offline and under the strictest policy.
 */
export const docsPage = async (document: OpenApiDocument): Promise<Response> =>
  new Response(String(await page(document)), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
    },
  })

type Html = ReturnType<typeof html>

const page = ({ info, paths, components }: OpenApiDocument): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: reference</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${info.title}</h1>
          <p>${info.description} Every request carries <code>Authorization: Bearer</code>.</p>
          <p><a href="openapi.json">The OpenAPI 3.1 document</a></p>
        </header>
        <nav>${contents(paths)}</nav>
        <main>
          ${operationsOf(paths).map(operationSection)}
          <h2 id="schemas">Schemas</h2>
          ${Object.entries(components.schemas).map(schemaSection)}
        </main>
      </body>
    </html>`

interface Operation {
  readonly path: string
  readonly method: string
  readonly id: string
  readonly summary: string
  readonly described: Schema
}

const operationsOf = (paths: OpenApiDocument['paths']): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      path,
      method: method.toUpperCase(),
      id: textOf(described['operationId']),
      summary: textOf(described['summary']),
      described,
    })),
  )

const contents = (paths: OpenApiDocument['paths']): Html =>
  html`<ul>
    ${operationsOf(paths).map(
      ({ id, summary, method, path }) =>
        html`<li><a href="#${id}">${summary}</a> <code>${method} ${path}</code></li>`,
    )}
    <li><a href="#schemas">Schemas</a></li>
  </ul>`

const operationSection = ({ id, summary, method, path, described }: Operation): Html =>
  html`<section id="${id}">
    <h2>${summary}</h2>
    <p class="route"><b>${method}</b> <code>${path}</code></p>
    <p>${described['description']}</p>
    ${parametersTable(listOf(described['parameters']))} ${requestOf(described['requestBody'])}
    <h3>Answers</h3>
    <dl>${membersOf(described['responses']).map(answerEntry)}</dl>
  </section>`

const parametersTable = (parameters: readonly Schema[]): Html =>
  parameters.length === 0
    ? html``
    : html`<h3>Parameters</h3>
        <table>
          ${parameters.map(
            ({ name, in: where, required, description, schema }) =>
              html`<tr>
                <th><code>${name}</code></th>
                <td>${where}${required === true ? ', required' : ''}</td>
                <td>${typeOf(schema)}</td>
                <td>${description}</td>
              </tr>`,
          )}
        </table>`

const requestOf = (body: unknown): Html =>
  isRecord(body)
    ? html`<h3>Body</h3>
        <p>${membersOf(body['content']).map(mediaEntry)}</p>`
    : html``

const mediaEntry = ([type, media]: readonly [string, Schema]): Html =>
  html`<span class="media"><code>${type}</code>: ${typeOf(media['schema'])}</span> `

const answerEntry = ([status, answer]: readonly [string, Schema]): Html =>
  html`<dt>${status}</dt>
    <dd>${answer['description']} ${membersOf(answer['content']).map(mediaEntry)}</dd>`

const schemaSection = ([name, schema]: readonly [string, Schema]): Html =>
  html`<section id="schema-${name}">
    <h3>${name}</h3>
    <p>${schema['description']}</p>
    ${
      membersOf(schema['properties']).length === 0
        ? html`<p>${typeOf({ ...schema, title: undefined })}</p>`
        : propertiesTable(schema)
    }
  </section>`

const propertiesTable = (schema: Schema): Html => {
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : []
  return html`<table>
    ${membersOf(schema['properties']).map(
      ([name, property]) =>
        html`<tr>
          <th><code>${name}</code></th>
          <td>${required.includes(name) ? 'required' : ''}</td>
          <td>${typeOf(property)}</td>
          <td>${property['description']}</td>
        </tr>`,
    )}
  </table>`
}

/** A schema in few words, with links to those that have a name. */
const typeOf = (schema: unknown): Html => {
  if (!isRecord(schema)) return html`anything`
  const { $ref: ref, type, items, enum: values, anyOf, oneOf, allOf } = schema
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? ''
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const choices = [anyOf, oneOf].find(Array.isArray)
  if (choices !== undefined) return joined(listOf(choices).map(typeOf), ' or ')
  if (Array.isArray(allOf)) return joined(listOf(allOf).slice(0, 1).map(typeOf), '')
  if (Array.isArray(values)) return html`<code>${values.join(' | ')}</code>`
  if (type === 'array') return html`list of ${typeOf(items)}`
  return html`${textOf(type)}${boundsOf(schema)}`
}

const boundsOf = ({ format, minLength, maxLength, minimum, maximum }: Schema): string =>
  [
    typeof format === 'string' ? ` (${format})` : '',
    typeof maxLength === 'number' ? `, ${textOf(minLength ?? 0)} to ${maxLength} characters` : '',
    typeof minimum === 'number' ? `, from ${minimum}` : '',
    typeof maximum === 'number' ? ` to ${maximum}` : '',
  ].join('')

const joined = (parts: readonly Html[], between: string): Html =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const listOf = (value: unknown): readonly Schema[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

const membersOf = (value: unknown): readonly (readonly [string, Schema])[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, member]) => (isRecord(member) ? [[key, member]] : []))
    : []
