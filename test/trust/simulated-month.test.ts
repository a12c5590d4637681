import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditor } from '../../packages/shared/src/audit/auditor.ts';
import { everyBook } from '../../packages/shared/src/audit/books.ts';
import type { CheckedFigure } from '../../packages/shared/src/audit/figure-book.ts';
import { LAST_NINETY_DAYS } from '../../packages/shared/src/commitment/figures.rules.ts';
import { keyChangeText, type KeyChange } from '../../packages/shared/src/ledger/checkpoint.rules.ts';
import type { LedgerEntry } from '../../packages/shared/src/ledger/entry.rules.ts';
import type { CommitmentFigureView, CommitmentList, CommitmentView } from '../../cloud-api/src/features/commitment/commitment.dto.ts';
import type { LedgerPage, LedgerStateView } from '../../cloud-api/src/features/ledger/ledger.dto.ts';
import { Voice, must } from '../../cloud-api/src/features/suggestion/testing/voice.builder.ts';
import { isSigned, newSigningPair, signText } from '../../cloud-api/src/platform/crypto/signing.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { HOUSE } from '../architecture/tree.ts';
import { Chance } from './chance.ts';
import { PATIENCE, dose, tell } from './dose.ts';
import { digest, editOf, rechained, type Signer } from './ledger-edits.ts';
import { SimulatedMonth } from './simulated-month.ts';

jest.setTimeout(PATIENCE);

const SEED = Number(process.env.HALL_SEED ?? 20261201);
const VISITS_A_DAY = dose(7, 40);
const EDITS = dose(200, 1_000);
/** So many of them are shown to the very file people download; the others to the same rules, without starting a Node for each. */
const BY_THE_FILE = 10;

interface Verified { sound: boolean; findings: { line: number; words: string }[]; entries: number; checkpoints: number; sealedTo: string; keyFrom: string; shortCodeSeen: boolean | null; books: { title: string; agreed: number }[]; figures: CheckedFigure[] }

