import { NEIGHBOURS, PUBLIC_FILE } from './test/architecture/neighbours.ts';

const FEATURES = '^cloud-api/src/features/';
const TYPEORM = '(^|/)(typeorm|@nestjs/typeorm)(/|$)';
const TEST = ['\\.test\\.tsx?$', '/testing/', '\\.builders?\\.tsx?$'];
const literally = (path) => `^cloud-api/src/features/${path.replaceAll('.', '\\.')}$`;
/** What a feature shows its neighbours: the file that may be asked, the door list, the shape of its views. */
const shownBy = (feature) => [literally(PUBLIC_FILE[feature]), literally(`${feature}/${feature}.module.ts`), `${FEATURES}${feature}/[^/]+\\.dto\\.ts$`];

const law = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const strangers = [
  law('feature-to-feature', 'Features tell each other things by events; asking takes an entry in test/architecture/neighbours.ts.',
    { path: `${FEATURES}([^/]+)/`, pathNot: [...TEST, ...Object.keys(NEIGHBOURS).map((feature) => `${FEATURES}${feature}/`)] },
    { path: FEATURES, pathNot: [`${FEATURES}$1/`, '\\.events\\.ts$'] }),
  ...Object.entries(NEIGHBOURS).map(([feature, neighbours]) => law(`feature-to-feature (${feature})`, 'More than test/architecture/neighbours.ts grants.',
    { path: `${FEATURES}${feature}/`, pathNot: TEST },
    { path: FEATURES, pathNot: [`${FEATURES}${feature}/`, '\\.events\\.ts$', ...neighbours.flatMap(shownBy)] })),
  law('module-by-module', 'Only a door list names the door list of a neighbour.', { path: `${FEATURES}([^/]+)/`, pathNot: [...TEST, '\\.module\\.ts$'] }, { path: '\\.module\\.ts$', pathNot: `${FEATURES}$1/` }),
];

