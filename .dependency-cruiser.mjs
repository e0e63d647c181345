/** Inside core, a folder imports only from those before it. */
const CORE_ORDER = [
  'time',
  'recurrence',
  'event',
  'calendar',
  'bookmark',
  'training',
  'bot',
  'webhook',
  'connection',
  'occurrence',
  'query',
  'policy',
  'ports',
  'service',
]

const TEST = '\\.test(-d)?\\.ts$|^packages/[^/]+/test/'

const coreOrder = CORE_ORDER.slice(0, -1).map((folder, index) => ({
  name: `core-${folder}-imports-only-what-stands-before-it`,
  severity: 'error',
  from: { path: `^packages/core/src/${folder}/` },
  to: { path: `^packages/core/src/(${CORE_ORDER.slice(index + 1).join('|')})/` },
}))

/** Only `owner` (and tests, examples, benchmarks) may import the npm packages `names`. */
const ownedBy = (owner, names) => ({
  name: `only-its-owner-imports-${names.join('-')}`,
  comment: `Its owner is packages/${owner}.`,
  severity: 'error',
  from: { path: '^packages/', pathNot: [`^packages/${owner}`, TEST] },
  to: { path: `(^|/)node_modules/(${names.join('|')})/` },
})

export default {
  forbidden: [
    {
      name: 'no-circular-imports',
      comment: 'Type-only imports count: two files that need each other are one idea.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'only-declared-dependencies',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-dependency-in-what-is-published',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'npm-peer', 'type-only'],
      },
    },
    {
      name: 'no-import-of-tests',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'core-imports-no-other-package',
      comment: 'Its tests neither: a devDependency on testing would make the build graph a cycle.',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^(packages|examples|bench)/', pathNot: '^packages/core/' },
    },
    {
      name: 'packages-import-core-and-never-each-other',
      comment: 'Only examples, benchmarks and tests wire packages together.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: ['^packages/(core|cli)/', TEST] },
      to: {
        path: '^(packages|examples|bench)/',
        pathNot: ['^packages/$1/', '^packages/core/'],
      },
    },
    {
      name: 'cli-imports-core-and-storages',
      severity: 'error',
      from: { path: '^packages/cli/', pathNot: TEST },
      to: {
        path: '^(packages|examples|bench)/',
        pathNot: '^packages/(cli|core|storage-[^/]+)/',
      },
    },
    ...coreOrder,
    {
      name: 'core-folders-never-import-the-top',
      severity: 'error',
      from: { path: '^packages/core/src/[^/]+/' },
      to: { path: '^packages/core/src/[^/]+\\.ts$' },
    },
    {
      name: 'core-folder-without-a-place-in-the-order',
      comment: 'A new folder takes its place in CORE_ORDER (.dependency-cruiser.mjs) first.',
      severity: 'error',
      from: { path: `^packages/core/src/(?!(${CORE_ORDER.join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'core-touches-no-platform',
      comment: 'Core is pure; what only Node has, an adapter brings. Hashing is pure too.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: TEST },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    ownedBy('storage-sql/', ['kysely', 'better-sqlite3', 'pg']),
    ownedBy('graphql/', ['graphql', 'graphql-yoga', '@pothos/core']),
    ownedBy('core/src/rrule(/|\\.ts$)', ['rrule']),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^((packages|examples)/[^/]+|bench)/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@kalends/source', 'import', 'require', 'node', 'types', 'default'],
    },
  },
}
