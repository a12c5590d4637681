/**
 * node scripts/seal-migrations.mjs — writes down the fingerprint of every migration that has none yet. A sealed
 * migration may already have run somewhere and must never change; a test compares.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inHouse } from './kit/house.mjs';
import { say } from './kit/say.mjs';

const LIST = inHouse('test/architecture/sealed-migrations.json');
const folder = inHouse('cloud-api/src/migrations');

const sealed = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')) : {};
const names = readdirSync(folder).filter((name) => /^\d+-.*\.ts$/.test(name)).sort();
const added = names.filter((name) => !(name in sealed));
for (const name of added) sealed[name] = createHash('sha256').update(readFileSync(`${folder}/${name}`)).digest('hex');
writeFileSync(LIST, `${JSON.stringify(sealed, null, 2)}\n`);
say(`✓ 新封存 ${added.length} 个迁移`, added.join(', ') || 'nothing new');
