import { actOf, actsOf, NO_STEP, toneOf } from './rights.view.ts';

describe('a case about somebody’s rights', () => {
  it('is red when late, amber while nobody has been in touch, calm when it is done', () => {
    expect((['opened', 'reopened', 'in-service', 'confirmed', 'withdrawn'] as const).map((state) => toneOf({ state, overdue: false }))).toEqual(['warn', 'warn', 'info', 'ok', 'quiet']);
    expect(toneOf({ state: 'in-service', overdue: true })).toBe('accent');
  });
  it('keeps the chosen step while a colleague moves the case on, as long as it may still be done', () => {
    expect([actOf(NO_STEP, ['serve', 'note']), actOf({ act: 'note', words: '问过银行' }, ['serve', 'note']), actOf({ act: 'contact', words: '打过电话' }, ['serve', 'note'])]).toEqual(['serve', 'note', 'serve']);
  });
  it('takes notes as long as it is worked on', () => expect([actsOf({ actions: ['contact', 'withdraw'] }), actsOf({ actions: [] })]).toEqual([['contact', 'withdraw', 'note'], []]));
});
