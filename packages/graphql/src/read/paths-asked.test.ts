import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { Kind, parse } from 'graphql'
import { expect, test } from 'vitest'
import { pathsAsked } from './paths-asked.js'

const asked = (text: string) => {
  const { definitions } = parse(text)
  const fragments: Record<string, FragmentDefinitionNode> = {}
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each
  }
  const { selectionSet } = definitions[0] as OperationDefinitionNode
  const fieldNodes = selectionSet.selections.filter((each) => each.kind === Kind.FIELD)
  return [...pathsAsked({ fieldNodes, fragments })].filter((path) => !path.includes('...'))
}

test('paths: the fields below a field by name, whatever they are called in the answer', () => {
  expect(asked('{ a { b { it: c } d } }')).toEqual(['b', 'b.c', 'd'])
})

test('paths: fragments are spread, inline ones too, and fields that are asked for twice are one', () => {
  const text =
    '{ a { ...F ... on T { d } } a { e } } fragment F on T { b { ...G } } fragment G on T { c }'
  expect(asked(text)).toEqual(['b', 'b.c', 'd', 'e'])
})

test('paths: fragments that spread others twice take no longer for it', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`,
  )
  expect(asked(`{ a { ...F0 } } ${doubling.join(' ')} fragment F60 on T { b }`)).toEqual(['b'])
})
