import { existsSync } from 'node:fs';
import { inHouse, PINNED_NODE, pnpmVersion } from './kit/house.mjs';
import { run } from './kit/run.mjs';
import { giveUp, say } from './kit/say.mjs';
import { fingerprint, Stamp } from './kit/stamp.mjs';

const OLDEST_NODE = 18;
const INPUTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'cloud-api/package.json', 'console/package.json', 'miniapp/package.json', 'packages/shared/package.json', 'packages/doubles/package.json', 'test/package.json'];

/**
 * Makes sure that the pinned package manager has installed exactly what the lockfile says, the project's own Node
 * among it. Takes nothing but a Node of at least 18 with its npx, and no time when nothing has changed.
 */
export async function bootstrap() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    giveUp(`需要 Node ${OLDEST_NODE} 或更新版本，现在是 ${process.version}。`, `Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  }
  const stamp = new Stamp('node_modules/.installed');
  const print = fingerprint(INPUTS, [process.platform, process.arch]);
  if (stamp.matches(print) && existsSync(PINNED_NODE)) return;

  const version = pnpmVersion();
  say(`… 正在安装依赖(pnpm ${version}),首次约需一分钟`, 'installing packages, about a minute the first time');
  stamp.remove();
  // CI=true keeps the package manager from asking questions nobody would see.
  const installed = await run('npx', ['--yes', `pnpm@${version}`, 'install', '--frozen-lockfile'], { environment: { ...process.env, CI: 'true' } });
  if (installed.code !== 0) {
    process.stderr.write(installed.output);
    giveUp('依赖没有装好，请看上面的原因；多半是网络，重试即可。', 'Packages could not be installed: the reason is above, most often the network. Try again.');
  }
  if (!existsSync(PINNED_NODE)) {
    giveUp(`没有适合这台机器(${process.platform}-${process.arch})的 Node 运行时。`, `There is no pinned Node for this machine (${process.platform}-${process.arch}); Linux and macOS are supported.`);
  }
  stamp.write(print);
  say(`✓ 依赖已装好(${installed.seconds.toFixed(1)} s)`, `packages installed in ${inHouse('node_modules')}`);
}
