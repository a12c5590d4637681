import { auditor } from '../../packages/shared/src/audit/auditor.ts';
import { everyBook } from '../../packages/shared/src/audit/books.ts';
import type { AppraisalResult, AppraisalTokens } from '../../packages/shared/src/audit/appraisal-book.ts';
import { instantAt } from '../../packages/shared/src/kernel/day.ts';
import type { LedgerEntry, LedgerKind } from '../../packages/shared/src/ledger/entry.rules.ts';
import { AppraisalHall } from '../../cloud-api/src/features/appraisal/testing/appraisal-hall.ts';
import { LedgerKey } from '../../cloud-api/src/features/ledger/ledger.entity.ts';
import { LedgerQueries } from '../../cloud-api/src/features/ledger/ledger.queries.ts';
import { CryptoPort } from '../../cloud-api/src/platform/crypto/crypto.port.ts';
import { isSigned, signText } from '../../cloud-api/src/platform/crypto/signing.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { digest, rechained, type Signer } from './ledger-edits.ts';

jest.setTimeout(60_000);

/** Whoever runs the machine holds the key: everything after an edit can be written and signed anew, and only the book of appraisals is left to find it. */
describe('an appraisal somebody with the ledger\'s own key would like to have turned out otherwise', () => {
  let hall: TestApp;
  let lines: string[];
  let operator: Signer;

  beforeAll(async () => {
    hall = await TestApp.start('sqlite::memory:', { now: instantAt('2026-11-23', '09:00'), environment: { TRUST_PROXY_HOPS: '1' } });
    const house = await new AppraisalHall(hall).furnish();
    await house.serveMany(24);
    const { id } = await house.open({ invite: 20 });
    await house.night();
    for (const [at, visitor] of house.visitors.entries()) await house.answer(visitor, id, at % 3 === 0 ? [2, 1] : [5, 4]);
    await house.night('2026-11-27');
    await house.night();
    let text = '';
    for await (const part of (await hall.app.get(LedgerQueries).export())!.lines) text += part;
    lines = text.trimEnd().split('\n');
    const key = await hall.dataSource.manager.findOneByOrFail(LedgerKey, { hallId: hall.hallId });
    const own = hall.app.get(CryptoPort).decryptField(key.privateKeyCipher, `ledger-key.private:${key.id}`);
    operator = Object.assign((said: string) => signText(own, said), { publicKey: key.publicKey });
  });
  afterAll(() => hall.close());

  const findings = (file: readonly string[]): string[] => {
    const reader = auditor({ digest, isSigned, books: everyBook(digest).map(({ book }) => book), publicKey: operator.publicKey });
    for (const line of file) reader.line(line);
    return reader.end().findings.map(({ words }) => words);
  };
  const lineOf = (kind: LedgerKind, more: (body: LedgerEntry['body']) => boolean = () => true) => lines.findIndex((line, at) => { if (at === 0) return false; const entry = JSON.parse(line) as LedgerEntry; return entry.kind === kind && more(entry.body); });
  const edited = (at: number, change: (body: LedgerEntry['body']) => object | null) => findings(rechained(lines, at, (entry) => { const body = change(entry.body); return body && { ...entry, body: body as LedgerEntry['body'] }; }, operator));
  const tokens = () => lineOf('appraisal.opened', (body) => 'part' in body);
  const result = () => lineOf('appraisal.result');
  const figures = (body: LedgerEntry['body']) => (body as unknown as AppraisalResult).figures;

  test('stands as it was held, also when it is only written down again', () => {
    expect(findings(lines)).toEqual([]);
    expect(edited(result(), (body) => body)).toEqual([]);
  });

  test.each<[string, () => string[]]>([
    ['another person could have been drawn', () => edited(tokens(), (body) => ({ ...body, tokens: [digest('a friend'), ...(body as unknown as AppraisalTokens).tokens.slice(1)] }))],
    ['one person less could have been drawn', () => edited(tokens(), (body) => ({ ...body, tokens: (body as unknown as AppraisalTokens).tokens.slice(1) }))],
    ['the seed was another', () => edited(lineOf('appraisal.drawn'), (body) => ({ ...body, seed: digest('luck') }))],
    ['others were drawn', () => edited(lineOf('appraisal.drawn'), (body) => ({ ...body, drawn: digest('friends') }))],
    ['nobody was drawn', () => edited(lineOf('appraisal.drawn'), () => null)],
    ['something else was said on the night of the draw', () => edited(lineOf('holder.named'), (body) => ({ ...body, name: '别的科室' }))],
    ['more answered than were asked', () => edited(result(), (body) => ({ ...body, answers: 21 }))],
    ['a level was chosen more often', () => edited(result(), (body) => ({ ...body, figures: figures(body).map((figure) => ({ ...figure, bands: figure.bands.map(([from, to, count], at) => [from, to, at === 0 ? count + 1 : count]) })) }))],
    ['more were content', () => edited(result(), (body) => ({ ...body, figures: figures(body).map((figure) => ({ ...figure, good: [990, 990] })) }))],
    ['there is no result', () => edited(result(), () => null)],
    ['too few answered', () => edited(result(), (body) => ({ ...body, answers: null }))],
  ])('is found out: %s', (_, tampered) => expect(tampered()).not.toEqual([]));
});
