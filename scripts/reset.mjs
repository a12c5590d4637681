/** npm run reset — forgets everything the demo has stored. Refuses while a server is at work on it. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './kit/house.mjs';
import { giveUp, say } from './kit/say.mjs';

const folder = resolve(ROOT, process.env.DATA_DIR || './data');
const lock = join(folder, 'server.lock');

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

if (!existsSync(folder)) {
  say('没有数据，不用清空', 'there is nothing to reset');
  process.exit(0);
}
if (existsSync(lock)) {
  const pid = Number(/\d+/.exec(readFileSync(lock, 'utf8'))?.[0]);
  if (pid > 0 && lives(pid)) {
    giveUp(`服务(进程 ${pid})正在使用这些数据，请先停下它。若确知它已停，删除 ${lock} 再试。`, `A server (process ${pid}) is at work on these data: stop it first. If you know it is gone, delete ${lock}.`);
  }
}
const names = readdirSync(folder);
const ours = names.length === 0 || ['hall.db', 'server.lock', 'key-ring.txt', 'logs'].some((name) => names.includes(name));
if (!ours) giveUp(`${folder} 看起来不是大厅的数据，没有动它。`, `${folder} does not look like a hall's data and was left alone.`);

rmSync(folder, { recursive: true, force: true });
say('已清空，下次 npm start 从新的样例大厅开始', 'reset: the next npm start begins with a new sample hall');
