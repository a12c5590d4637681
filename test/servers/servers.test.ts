import { createConnection } from 'mysql2/promise';
import { launchChromium, openWindow } from './chromium.ts';
import { findChromium, findMariadb, findRedis } from './machine.ts';
import { startPrivateMariadb } from './private-mariadb.ts';
import { startPrivateRedis } from './redis.ts';

const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const when = (found: unknown) => (found ? describe : describe.skip);

when(findMariadb())('a private MariaDB', () => {
  test('keeps what was acknowledged when it is killed, and leaves nothing behind when it is stopped', async () => {
    const mariadb = await startPrivateMariadb();
    const url = await mariadb.freshDatabase('hall_servers');
    const connection = await createConnection(url);
    await connection.query('CREATE TABLE visit (id INT PRIMARY KEY)');
    await connection.query('INSERT INTO visit VALUES (7)');
    connection.on('error', () => undefined);
    await mariadb.halt('SIGKILL');
    connection.destroy();
    await mariadb.resume();
    const again = await createConnection(url);
    const [rows] = await again.query('SELECT id FROM visit');
    await again.end();
    const pid = mariadb.pid;
    await mariadb.stop();
    expect(rows).toEqual([{ id: 7 }]);
    expect(lives(pid)).toBe(false);
  });

  test('hands out an empty database each time a name is asked for', async () => {
    const mariadb = await startPrivateMariadb();
    const first = await createConnection(await mariadb.freshDatabase('hall_again'));
    await first.query('CREATE TABLE visit (id INT PRIMARY KEY)');
    await first.end();
    const second = await createConnection(await mariadb.freshDatabase('hall_again'));
    const [tables] = await second.query('SHOW TABLES');
    await second.end();
    await mariadb.stop();
    expect(tables).toEqual([]);
  });
});

when(findRedis())('a private Redis', () => {
  test('answers on its own port and can be halted and resumed', async () => {
    const redis = await startPrivateRedis();
    expect(redis.url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/);
    await redis.halt('SIGKILL');
    await redis.resume();
    await redis.stop();
  });
});

when(findChromium())('a headless Chromium', () => {
  test('shows Chinese on a phone of 390 by 844', async () => {
    const browser = await launchChromium();
    const window = await openWindow(browser, 'phone');
    const page = await window.newPage();
    await page.setContent('<meta name="viewport" content="width=device-width"><h1>微笑服务每一天</h1>');
    const seen = { title: await page.textContent('h1'), width: await page.evaluate('innerWidth') };
    await browser.close();
    expect(seen).toEqual({ title: '微笑服务每一天', width: 390 });
  });
});
