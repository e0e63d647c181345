import comments from '@eslint-community/eslint-plugin-eslint-comments/configs'
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { documentedExport } from './scripts/lint/documented-export.mjs'
import { smartConstructorAssertion } from './scripts/lint/smart-constructor-assertion.mjs'

const TESTS = ['**/*.test.ts', '**/*.test-d.ts', '**/test/**/*.ts']

// What vitest and tsc accept and plain Node refuses or loads slowly.
const importForms = {
  patterns: [
    {
      regex: '^fp-ts(?!/lib/[A-Za-z]+\\.js$)',
      message: "Import 'fp-ts/lib/X.js': the other forms crash in plain Node, or load everything.",
    },
    {
      regex: '^io-ts(?!$|/lib/[A-Za-z]+\\.js$)',
      message: "Import 'io-ts' or 'io-ts/lib/X.js': the other forms crash in plain Node.",
    },
    {
      regex: '^(\\.\\./)+[a-z-]+/src/',
      message: 'Import a neighbour by its package name.',
    },
  ],
}

const everywhere = [
  {
    selector:
      "ImportDeclaration[source.value='rrule'][importKind!='type'] > :matches(ImportDefaultSpecifier, ImportSpecifier)",
    message: "Write `import * as m from 'rrule'` and take `m.default ?? m`.",
  },
  { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' },
  {
    selector: ":matches(ClassDeclaration, ClassExpression):not([superClass.name='Error'])",
    message: 'Write data and functions. Only an error that is thrown may be a class.',
  },
  {
    selector: 'SwitchCase[test=null]',
    message: 'Name every case, so that the compiler names the missing one.',
  },
  {
    selector: "CallExpression[callee.name='pipe'][arguments.length>7]",
    message: 'A pipe has at most six steps.',
  },
  {
    selector: "CallExpression[callee.name='pipe'] CallExpression[callee.name='pipe']",
    message: 'Name the inner pipe.',
  },
]

const inSources = [
  {
    selector:
      ':matches(TSInterfaceBody, TSTypeAliasDeclaration) :matches(TSPropertySignature, TSIndexSignature):not([readonly=true], TSTypeParameterInstantiation *)',
    message: 'Properties are readonly.',
  },
  {
    selector:
      ':matches(TSPropertySignature, :function > .params, :function > RestElement.params) > TSTypeAnnotation > :matches(TSArrayType, TSTupleType)',
    message: 'Arrays in properties and parameters are readonly.',
  },
  {
    selector: ':function > Identifier.params > TSTypeAnnotation > TSBooleanKeyword',
    message: 'No boolean parameters: name the alternatives.',
  },
]

const inPureFolders = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock arrives inside the command.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock arrives inside the command.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'New ids arrive inside the command.',
  },
]

const kalends = {
  rules: {
    'documented-export': documentedExport,
    'smart-constructor-assertion': smartConstructorAssertion,
  },
}

export default defineConfig(
  globalIgnores([
    ...['**/node_modules/', '**/dist/', '**/coverage/', '.turbo/', '.cache/'],
    '**/*.generated.ts',
    '**/*.generated.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  comments.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-undef': 'off', // the compiler does it
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@eslint-community/eslint-comments/disable-enable-pair': ['error', { allowWholeFile: true }],
      '@eslint-community/eslint-comments/require-description': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // One program for all files: several times quicker than one for each package.
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off', // unions are types, records interfaces
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', importForms],
      '@typescript-eslint/no-restricted-types': [
        'error',
        { types: { Event: 'A global type: say CalendarEvent or DomainEvent.' } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: TESTS,
    plugins: { kalends },
    rules: {
      'kalends/documented-export': 'error',
      'kalends/smart-constructor-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        ...inSources,
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
      ],
    },
  },
  {
    files: [
      'packages/core/src/{time,recurrence,event,calendar,bookmark,bot,connection,occurrence,query,policy}/**/*.ts',
    ],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        ...inSources,
        ...inPureFolders,
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
      ],
    },
  },
  {
    files: TESTS,
    rules: { '@typescript-eslint/max-params': 'off' }, // rows of tables
  },
  {
    files: ['examples/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
)