onEveryDatabase((database) => {
  let voice: Voice;
  let state: LedgerStateView;
  let exported: string;
  /** Holds the verifier and the file, and nothing else. */
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hall-verifier-'));
    voice = await Voice.start(database.url);
    await SimulatedMonth.live(voice, new Chance(SEED), VISITS_A_DAY);
    state = must(await voice.hall.call<LedgerStateView>('GET', '/public/ledger'));
    exported = (await voice.hall.app.inject({ url: '/api/public/ledger/export' })).payload;
    copyFileSync(join(HOUSE, 'scripts/verifier/dist/verify-ledger.mjs'), join(folder, 'verify-ledger.mjs'));
  });
  afterAll(async () => {
    await voice.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As somebody does who has downloaded the two: an empty folder, no environment, nothing installed. */
  const verify = (text: string, ...more: string[]) => {
    writeFileSync(join(folder, 'ledger.jsonl'), text);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['verify-ledger.mjs', 'ledger.jsonl', ...more], { cwd: folder, env: {}, encoding: 'utf8', maxBuffer: 1 << 28 });
    return { status, stdout, stderr, report: more.includes('--json') ? (JSON.parse(stdout) as Verified) : null };
  };
  const audit = (text: string, publicKey?: string) => {
    const reader = auditor({ digest, isSigned, books: everyBook(digest).map(({ book }) => book), ...(publicKey === undefined ? {} : { publicKey }) });
    const lines = text.split('\n');
    const rest = lines.pop()!;
    for (const line of lines) reader.line(line);
    if (rest !== '') reader.line(rest);
    return reader.end(rest !== '');
  };

  test('a month of the hall holds what a month holds: kept and broken promises, times left out, another wording, one withdrawn', () => {
    const kinds = new Set(exported.trimEnd().split('\n').slice(1).map((line) => (JSON.parse(line) as { kind: string }).kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['ledger.begun', 'ledger.key', 'calendar.year', 'holder.named', 'day.totals', 'fact', 'commitment.published', 'commitment.withdrawn', 'exclusion.made', 'figure.published', 'checkpoint']));
    for (const event of ['visit.served', 'visit.missed', 'visit.parked', 'visit.unserved', 'enquiry.answered', 'suggestion.replied', 'fund.paid']) expect(exported).toContain(`"event":"${event}"`);
    expect(state.checkpoint?.day).toBe('2026-12-31');
  });

  test('the verifier, alone with the file, agrees with every number the hall has published', async () => {
    const { status, report, stderr } = verify(exported, '--key', state.publicKey!, '--code', state.checkpoint!.shortCode, '--json');
    expect({ status, stderr, findings: report!.findings }).toEqual({ status: 0, stderr: '', findings: [] });
    expect(readdirSync(folder).sort()).toEqual(['ledger.jsonl', 'verify-ledger.mjs']);
    expect(report).toMatchObject({ entries: state.entries, checkpoints: 32, sealedTo: '2026-12-31', keyFrom: 'outside', shortCodeSeen: true });

    const codes = new Set(report!.figures.map(({ figure }) => figure.c));
    const views = await Promise.all([...codes].map(async (code) => must(await voice.hall.call<CommitmentView>('GET', `/public/commitments/${code}`))));
    const board = must(await voice.hall.call<CommitmentList>('GET', '/public/commitments')).items;
    expect(board.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
    let compared = 0;
    for (const { code, number, month, rolling, trend } of views) {
      for (const shown of [month, rolling, ...trend]) {
        const found = report!.figures.find(({ figure }) => figure.c === code && figure.v === number && figure.period === shown!.period)!.figure;
        const { spread, ...numbers } = shown as CommitmentFigureView;
        expect(numbers).toMatchObject({ period: found.period, asOf: found.asOf, met: found.met, broken: found.broken, ended: found.ended, excluded: found.excluded, paused: found.paused, rate: found.rate });
        expect(spread.map(({ count }) => count)).toEqual(found.spread);
        compared += 1;
      }
    }
    const five = views.find(({ wording }) => wording.includes('5 分钟'))!.rolling!;
    for (const count of [five.met, five.broken, five.ended, five.excluded, five.paused]) expect(count).toBeGreaterThan(0);
    expect(report!.figures.filter(({ figure }) => figure.period === LAST_NINETY_DAYS).length).toBeGreaterThan(codes.size);
    expect(report!.books.find(({ title }) => title === '承诺兑现数据')!.agreed).toBe((exported.match(/"kind":"figure.published"/g) ?? []).length);
    tell(`simulated month on ${database.name}: ${state.entries} entries, ${report!.books.reduce((sum, { agreed }) => sum + agreed, 0)} published numbers recomputed, ${compared} compared with the board`);
  });

  test('what stands in the file is what one leafs through in public', async () => {
    const { items } = must(await voice.hall.call<LedgerPage>('GET', '/public/ledger/entries'));
    const lines = exported.trimEnd().split('\n');
    for (const { seq, kind, day, body, hash } of items) {
      expect(JSON.parse(lines[seq]!)).toMatchObject({ seq, kind, day, body });
      expect(digest(lines[seq]!)).toBe(hash);
    }
  });

  test('for people it says in plain words that nothing was found, and for a number that was changed on which line', () => {
    const sound = verify(exported);
    expect(sound.stdout).toContain('结论：没有发现改动');
    expect(sound.stdout).toContain('材料备齐的，叫号后 5 分钟内办结');
    const lines = exported.trimEnd().split('\n');
    const at = lines.findIndex((line) => line.includes('"kind":"figure.published"'));
    const edited = verify(`${lines.with(at, lines[at]!.replace('"excluded":', '"excluded":9')).join('\n')}\n`);
    expect([edited.status, edited.stdout]).toEqual([1, expect.stringContaining(`第 ${at + 1} 行：`)]);
    expect(verify(exported, '--code', '0000-0000-0000').status).toBe(1);
    expect(spawnSync(process.execPath, ['verify-ledger.mjs', 'gone.jsonl'], { cwd: folder, env: {} }).status).toBe(2);
    expect(spawnSync(process.execPath, ['verify-ledger.mjs'], { cwd: folder, env: {} }).status).toBe(2);
  });

  test(`${EDITS} random edits, deletions, swaps, repetitions and cuts are all found`, () => {
    const chance = new Chance(SEED + 1);
    const missed: string[] = [];
    for (let number = 0; number < EDITS; number += 1) {
      const { words, text } = editOf(exported, chance);
      const found = number < BY_THE_FILE ? verify(text).status === 1 : !audit(text).sound;
      if (!found) missed.push(`seed ${SEED}, edit ${number}: ${words}`);
    }
    expect(missed).toEqual([]);
    tell(`tampered ledgers on ${database.name}: ${EDITS} edits, ${missed.length} not found`);
  });

  test('whoever knows the first key or the present one can check the month in which it was changed; a key that nobody handed over to is found', () => {
    const lines = exported.trimEnd().split('\n');
    const first = (JSON.parse(lines[1]!) as LedgerEntry).body['key'] as string;
    expect(first).not.toBe(state.publicKey);
    const { status, stdout } = verify(exported, '--key', first);
    expect({ status, told: stdout.includes(`2026-12-18 换过密钥，由原密钥签字交出，换成 ${state.publicKey}`) }).toEqual({ status: 0, told: true });
    expect(verify(exported, '--key', newSigningPair().publicKey).status).toBe(1);

    // A thief without the old key puts their own in the place of the new one, and signs everything after it anew.
    const own = newSigningPair();
    const sign: Signer = Object.assign((text: string) => signText(own.privateKey, text), { publicKey: own.publicKey });
    const at = lines.findIndex((line) => line.includes('"kind":"ledger.key"'));
    const stolen = rechained(lines, at, (entry) => ({ ...entry, body: { ...entry.body, key: own.publicKey, byNew: sign(keyChangeText({ ...(entry.body as unknown as KeyChange), key: own.publicKey })) } }), sign, at);
    expect(stolen).toHaveLength(lines.length);
    expect(audit(`${stolen.join('\n')}\n`).findings[0]).toEqual({ line: at + 1, words: '更换签名密钥没有原密钥的签名：新密钥不可信' });
  });

  test('whoever rewrites the whole book under a key of their own is found by the key on the wall, and by nothing less', () => {
    const own = newSigningPair();
    const sign: Signer = Object.assign((text: string) => signText(own.privateKey, text), { publicKey: own.publicKey });
    const lines = exported.trimEnd().split('\n');
    // Nobody's figure hangs on when a day's totals were named.
    const at = lines.findIndex((line) => line.includes('"kind":"holder.named"'));
    const forged = `${rechained(lines, at, (entry) => ({ ...entry, body: { ...entry.body, name: '别的科室' } }), sign).join('\n')}\n`;
    expect(audit(forged).sound).toBe(true);
    expect(audit(forged, state.publicKey!).sound).toBe(false);
    expect(verify(forged, '--key', state.publicKey!).status).toBe(1);
    expect(verify(forged, '--code', state.checkpoint!.shortCode).status).toBe(1);
  });
});
