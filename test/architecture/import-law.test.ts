import { cruise, cruiseOf } from './cruise.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { HOUSE } from './tree.ts';

const X = 'export const x = 1;\n';
const from = (path: string) => `import { x } from '${path}';\nexport const y = x;\n`;
const typeFrom = (path: string) => `import type { x } from '${path}';\nexport type Y = typeof x;\n`;

/** Each law, broken once: the law's name, the sentence, the offending file and what it imports. */
const BROKEN: [law: string, sentence: string, offender: string, target: string, text?: string][] = [
  ['kernel-imports-nothing', 'the kernel reaches for a feature', 'packages/shared/src/kernel/day.ts', 'packages/shared/src/booking/slots.ts'],
  ['shared-imports-kernel-only', 'a shared rule reaches for another feature', 'packages/shared/src/booking/slots.rules.ts', 'packages/shared/src/rating/levels.ts'],
  ['platform-imports-kernel-only', 'the platform reaches for a feature', 'cloud-api/src/platform/http/answer.ts', 'cloud-api/src/features/queue/queue.service.ts'],
  ['rules-know-no-auditor', 'a shared rule leans on the auditor', 'packages/shared/src/rating/levels.ts', 'packages/shared/src/audit/auditor.ts'],
  ['platform-imports-kernel-only', "the platform reaches for a feature's rules", 'cloud-api/src/platform/http/answer.ts', 'packages/shared/src/booking/slots.rules.ts'],
  ['feature-imports-no-composition', 'a feature reaches for the composition', 'cloud-api/src/features/queue/queue.service.ts', 'cloud-api/src/app.module.ts'],
  ['feature-imports-no-composition', 'a feature reaches for the sample hall', 'cloud-api/src/features/queue/queue.service.ts', 'cloud-api/src/sample/sample-hall.ts'],
  ['feature-to-feature', 'a feature reaches into another', 'cloud-api/src/features/guide/guide.service.ts', 'cloud-api/src/features/reading/reading.service.ts'],
  ['feature-to-feature (booking)', "a neighbour is asked past its public file", 'cloud-api/src/features/booking/hold.service.ts', 'cloud-api/src/features/hall/hall.queries.ts'],
  ['feature-to-feature (booking)', 'a neighbour asks back', 'cloud-api/src/features/booking/hold.service.ts', 'cloud-api/src/features/queue/queue-tickets.ts'],
  ['module-by-module', "a service names a neighbour's door list", 'cloud-api/src/features/booking/hold.service.ts', 'cloud-api/src/features/hall/hall.module.ts'],
  ['events-are-plain', 'an event drags its feature along', 'cloud-api/src/features/reading/reading.events.ts', 'cloud-api/src/features/reading/reading.service.ts'],
  ['controller-touches-no-row', 'a controller sees an entity', 'cloud-api/src/features/queue/queue.staff.controller.ts', 'cloud-api/src/features/queue/ticket.entity.ts'],
  ['controller-touches-no-row', 'a controller speaks to TypeORM', 'cloud-api/src/features/queue/queue.staff.controller.ts', 'node_modules/typeorm/index.js', from('typeorm')],
  ['rule-sees-no-row', 'a rule sees a row', 'cloud-api/src/features/queue/order.rules.ts', 'cloud-api/src/features/queue/ticket.entity.ts'],
  ['kit-knows-no-page', "a client's kit imports a page", 'miniapp/src/kit/api.ts', 'miniapp/src/visit/book/book.view.ts'],
  ['console-feature-to-feature', 'a feature of the console imports another', 'console/src/features/desk/desk.view.ts', 'console/src/features/review/review.view.ts'],
  ['miniapp-feature-to-feature', 'a subpackage of the mini-program imports another', 'miniapp/src/visit/book/book.view.ts', 'miniapp/src/rating/rate/rate.view.ts'],
  ['client-imports-no-server', 'a client imports server code', 'console/src/kit/api.ts', 'cloud-api/src/features/queue/queue.dto.ts'],
  ['client-imports-api-types', 'a client imports a value from the API types', 'console/src/kit/api.ts', 'packages/shared/src/api/views.ts'],
  ['client-to-client', 'the console imports from the mini-program', 'console/src/kit/api.ts', 'miniapp/src/kit/api.ts'],
  ['no-tests-in-the-house', 'shipped code imports a testing aid', 'cloud-api/src/features/queue/queue.service.ts', 'cloud-api/src/features/queue/testing/tickets.ts'],
  ['server-imports-no-client', 'the server imports a client', 'cloud-api/src/features/queue/queue.service.ts', 'console/src/kit/api.ts'],
  ['nothing-unresolved', 'an import leads nowhere', 'cloud-api/src/features/queue/queue.service.ts', '', from('./gone.ts')],
];

const upAndDown = (offender: string, target: string) => `${'../'.repeat(offender.split('/').length - 1)}${target}`;

test('the whole tree keeps the import law', async () => {
  expect(await cruise(HOUSE)).toEqual([]);
});

describe('the import law bites when', () => {
  test.each(BROKEN.map(([name, sentence, offender, target, text]) => [name, sentence, { offender, target, text }] as const))('(%s) %s', async (name, _sentence, { offender, target, text }) => {
    const files = { [offender]: text ?? from(upAndDown(offender, target)), ...(target && !target.startsWith('node_modules') ? { [target]: X } : {}) };
    const violations = await cruiseOf(files);
    expect(violations.filter((violation) => violation.from === offender).map((violation) => violation.law)).toContain(name);
  });

  test('(no-circles) two files need each other', async () => {
    const violations = await cruiseOf({ 'cloud-api/src/features/queue/a.ts': from('./b.ts'), 'cloud-api/src/features/queue/b.ts': from('./a.ts') });
    expect(violations.map((violation) => violation.law)).toContain('no-circles');
  });
});

test('the law leaves in peace what it allows: kernel, own feature, events, a neighbour\'s public file, types of the API', async () => {
  const violations = await cruiseOf({
    'packages/shared/src/kernel/day.ts': X,
    'packages/shared/src/booking/slots.rules.ts': from('../kernel/day.ts'),
    'packages/shared/src/api/views.ts': X,
    'cloud-api/src/features/reading/reading.events.ts': X,
    'cloud-api/src/features/guide/guide.rows.ts': X,
    'cloud-api/src/features/hall/halls.ts': X,
    'cloud-api/src/features/booking/hold.service.ts': from('../hall/halls.ts'),
    'cloud-api/src/features/guide/guide.listeners.ts': from('../reading/reading.events.ts') + from('./guide.rows.ts').replace(/\by\b/, 'z'),
    'miniapp/src/kit/api.ts': typeFrom('../../../packages/shared/src/api/views.ts'),
    'miniapp/src/visit/book/book.view.ts': from('../../kit/api.ts'),
  });
  expect(violations).toEqual([]);
});

test('the list of neighbours has no circle', () => {
  const circle = (feature: string, path: string[]): string[] | undefined =>
    path.includes(feature) ? [...path, feature] : (NEIGHBOURS[feature] ?? []).map((next) => circle(next, [...path, feature])).find((found) => found !== undefined);
  expect(Object.keys(NEIGHBOURS).map((feature) => circle(feature, [])).filter((found) => found !== undefined)).toEqual([]);
});
