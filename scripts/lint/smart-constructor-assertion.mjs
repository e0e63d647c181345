const isConst = ({ typeAnnotation }) =>
  typeAnnotation.type === 'TSTypeReference' && typeAnnotation.typeName.name === 'const'

const exportedTypes = ({ body }) =>
  body.flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'TSTypeAliasDeclaration'
      ? [node.declaration.id.name]
      : [],
  )

/**
 * `as` stands only in smart constructors: what is asserted is a type that this very file exports.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const smartConstructorAssertion = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { elsewhere: 'Only the file that exports a type may assert that something has it.' },
  },
  create: ({ sourceCode, report }) => {
    const own = new Set(exportedTypes(sourceCode.ast))
    const isOwn = ({ typeAnnotation }) =>
      typeAnnotation.type === 'TSTypeReference' && own.has(typeAnnotation.typeName.name)
    return {
      ':matches(TSAsExpression, TSTypeAssertion)': (node) => {
        if (!isConst(node) && !isOwn(node)) report({ node, messageId: 'elsewhere' })
      },
    }
  },
}
