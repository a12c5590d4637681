import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { layGround } from './ground.ts';
import { Staff } from './features/identity/staff.entity.ts';
import { system } from './platform/auth/actor.ts';
import { SystemClock } from './platform/clock/clock.ts';
import { readSettings } from './platform/config/settings.ts';
import { Passwords } from './platform/crypto/password.ts';
import { Totp } from './platform/crypto/totp.ts';
import { UnitOfWork } from './platform/persistence/unit-of-work.ts';
import { furnishHall } from './set-up/furnish-hall.ts';
import { readHallPlan } from './set-up/hall-plan.ts';

/**
 * `node cloud-api/dist/set-up-hall.js PLAN.json` — opens a hall for the first time and prints, once, each person's first
 * password and second factor. Needs the same settings as the server. docs/operations.md shows a plan.
 */
async function main(): Promise<void> {
  const [path] = process.argv.slice(2);
  if (!path) throw new Error('用法:node cloud-api/dist/set-up-hall.js 大厅.json(样子见 docs/operations.md)');
  const plan = readHallPlan(readFileSync(path, 'utf8'));
  const settings = readSettings(process.env);
  if (!settings.KEY_RING) throw new Error('KEY_RING must be set: what is encrypted now must open later');
  const clock = new SystemClock();
  const ground = await layGround(settings, clock, settings.KEY_RING);
  try {
    const taken = await ground.dataSource.manager.findBy(Staff, plan.staff.map(({ userName }) => ({ userName })));
    if (taken.length > 0) throw new Error(`这些用户名已经有了:${taken.map(({ userName }) => userName).join('、')}`);
    const totp = new Totp({ clock, issuer: plan.name });
    const passwords = new Map(plan.staff.map(({ userName }) => [userName, randomBytes(12).toString('base64url')]));
    const hashes = new Map<string, string>();
    for (const [userName, password] of passwords) hashes.set(userName, await new Passwords().hash(password));
    const { keys } = await new UnitOfWork(ground.dataSource, clock).run(system('set-up-hall'), (work) =>
      furnishHall(work, plan, { crypto: ground.crypto, totp, sample: false, passwordHash: (userName) => hashes.get(userName)! }));
    process.stdout.write(`大厅“${plan.name}”已建好。下面每一行只显示这一次，请当面交给本人:\n`);
    for (const { userName, totpSecret } of keys) process.stdout.write(`${userName}\t密码 ${passwords.get(userName)}\t动态口令 ${totp.enrolmentUri(totpSecret, userName)}\n`);
  } finally {
    await ground.dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
