import type { ConsentView, NoticeView } from '@hall/shared/api/views';
import { consentState } from './consents.view.ts';

const notice = { kind: 'privacy-notice', version: '2' } as NoticeView;
const consent = (part: Partial<ConsentView>): ConsentView => ({ kind: 'privacy-notice', version: '2', current: true, givenAt: Date.parse('2026-11-23T01:00:00Z'), withdrawnAt: null, ...part });
const word = (consents: ConsentView[]) => consentState(notice, consents, '2026-11-23');

test('a consent is given, taken back, out of date or missing, each in words', () => {
  expect(word([consent({})])).toMatchObject({ given: true, word: '今天 09:00 已同意' });
  expect(word([consent({ withdrawnAt: Date.parse('2026-11-23T02:00:00Z') })])).toMatchObject({ given: false, word: '今天 10:00 已撤回' });
  expect(word([consent({ version: '1' })])).toMatchObject({ given: false, word: '内容有更新，请重新阅读' });
  expect(word([])).toMatchObject({ given: false, word: '还没有同意' });
});
