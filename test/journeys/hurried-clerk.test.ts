import ExcelJS from 'exceljs';
import type { DeskTicketTakenView } from '@hall/shared/api/views';
import { findChromium } from '../servers/machine.ts';
import { Clerk } from './browser/clerk.ts';
import { openDemoHall, TODAY, type DemoHall } from './browser/demo-hall.ts';
import { Clerk as ClerkByHttp } from './clerk-by-http.ts';
import { enrollee, readyCase, residentOver } from './enrollee.ts';
import { Caller, staffOver, wayInOf } from './hall-over-http.ts';
import { serveEverybody } from './quiet-line.ts';

const when = findChromium() ? describe : describe.skip;
const NOBODY = '420606195003150023';

when('a hurried clerk at the console', () => {
  let hall: DemoHall;
  beforeAll(async () => {
    hall = await openDemoHall();
    for (const name of ['chen', 'li', 'wang']) await serveEverybody(await staffOver(hall.url, name)).catch(() => 0);
  });
  afterAll(() => hall?.close());
  const story = (title: string, tell: () => Promise<void>) => test(title, () => tell().catch(async (error: unknown) => {
    await hall.lastLook();
    throw error;
  }), 120_000);
  const at = async (name: string) => {
    const clerk = new Clerk(await hall.open('desk', '/console/'));
    await clerk.signIn(hall.url, name);
    return clerk;
  };

  story('types an ID number once, hears why a key does nothing, and loses nothing to a lock, a reload or a lost network', async () => {
    const clerk = await at('wang');
    await clerk.click('nav-find');
    await clerk.at('ticket-name').fill('欧阳慕容碧莲');
    await clerk.at('ticket-citizen-id').fill(NOBODY);
    await clerk.click('ticket-issue');
    await clerk.at('ticket-issued').waitFor();
    await clerk.click('nav-desk');
    await clerk.at('my-window').waitFor();
    await clerk.callNext();
    expect(await clerk.at('done').getAttribute('title')).toContain('先按“已到窗口”');
    await clerk.press('d');
    await clerk.page.getByText('人到窗口后才能办结').first().waitFor();

    // The screen locks over an open dialog: it is hidden, out of reach, and as it was afterwards.
    await clerk.press('e');
    await clerk.page.getByText('其他原因').click();
    await clerk.at('close-reason-words').fill('写了一半');
    // A slip of the mouse beside the dialog throws nothing away.
    await clerk.page.mouse.click(8, 400);
    await clerk.at('close-reason-words').click({ timeout: 5_000 });
    expect(await clerk.at('close-reason-words').inputValue()).toBe('写了一半');
    await clerk.page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="lock-now"]')?.click());
    await clerk.page.locator('[data-testid="unlock-password"]:focus').waitFor();
    await clerk.at('close-reason-words').waitFor({ state: 'hidden' });
    await clerk.press('Escape');
    await clerk.type('yangguang-2026');
    await clerk.press('Enter');
    await clerk.at('lock-gate').waitFor({ state: 'detached' });
    // Whoever was typing goes on typing.
    await clerk.page.locator('[data-testid="close-reason-words"]:focus').waitFor();
    expect(await clerk.at('close-reason-words').inputValue()).toBe('写了一半');
    await clerk.page.locator('.ant-modal-close').click();
    await clerk.at('close-reason-words').waitFor({ state: 'detached' });

    await clerk.press('f');
    await clerk.page.locator('[data-testid="open-case"]:focus').waitFor();
    expect([await clerk.at('open-name').inputValue(), await clerk.at('open-citizen-id').inputValue()]).toEqual(['欧阳慕容碧莲', NOBODY]);
    const kept = await clerk.page.evaluate(() => JSON.stringify([location.href, history.state, { ...sessionStorage }, { ...localStorage }]));
    expect(kept).not.toContain(NOBODY);
    await clerk.press('Enter');

    const saved = () => clerk.page.locator('[data-testid="save-state"][data-dirty="false"]').getByText('已保存').waitFor();
    await clerk.at('input-householdAddress').fill('示例路 99 号');
    await clerk.page.locator('[data-testid="save-state"][data-dirty="true"]').waitFor();
    await saved();
    await clerk.page.reload();
    await clerk.at('input-householdAddress').waitFor();
    expect(await clerk.at('input-householdAddress').inputValue()).toBe('示例路 99 号');
    await clerk.page.context().setOffline(true);
    await clerk.at('input-householdAddress').fill('示例路 99 号 2 单元');
    await clerk.at('network-lost').waitFor();
    await clerk.page.context().setOffline(false);
    await saved();
    await clerk.at('network-lost').waitFor({ state: 'detached' });
    await clerk.page.context().close();
  });

  story('puts somebody aside and back while another stands at the window, and the clock stands meanwhile', async () => {
    const li = await ClerkByHttp.signIn(hall.url, 'li');
    const clerk = await at('li');
    await clerk.click('nav-desk');
    await clerk.at('my-window').waitFor();
    for (let number = 0; number < 2; number += 1) await li.http.post<DeskTicketTakenView>('/staff/tickets', { cls: 'walkin', matterIds: ['enrolment-change'] });
    await clerk.page.locator('[data-testid="call-next"]:enabled').waitFor();
    const first = await clerk.callNext();
    expect(await clerk.page.locator('[data-testid="desk-case"] header h2').innerText()).toBe('还没登记姓名');
    await clerk.press('s');
    await clerk.page.locator('[data-testid="serve"]').waitFor({ state: 'detached' });
    await clerk.press('p');
    await clerk.page.locator('[data-testid="call-next"]:enabled').waitFor();
    await clerk.press('n');
    await clerk.at('desk-case').waitFor();
    await clerk.page.getByTestId('queue-lists').getByText('暂挂').click();
    await clerk.click(`resume-${first}`);
    await clerk.at(`resume-${first}`).waitFor({ state: 'detached' });
    await clerk.press('s');
    await clerk.page.locator('[data-testid="done"]:enabled').waitFor();
    await clerk.done();
    expect(await clerk.callNext()).toBe(first);
    await clerk.at('service-clock').getByText('到窗后').waitFor();
    await clerk.page.context().close();
  });

  story('closes a dialog by a slip of the finger, loads the page anew, and finds in it what was typed', async () => {
    const editor = await at('lin');
    const open = async () => {
      await editor.page.goto(`${hall.url}/console/lights?part=honours`);
      await editor.click('honour-add');
    };
    await open();
    await editor.at('honour-title').fill('群众满意窗口');
    await editor.press('Escape');
    await editor.at('honour-title').waitFor({ state: 'detached' });
    await editor.page.reload();
    await open();
    expect(await editor.at('honour-title').inputValue()).toBe('群众满意窗口');
    await editor.page.context().close();
  });

  story('imports the province’s reply: every row is accounted for, twice is not done twice, a wrong file says what is wrong', async () => {
    const wang = await ClerkByHttp.signIn(hall.url, 'wang');
    const ids: string[] = [];
    for (const number of [61, 62, 63]) {
      const one = await enrollee(number, 40, TODAY);
      ids.push(await readyCase(await residentOver(hall.url, one.person.phone), wang.http, one));
    }
    for (const id of ids) await wang.handle(id);
    const used = (await wayInOf(hall.url, 'zhou')).totp;
    const head = await at('zhou');
    await stepUp(head, hall.url, 'zhou', [used, (await wayInOf(hall.url, 'zhou')).totp]);
    await head.page.goto(`${hall.url}/console/batches`);
    await head.click('batch-create');
    const [download] = await Promise.all([head.page.waitForEvent('download'), head.page.getByTestId(/^batch-download-/).first().click()]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    const sheet = book.worksheets[0]!;
    const columns = new Map<string, number>();
    sheet.getRow(3).eachCell((cell, column) => columns.set(cell.text, column));
    const last = sheet.rowCount;
    const write = (row: number, title: string, words: string) => { sheet.getCell(row, columns.get(title)!).value = words; };
    write(last - 2, '办理结果', '办结');
    write(last - 1, '办理结果', '退回');
    write(last - 1, '退回原因', '户籍地址与公安系统不一致');
    write(last, '退回原因', '没有写结果');
    const reply = { name: 'reply.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await book.xlsx.writeBuffer()) };
    const bring = async (file: typeof reply) => {
      const [chooser] = await Promise.all([head.page.waitForEvent('filechooser'), head.page.getByTestId(/^batch-reply-/).first().click()]);
      await chooser.setFiles(file);
      // A dialog that is still growing out of the button has its own button elsewhere by the time the click arrives.
      const dialog = head.page.locator('.ant-modal:visible:not(.ant-zoom-appear):not(.ant-zoom-enter)');
      const words = await dialog.innerText();
      await dialog.getByRole('button', { name: '知道了' }).click();
      await head.page.locator('.ant-modal:visible').waitFor({ state: 'detached' });
      return words;
    };
    expect(await bring(reply)).toMatch(/成功 1 件，未通过 1 件[^]*没有填“办理结果”，请补填/);
    expect(await bring(reply)).toMatch(/一行也没有导入[^]*2 行之前已导入过同样的结果/);
    expect(await bring({ ...reply, buffer: Buffer.from('hello') })).toContain('请上传 .xlsx 表格');
    expect((await Promise.all(ids.map((id) => wang.case(id)))).map(({ state }) => state).sort()).toEqual(['completed', 'handled', 'rejected']);

    // The rejected one can be found and mended at a window.
    await head.page.goto(`${hall.url}/console/cases/${ids[1]!}`);
    await head.click('to-fill');
    await head.at('walk-in-fill').waitFor();
  });
});

/** The file with whole ID numbers asks for the second factor anew, and each code is good once: waits for one not used yet. */
async function stepUp(clerk: Clerk, url: string, name: string, used: readonly string[]): Promise<void> {
  const token = await clerk.page.evaluate(() => (JSON.parse(sessionStorage.getItem('hall.console.session') ?? '{}') as { session: { token: string } }).session.token);
  let code = used[0]!;
  while (used.includes(code)) {
    await clerk.page.waitForTimeout(1_000);
    code = (await wayInOf(url, name)).totp;
  }
  await new Caller(url, token).post('/staff/me/step-up', { code });
}
