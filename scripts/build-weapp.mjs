/**
 * npm run build:weapp — writes miniapp/dist/weapp, to be opened in WeChat's developer tool.
 * HALL_API_BASE is the address of the API as phones reach it, e.g. `HALL_API_BASE=https://hall.example.org npm run build:weapp`;
 * it must be among the 服务器域名 of the mini-program's account.
 */
import { existsSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { inHouse } from './kit/house.mjs';
import { giveUp, say } from './kit/say.mjs';
import { build } from './kit/steps.mjs';

await bootstrap();
if (!(await build('weapp')) || !existsSync(inHouse('miniapp/dist/weapp/app.json'))) {
  giveUp('小程序没有构建成功，原因见上。', 'The mini-program was not built; the reason is above.');
}
if (!process.env.HALL_API_BASE) say('未设置 HALL_API_BASE,使用默认地址', 'HALL_API_BASE is not set: the built-in address is used');
say('请在微信开发者工具中打开 miniapp/dist/weapp', "open miniapp/dist/weapp in WeChat's developer tool");
