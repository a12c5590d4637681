/**
 * npm run api-types — asks the built server for its OpenAPI document and writes, from it:
 * docs/openapi.json, packages/shared/src/api/schema.ts and packages/shared/src/api/views.ts.
 * With --check nothing is written and the exit code is 1 when what is there differs.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { inHouse, PINNED_NODE } from './kit/house.mjs';
import { run } from './kit/run.mjs';
import { giveUp, say } from './kit/say.mjs';
import { build } from './kit/steps.mjs';

const HEADER = '// Generated from the OpenAPI document by `npm run api-types`. Do not edit by hand.\n';

/** Hands a temporary folder to the work and takes it away afterwards. */
async function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'hall-api-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Through a file, not a pipe: the document is larger than what a pipe takes at once. */
const openApiDocument = () => inTemporaryFolder(async (folder) => {
  const file = join(folder, 'openapi.json');
  const asked = await run('sh', ['-c', 'exec "$1" "$2" > "$3"', 'sh', PINNED_NODE, inHouse('cloud-api/dist/openapi.js'), file]);
  if (asked.code !== 0) {
    process.stderr.write(asked.output);
    giveUp('服务没有给出接口文档。', 'The server did not hand out its OpenAPI document.');
  }
  return `${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), null, 2)}\n`;
});

const schemaTypes = (document) => inTemporaryFolder(async (folder) => {
  const source = join(folder, 'openapi.json');
  const target = join(folder, 'schema.ts');
  writeFileSync(source, document);
  const made = await run(PINNED_NODE, [inHouse('node_modules/openapi-typescript/bin/cli.js'), source, '-o', target]);
  if (made.code !== 0) {
    process.stderr.write(made.output);
    giveUp('接口类型没有生成。', 'The API types could not be generated.');
  }
  return HEADER + readFileSync(target, 'utf8');
});

/** Words used across views have names of their own: name → the view and field they come from. */
const WORDS = {
  ApplicationState: ['ApplicationView', 'state'],
  Assurance: ['MeView', 'assurance'],
  BookingState: ['BookingView', 'state'],
  TicketClass: ['TicketView', 'cls'],
  TicketState: ['TicketView', 'state'],
};

/** One short name per schema, so that nobody has to write `components['schemas']['BookingView']`. */
function viewTypes(document) {
  const names = Object.keys(JSON.parse(document).components?.schemas ?? {}).sort();
  const views = names.map((name) => `export type ${name} = components['schemas']['${name}'];\n`);
  const words = Object.entries(WORDS).map(([name, [view, field]]) => `export type ${name} = ${view}['${field}'];\n`);
  const list = '/** Lists come wrapped, so that something can be said beside them later. */\nexport interface Listed<T> { items: T[] }\n';
  return `${HEADER}import type { components } from './schema.ts';\n\n${list}\n${views.join('')}\n${words.join('')}`;
}

await bootstrap();
if (!(await build('server'))) process.exit(1);
const document = await openApiDocument();
const made = {
  'docs/openapi.json': document,
  'packages/shared/src/api/schema.ts': await schemaTypes(document),
  'packages/shared/src/api/views.ts': viewTypes(document),
};
const differing = Object.entries(made).filter(([file, text]) => !existsSync(inHouse(file)) || readFileSync(inHouse(file), 'utf8') !== text);

if (process.argv.includes('--check')) {
  if (differing.length > 0) {
    giveUp(`接口与类型不一致:${differing.map(([file]) => file).join('、')}。请运行 npm run api-types。`, 'The API and its types have drifted apart: run `npm run api-types` and commit the result.');
  }
  say('✓ 接口与类型一致', 'API and types agree');
} else {
  for (const [file, text] of differing) writeFileSync(inHouse(file), text);
  say(`✓ 已写 ${differing.length} 个文件`, differing.map(([file]) => file).join(', ') || 'nothing has changed');
}
