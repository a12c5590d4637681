import { createHash } from 'node:crypto';
import { filesOf, textOf } from './tree.ts';

const MIGRATION = /^cloud-api\/src\/migrations\/(\d+-.*\.ts)$/;
const migrations = filesOf('cloud-api/src/migrations').flatMap((path) => MIGRATION.exec(path)?.[1] ?? []).sort();
const sealed = JSON.parse(textOf('test/architecture/sealed-migrations.json')) as Record<string, string>;

test('a migration that is out never changes and never disappears', () => {
  const now = Object.fromEntries(migrations.map((name) => [name, createHash('sha256').update(textOf(`cloud-api/src/migrations/${name}`)).digest('hex')]));
  expect(now).toEqual(sealed);
});

test('every migration is run: the list names each of them', () => {
  const list = textOf('cloud-api/src/migrations/all.ts');
  expect(migrations.filter((name) => !list.includes(`./${name}`))).toEqual([]);
});