/** Who may import whom. The numbers are those of docs/architecture.md; a test breaks each law once to see it bite. */
export default {
  forbidden: [
    // 1. Rules are pure: the kernel stands on nothing, a shared feature on the kernel.
    law('kernel-imports-nothing', 'shared/kernel imports nothing.', { path: '^packages/shared/src/kernel/', pathNot: TEST }, { pathNot: '^packages/shared/src/kernel/' }),
    law('shared-imports-kernel-only', 'A shared feature imports the kernel, the working-day calendar, the tree of the ledger and itself.',
      { path: '^packages/shared/src/(?!kernel/|audit/|assessment/|matter/|appraisal/)([^/]+)/', pathNot: TEST }, { pathNot: ['^packages/shared/src/kernel/', '^packages/shared/src/calendar/', '^packages/shared/src/ledger/', '^packages/shared/src/$1/'] }),
    law('shared-imports-kernel-only (assessment)', 'A red-flag window is counted by the fulfilments of promises, so that both mean the same minutes.',
      { path: '^packages/shared/src/assessment/', pathNot: TEST }, { pathNot: ['^packages/shared/src/kernel/', '^packages/shared/src/commitment/', '^packages/shared/src/assessment/'] }),
    law('shared-imports-kernel-only (matter)', 'The checklist of a matter speaks of the answers to the form it is filled in with.',
      { path: '^packages/shared/src/matter/', pathNot: TEST }, { pathNot: ['^packages/shared/src/kernel/', '^packages/shared/src/enrolment/', '^packages/shared/src/matter/'] }),
    law('shared-imports-kernel-only (appraisal)', 'What is told of an appraisal is told by the rules of the ratings.',
      { path: '^packages/shared/src/appraisal/', pathNot: TEST }, { pathNot: ['^packages/shared/src/kernel/', '^packages/shared/src/ledger/', '^packages/shared/src/rating/', '^packages/shared/src/appraisal/'] }),
    law('rules-know-no-auditor', 'The audit reads what every shared feature publishes; none of them knows it.', { path: '^packages/shared/src/(?!audit/)', pathNot: TEST }, { path: '^packages/shared/src/audit/' }),

    // 2. Platform stands on the kernel; a feature on platform, shared and itself.
    // Access decisions are made on the platform in the words of identity: assurance and permissions.
    law('platform-imports-kernel-only', 'The platform knows no feature and no rule of one.', { path: '^cloud-api/src/platform/', pathNot: [...TEST, '^cloud-api/src/platform/auth/'] }, { path: ['^cloud-api/src/(?!platform/)', '^packages/shared/src/(?!kernel/)'] }),
    law('platform-imports-kernel-only (auth)', 'Access decisions know no feature but the vocabulary of identity.', { path: '^cloud-api/src/platform/auth/', pathNot: TEST }, { path: ['^cloud-api/src/(?!platform/)', '^packages/shared/src/(?!kernel/|identity/)'] }),
    law('feature-imports-no-composition', 'Nothing imports the files that put the server together.', { path: ['^cloud-api/src/features/', '^cloud-api/src/platform/'], pathNot: TEST }, { path: ['^cloud-api/src/[^/]+\\.ts$', '^cloud-api/src/sample/', '^cloud-api/src/set-up/'] }),

    // 3. Feature to feature.
    ...strangers,
    law('events-are-plain', 'An event is declared with nothing of its feature, so that hearing it pulls nothing in.', { path: '\\.events\\.ts$', pathNot: TEST }, { pathNot: ['^cloud-api/src/platform/events/', '^packages/shared/src/'], dependencyTypesNot: ['type-only'] }),

    // 4. Controllers never touch entities; rules never see a row.
    law('controller-touches-no-row', 'Controllers never touch entities or TypeORM.', { path: '\\.controller\\.ts$' }, { path: ['\\.entity\\.ts$', TYPEORM] }),
    law('rule-sees-no-row', 'Rules never see a row.', { path: '\\.(rules|moves)\\.ts$' }, { path: ['\\.entity\\.ts$', TYPEORM, '^cloud-api/'] }),

    // 5. Clients: pages → kit → shared.
    law('kit-knows-no-page', "A client's kit imports no feature.", { path: '^(console|miniapp)/src/kit/' }, { path: '^(console|miniapp)/src/(?!kit/)' }),
    law('console-feature-to-feature', 'Features of the console never import each other.', { path: '^console/src/(features/[^/]+|screen|app)/', pathNot: '^console/src/app/' }, { path: '^console/src/(features|screen|app)/', pathNot: '^console/src/$1/' }),
    law('miniapp-feature-to-feature', 'Features of the mini-program never import each other: each is a package of its own.', { path: '^miniapp/src/(?!kit/)([^/]+)/' }, { path: '^miniapp/src/', pathNot: ['^miniapp/src/kit/', '^miniapp/src/$1/', '^miniapp/src/assets/'] }),
    law('client-imports-no-server', 'Clients never import server code or doubles.', { path: '^(console|miniapp)/src/' }, { path: ['^cloud-api/', '^packages/doubles/'] }),
    law('client-imports-api-types', 'Of the API, clients import types.', { path: '^(console|miniapp)/src/' }, { path: '^packages/shared/src/api/', dependencyTypesNot: ['type-only'] }),
    law('client-to-client', 'The clients are strangers.', { path: '^(console|miniapp)/src/' }, { path: '^(console|miniapp)/src/', pathNot: '^$1/' }),

    // 6. No circles. And what keeps the rest honest.
    law('no-circles', 'A circle is one thing in two files, or an event that is missing.', {}, { circular: true }),
    law('no-tests-in-the-house', 'What is shipped never imports a test, a builder or a testing aid.', { path: '^(cloud-api|console|miniapp|packages)/', pathNot: TEST }, { path: [...TEST, '^test/'] }),
    law('server-imports-no-client', 'The server serves the clients as files.', { path: '^(cloud-api|packages)/' }, { path: '^(console|miniapp)/' }),
    law('nothing-unresolved', 'Every import leads somewhere.', { path: '^(cloud-api|console|miniapp|packages)/' }, { couldNotResolve: true, dependencyTypesNot: ['type-only'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.scss', '.png', '.svg'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
    skipAnalysisNotInRules: true,
  },
};
