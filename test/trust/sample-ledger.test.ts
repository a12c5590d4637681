import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { everyBook } from '@hall/shared/audit/books';
import type { CommitmentList, LedgerStateView } from '@hall/shared/api/views';
import { isSigned } from '../../cloud-api/src/platform/crypto/signing.ts';
import { startApi, type ApiProcess } from '../servers/api-process.ts';

const PATIENCE = 170_000;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

let api: ApiProcess;
beforeAll(async () => { api = await startApi({ HALL_MODE: 'demo', SAMPLE_DAYS: '2' }, PATIENCE); }, PATIENCE);
afterAll(() => api.stop());

const asked = async <T>(path: string): Promise<T> => (await fetch(`${api.url}/api${path}`)).json() as Promise<T>;

test('the sample hall has promised before its first day, shows what came of it, and its ledger holds against the file alone', async () => {
  const { items } = await asked<CommitmentList>('/public/commitments');
  expect(new Set(items.map(({ holderKind }) => holderKind))).toEqual(new Set(['hall', 'department', 'person']));
  expect(items.filter(({ rolling }) => rolling !== null && rolling.rate !== null).length).toBeGreaterThanOrEqual(3);

  const { publicKey, checkpoint } = await asked<LedgerStateView>('/public/ledger');
  const books = everyBook(digest);
  const reader = auditor({ digest, isSigned, publicKey: publicKey!, shortCode: checkpoint!.shortCode, books: books.map(({ book }) => book) });
  for (const line of (await (await fetch(`${api.url}/api/public/ledger/export`)).text()).trimEnd().split('\n')) reader.line(line);
  expect(reader.end()).toMatchObject({ sound: true, findings: [], sealedTo: checkpoint!.day, shortCodeSeen: true });
  const agreed = Object.fromEntries(books.map(({ title, agreed: count }) => [title, count()]));
  expect(agreed['承诺兑现数据']).toBeGreaterThan(2 * items.length);
  expect(agreed['每日号票总数']).toBeGreaterThanOrEqual(2);
  expect(agreed).toMatchObject({ 服务标兵评选: 1, 红旗窗口: 1, 考核结果封存: 1 });
});
