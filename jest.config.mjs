/**
 * One configuration for every test. The server is ESM with decorators; swc turns it, and the ESM-only packages it
 * stands on, into CommonJS so that Jest's module registry needs no flag.
 */
const esmOnly = ['@nestjs\\+', 'cookie@', 'content-disposition@', 'file-type@', 'strtok3@', 'token-types@', '@tokenizer\\+',
  'uint8array-extras@', '@borewit\\+', '@file-type\\+', 'ical-generator@', 'uuidv7@', 'lru-cache@', 'otplib@', '@otplib\\+', '@scure\\+', '@noble\\+', 'jsdom@', '@exodus\\+', '@asamuzakjp\\+', '@csstools\\+', '@bramus\\+', 'css-tree@', 'parse5@', 'entities@', 'tough-cookie@', 'pure-rand@', 'fast-check@', 'p-limit@'];

const swc = (extra = {}) => ['@swc/jest', {
  jsc: {
    target: 'es2023', keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, tsx: false, ...extra.parser },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' }, sourceMaps: 'inline', swcrc: false,
}];

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx$': swc({ parser: { tsx: true } }), '^.+\\.[cm]?[tj]s$': swc() },
  transformIgnorePatterns: [`/node_modules/\\.pnpm/(?!(${esmOnly.join('|')}))`],
};
const project = (displayName, root, extra = {}) => ({ displayName, rootDir: new URL(root, import.meta.url).pathname, testMatch: ['<rootDir>/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['/node_modules/', '/dist/', '/miniapp/\\.'], ...common, ...extra });

/** One private MariaDB for the run, for the projects that keep something in a database. */
const withServers = { globalSetup: new URL('./test/servers/jest-global-setup.ts', import.meta.url).pathname, globalTeardown: new URL('./test/servers/jest-global-teardown.ts', import.meta.url).pathname };

export default {
  // Servers are started and databases migrated inside tests, on machines that do other things too.
  testTimeout: 60_000,
  projects: [
    project('shared', './packages/shared/src'),
    project('doubles', './packages/doubles/src'),
    project('cloud-api', './cloud-api/src', withServers),
    project('console', './console/src'),
    project('miniapp', './miniapp/src', {
      globals: { HALL_API_BASE: 'https://hall.test' }, setupFiles: ['<rootDir>/kit/testing/inside-wechat.ts'],
      moduleNameMapper: { '^@tarojs/taro$': '<rootDir>/kit/testing/taro-double.ts' },
    }),
    project('house', './test', withServers),
  ],
};
