/** node scripts/new-migration.mjs <name-in-kebab-case> — writes the skeleton of a portable migration. */
import { existsSync, writeFileSync } from 'node:fs';
import { inHouse } from './kit/house.mjs';
import { giveUp, say } from './kit/say.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
  giveUp('请给迁移起名，例如:node scripts/new-migration.mjs add-star-rounds', 'Name the migration in kebab case: node scripts/new-migration.mjs add-star-rounds');
}
const at = Date.now();
const className = `${name.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}${at}`;
const file = `cloud-api/src/migrations/${at}-${name}.ts`;
if (existsSync(inHouse(file))) giveUp(`${file} 已存在`, `${file} exists`);

writeFileSync(inHouse(file), `import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, text } from '../platform/persistence/schema.ts';

/** Why the schema changes, in a sentence. Runs on MySQL, MariaDB and the embedded database alike; never edited once sealed. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'example', { columns: [id(), text('name', 60), instant('created_at')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('example');
  }
}
`);
say(`✓ ${file}`, 'fill it in, list it where migrations are listed, then `node scripts/seal-migrations.mjs`');
