const isDocComment = (comment) => comment?.type === 'Block' && comment.value.startsWith('*')

const namesOf = (declaration) => {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
  return declaration.id ? [declaration.id.name] : []
}

/**
 * Every exported declaration has a doc comment. A codec and the type of its name share one, and so
 * do the overloads of a function.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const documentedExport = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Export {{name}} without a doc comment.' },
  },
  create: ({ sourceCode, report }) => ({
    Program: ({ body }) => {
      const exported = body.flatMap((node) =>
        node.type === 'ExportNamedDeclaration' && node.declaration
          ? namesOf(node.declaration).map((name) => ({ node, name }))
          : [],
      )
      const isDocumented = ({ node }) => isDocComment(sourceCode.getCommentsBefore(node).at(-1))
      const documented = new Set(exported.filter(isDocumented).map(({ name }) => name))
      for (const { node, name } of exported)
        if (!documented.has(name)) {
          report({ node, messageId: 'missing', data: { name } })
          documented.add(name)
        }
    },
  }),
}
