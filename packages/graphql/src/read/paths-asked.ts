import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  SelectionSetNode,
} from 'graphql'
import { Kind } from 'graphql'

/** What a field is asked for, as far as it is told here. */
export type AskedField = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>

/**
 * The paths of names below a field that a document asks for, its fragments spread: `edges.node.id`. Of what `@skip` and
 * `@include` leave out too.
 *
 * Found once for each place where a document writes a field.
 */
export const pathsAsked = ({ fieldNodes, fragments }: AskedField): ReadonlySet<string> => {
  const paths = fieldNodes.map((node) => pathsBelow(node, fragments))
  const [only] = paths
  return paths.length === 1 && only !== undefined
    ? only
    : new Set(paths.flatMap((each) => [...each]))
}

const KNOWN = new WeakMap<FieldNode, ReadonlySet<string>>()

/** By each node that writes a field: which of them are asked together differs by operation and variables. */
const pathsBelow = (node: FieldNode, fragments: Walk['fragments']): ReadonlySet<string> => {
  const known = KNOWN.get(node)
  if (known !== undefined) return known
  const paths = new Set<string>()
  add(node.selectionSet, '', { fragments, paths })
  KNOWN.set(node, paths)
  return paths
}

interface Walk {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly paths: Set<string>
}

const add = (selectionSet: SelectionSetNode | undefined, at: string, walk: Walk): void => {
  for (const selection of selectionSet?.selections ?? []) {
    switch (selection.kind) {
      case Kind.FIELD: {
        const path = `${at}${selection.name.value}`
        walk.paths.add(path)
        add(selection.selectionSet, `${path}.`, walk)
        break
      }
      case Kind.INLINE_FRAGMENT:
        add(selection.selectionSet, at, walk)
        break
      case Kind.FRAGMENT_SPREAD: {
        const spread = `${at}...${selection.name.value}`
        if (walk.paths.has(spread)) break // fragments that spread others twice would double for ever
        walk.paths.add(spread)
        add(walk.fragments[selection.name.value]?.selectionSet, at, walk)
        break
      }
    }
  }
}
