import { execFileSync } from 'node:child_process';
import { HOUSE } from './tree.ts';

/** A line of code that lint must refuse, where it stands, and the rule that refuses it. */
const REFUSED: [sentence: string, file: string, code: string, rule: string][] = [
  ['a service looks at its own watch', 'cloud-api/src/features/queue/queue.service.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['a page looks at its own watch', 'console/src/features/desk/desk.view.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
  ['a feature reads a setting by itself', 'cloud-api/src/features/queue/queue.service.ts', "export const port = process.env['PORT'];", 'no-restricted-syntax'],
  ['two modules ask for each other', 'cloud-api/src/features/queue/queue.module.ts', 'export const both = forwardRef(() => null);', 'no-restricted-syntax'],
  ['code writes to the console', 'cloud-api/src/features/queue/queue.service.ts', "console.log('x');", 'no-console'],
  ['a type is waved through', 'packages/shared/src/kernel/day.ts', 'export const x = (y: any) => y;', '@typescript-eslint/no-explicit-any'],
  ['a type is imported as a value', 'packages/shared/src/kernel/day.ts', "import { Y } from './y.ts';\nexport const x = (y: Y) => y;", '@typescript-eslint/consistent-type-imports'],
  ['a page of the mini-program speaks Chinese on its own', 'miniapp/src/visit/book/index.tsx', 'export const Page = () => <text>预约</text>;', 'no-restricted-syntax'],
  ['a component of the console speaks Chinese on its own', 'console/src/features/desk/Desk.tsx', "export const Desk = () => <button title={'叫号'} />;", 'no-restricted-syntax'],
  ['a hook is called in a branch', 'console/src/features/desk/Desk.tsx', "import { useState } from 'react';\nexport const Desk = (p: { on: boolean }) => { if (p.on) useState(1); return null; };", 'react-hooks/rules-of-hooks'],
  ['another package is entered by the window', 'console/src/kit/api.ts', "import { x } from '../../../packages/shared/src/kernel/day.ts';\nexport const y = x;", 'no-restricted-imports'],
  ['a file grows past three hundred lines', 'cloud-api/src/features/queue/queue.service.ts', Array.from({ length: 301 }, (_, line) => `export const x${line} = ${line};`).join('\n'), 'max-lines'],
  ['a page grows past two hundred lines', 'miniapp/src/visit/book/index.tsx', Array.from({ length: 201 }, (_, line) => `export const x${line} = ${line};`).join('\n'), 'max-lines'],
];

/** The same or similar lines where they are at home. */
const AT_HOME: [file: string, code: string][] = [
  ['cloud-api/src/platform/clock/clock.ts', 'export const now = () => Date.now();\n'],
  ['console/src/kit/clock.ts', 'export const now = () => Date.now();\n'],
  ['miniapp/src/kit/ui/field.tsx', "export const onPhone = process.env.TARO_ENV === 'weapp';\n"],
  ['miniapp/src/kit/copy/home.ts', "export const home = { title: '大厅' };\n"],
];

/** ESLint is an ES module and Jest's registry is not: it judges all samples in one process of its own. */
const JUDGE = `
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
const eslint = new ESLint();
const results = [];
for (const [file, code] of JSON.parse(readFileSync(0, 'utf8'))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  results.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(results));`;

function judge(samples: [file: string, code: string][]): string[][] {
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', JUDGE], { cwd: HOUSE, input: JSON.stringify(samples), encoding: 'utf8' })) as string[][];
}

let refused: string[][] = [];
beforeAll(() => {
  refused = judge(REFUSED.map(([, file, code]) => [file, code]));
});

describe('lint refuses it when', () => {
  test.each(REFUSED.map((sample, index) => [sample[0], sample[3], index] as const))('%s (%s)', (_sentence, rule, index) => {
    expect(refused[index]).toContain(rule);
  });
});

test('lint leaves in peace what is at home', () => {
  expect(judge(AT_HOME)).toEqual(AT_HOME.map(() => []));
});
