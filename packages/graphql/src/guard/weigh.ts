import type { ArgumentNode, DocumentNode, FieldNode, SelectionSetNode, ValueNode } from 'graphql'
import { Kind } from 'graphql'
import { timesFound } from './times-found.js'

/** How heavy a document is, its fragments spread. */
export interface Weight {
  readonly depth: number
  /** How many values it may answer with. */
  readonly cost: number
}

/** What sizes are read from. */
export interface Sizes {
  /** Null while they are not known: a size that is one counts as 1. */
  readonly variables: Readonly<Record<string, unknown>> | null
  /** Of a connection that is asked for no number. */
  readonly default: number
  /** Of a connection whose number is not told. */
  readonly greatest: number
}

/**
 * Weighs a document without looking at a schema: every fragment once, however often it is spread.
 *
 * A field costs 1, and its fields as often as its `first`, `last` or `count` says. `Cyclic` when fragments spread
 * themselves.
 */
export const weigh = (document: DocumentNode, sizes: Sizes): Weight | 'Cyclic' => {
  const fragments = new Map<string, SelectionSetNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet)
    }
  }
  const weighing = { sizes, fragments, known: new Map<string, Weight | 'Open'>() }
  const parts = document.definitions.map((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      return ofFragment(weighing, definition.name.value)
    return definition.kind === Kind.OPERATION_DEFINITION
      ? ofSelections(weighing, definition.selectionSet)
      : NOTHING
  })
  return parts.reduce<Weight | 'Cyclic'>(beside, NOTHING)
}

interface Weighing {
  readonly sizes: Sizes
  readonly fragments: ReadonlyMap<string, SelectionSetNode>
  /** `Open` while it is being weighed. */
  readonly known: Map<string, Weight | 'Open'>
}

const NOTHING: Weight = { depth: 0, cost: 0 }

const beside = (a: Weight | 'Cyclic', b: Weight | 'Cyclic'): Weight | 'Cyclic' =>
  a === 'Cyclic' || b === 'Cyclic'
    ? 'Cyclic'
    : { depth: Math.max(a.depth, b.depth), cost: a.cost + b.cost }

const ofSelections = (
  weighing: Weighing,
  selectionSet: SelectionSetNode | undefined,
): Weight | 'Cyclic' => {
  let weight: Weight | 'Cyclic' = NOTHING
  for (const selection of selectionSet?.selections ?? []) {
    switch (selection.kind) {
      case Kind.FIELD:
        weight = beside(weight, ofField(weighing, selection))
        break
      case Kind.INLINE_FRAGMENT:
        weight = beside(weight, ofSelections(weighing, selection.selectionSet))
        break
      case Kind.FRAGMENT_SPREAD:
        weight = beside(weight, ofFragment(weighing, selection.name.value))
        break
    }
    if (weight === 'Cyclic') return weight
  }
  return weight
}

const ofFragment = (weighing: Weighing, name: string): Weight | 'Cyclic' => {
  const known = weighing.known.get(name)
  if (known !== undefined) return known === 'Open' ? 'Cyclic' : known
  weighing.known.set(name, 'Open')
  const weight = ofSelections(weighing, weighing.fragments.get(name))
  if (weight !== 'Cyclic') weighing.known.set(name, weight)
  return weight
}

const ofField = (weighing: Weighing, field: FieldNode): Weight | 'Cyclic' => {
  const inner = ofSelections(weighing, field.selectionSet)
  if (inner === 'Cyclic') return inner
  const size = field.selectionSet === undefined ? 1 : sizeOf(field, weighing.sizes)
  return { depth: inner.depth + 1, cost: 1 + size * inner.cost }
}

const SIZED: ReadonlySet<string> = new Set(['first', 'last', 'count'])

/** Fields with many values that are asked for no number. */
const MANY: ReadonlySet<string> = new Set([
  'getCalendarEvents',
  'participants',
  'history',
  'explain',
  'freeBusy',
])

const sizeOf = (field: FieldNode, sizes: Sizes): number => {
  const argument = field.arguments?.find(({ name }) => SIZED.has(name.value))
  if (argument !== undefined) return sentSize(argument, sizes)
  if (field.name.value === 'findTimes') return timesFound(field, sizes)
  if (field.name.value === 'busy') return sizes.greatest // nobody asks for a number of intervals
  return MANY.has(field.name.value) ? sizes.default : 1
}

const sentSize = ({ value }: ArgumentNode, sizes: Sizes): number => {
  const size = value.kind === Kind.VARIABLE ? variable(value.name.value, sizes) : literal(value)
  if (size === null) return sizes.default
  if (typeof size !== 'number' || size < 0) return sizes.greatest
  return Math.min(Math.max(1, size), sizes.greatest) // who reads it refuses more, by its own reason
}

const variable = (name: string, { variables }: Sizes): unknown =>
  variables === null ? 1 : variables[name]

const literal = (value: ValueNode): unknown =>
  value.kind === Kind.INT ? Number(value.value) : value.kind === Kind.NULL ? null : undefined
