import { CARD_ACTIONS, CARD_LIMITS, cardStateOf, checkDuties, dutiesOf } from './card.rules.ts';
import { limitParts } from './limit-text.rules.ts';

describe('the duties on a card', () => {
  test('are lines with words in them, few and short enough to be read on a card', () => {
    expect(dutiesOf(['  办理参保登记 ', '', '解答  政策'])).toEqual(['办理参保登记', '解答 政策']);
    expect(checkDuties(['', '  '])).toMatchObject({ ok: false, code: 'CARD_DUTIES_MISSING' });
    expect(checkDuties(Array.from({ length: CARD_LIMITS.duties + 1 }, (_, at) => `职责${at}`))).toMatchObject({ ok: false, code: 'CARD_DUTIES_TOO_MANY' });
    expect(checkDuties(['好', '长'.repeat(CARD_LIMITS.dutyLength + 1)])).toMatchObject({ ok: false, code: 'CARD_DUTY_TOO_LONG', path: 'duties.1' });
    expect(checkDuties(['长'.repeat(CARD_LIMITS.dutyLength)])).toMatchObject({ ok: true });
  });
});

test('a card that was taken down comes back only by another draft and another publication', () => {
  expect(cardStateOf({ drafted: false, shown: false, versions: 0 })).toBe('blank');
  expect(cardStateOf({ drafted: true, shown: false, versions: 0 })).toBe('draft');
  expect(cardStateOf({ drafted: false, shown: true, versions: 1 })).toBe('published');
  expect(cardStateOf({ drafted: true, shown: true, versions: 1 })).toBe('changed');
  expect(cardStateOf({ drafted: false, shown: false, versions: 2 })).toBe('withdrawn');
  expect(CARD_ACTIONS.withdrawn).toEqual(['draft']);
});

describe('a limit as a matter says it', () => {
  test('is taken apart into how long and where that stands', () => {
    expect(limitParts('10 个工作日（《社会保险经办条例》第六条）')).toEqual({ limit: '10 个工作日', basis: '《社会保险经办条例》第六条' });
    expect(limitParts('20 个工作日（《社会保险经办条例》（国务院令第765号）第十八条）')).toEqual({ limit: '20 个工作日', basis: '《社会保险经办条例》（国务院令第765号）第十八条' });
    expect(limitParts('资料带齐的，窗口 5 分钟内办结')).toEqual({ limit: '资料带齐的，窗口 5 分钟内办结', basis: null });
    expect(limitParts('当场办结（材料齐全时）')).toEqual({ limit: '当场办结（材料齐全时）', basis: null });
  });

  test('is nothing as long as the district has not said it', () => {
    expect([limitParts('待本地填写'), limitParts(' ')]).toEqual([null, null]);
  });
});
