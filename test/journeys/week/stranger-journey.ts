import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitmentList } from '@hall/shared/api/views';
import { Resident } from '../browser/resident.ts';
import { WORDING } from './promise-journey.ts';
import type { WeekInTheHall } from './week-in-the-hall.ts';

const VERIFIER = 'verify-ledger.mjs';

/** Somebody who belongs to nobody here and believes nothing: a browser, two files, an empty folder. */
export function strangerJourney(weekNow: () => WeekInTheHall) {
  let folder: string;
  let file: string;
  let shown: { rate: string; line: number; shortCode: string };

  /** Nothing but this folder may be read, nothing written, nobody asked: the runtime itself sees to it. */
  const verify = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--permission', `--allow-fs-read=${folder}`, VERIFIER, file, '--code', shown.shortCode], { cwd: folder, env: {}, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };

  const onWednesday = () => {
    test('reads a figure on the open board without saying who asks, and takes ledger and verifier home', async () => {
      const { items } = await weekNow().anybody().get<CommitmentList>('/public/commitments');
      const stranger = new Resident(await weekNow().window('phone', '/#/sunshine/board/index'));
      const promise = `promise-${items.find(({ wording }) => wording === WORDING)!.code}`;
      const promises = stranger.page.locator('[id^="promise-"]:visible');
      await promises.first().waitFor();
      while (await stranger.at(promise).count() === 0) {
        const before = await promises.count();
        await stranger.tap('more-hall');
        await promises.nth(before).waitFor();
      }
      await stranger.tap(promise);
      const rate = await stranger.at('figure').locator('.rate__value').innerText();
      await stranger.tap('to-check');
      const check = await stranger.at('check').innerText();
      expect(check).toContain(rate);
      shown = { rate, line: Number(/公布的数在第 (\d+) 行/.exec(check)![1]), shortCode: await stranger.at('check').locator('.code').innerText() };
      await stranger.tap('to-ledger');
      await stranger.on('sunshine-ledger');
      expect(await stranger.at('short-code').innerText()).toBe(shown.shortCode);

      folder = mkdtempSync(join(tmpdir(), 'hall-stranger-'));
      for (const button of ['download', 'verifier']) {
        const [download] = await Promise.all([stranger.page.waitForEvent('download'), stranger.tap(button)]);
        await download.saveAs(join(folder, download.suggestedFilename()));
      }
      file = readdirSync(folder).find((name) => name !== VERIFIER)!;
      expect(readdirSync(folder).sort()).toEqual(['ledger-2026-11-24.jsonl', VERIFIER]);
    });

    test('computes the same figure in an empty folder without a network, and finds a single sign that was changed', () => {
      const honest = verify();
      expect(honest.said).toContain('没有发现改动');
      expect(honest.said).toContain(`您手里的短码是 2026-11-24 的封账`);
      expect(honest.said).toMatch(new RegExp(`${WORDING}\\n.*兑现率 ${shown.rate.replace('.', '\\.')}；达标 5，未达标 1，.*文件第 ${shown.line} 行`));
      expect(honest.status).toBe(0);

      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      const nicer = lines[shown.line - 1]!.replace('"broken":1', '"broken":0');
      expect(nicer).not.toBe(lines[shown.line - 1]);
      writeFileSync(join(folder, file), lines.with(shown.line - 1, nicer).join('\n'));
      const forged = verify();
      expect(forged.said).toMatch(new RegExp(`这份文件不可信。\\n  第 ${shown.line} 行`));
      expect(forged.status).toBe(1);
      rmSync(folder, { recursive: true });
    });
  };
  return { onWednesday };
}
