/**
 * Makes one plain file out of the ledger's rules, for people who have a ledger file and any Node, and nothing of ours.
 * The server offers it for download at /verify-ledger.mjs.
 */
import { createRequire } from 'node:module';
import { inHouse } from './kit/house.mjs';

const { build } = createRequire(inHouse('test/package.json'))('esbuild');

await build({
  entryPoints: [inHouse('scripts/verifier/verify-ledger.ts')],
  outfile: inHouse('scripts/verifier/dist/verify-ledger.mjs'),
  alias: { '@hall/shared': inHouse('packages/shared/src') },
  bundle: true, format: 'esm', platform: 'node', target: 'node18', charset: 'utf8', legalComments: 'none',
  banner: { js: '// 阳光账本核对程序。用法：node verify-ledger.mjs 账本文件 [--key 公钥] [--code 短码]\n// 它只读您给的文件，不连网，也不需要安装任何东西。' },
});
