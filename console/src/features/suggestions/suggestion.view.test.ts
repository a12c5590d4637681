import type { SuggestionPlanView } from '@hall/shared/api/views';
import { redact } from '@hall/shared/suggestion/suggestion.rules';
import { endedWhy, partsOf, planOf, running, sheetsOf, stands, wayOf } from './suggestion.view.ts';

const joined = (original: string) => partsOf(original, redact(original)).map(({ text }) => text).join('');
const hidden = (original: string) => partsOf(original, redact(original)).filter((part) => part.hidden).map(({ text }) => text);
const plan = (round: number, state: SuggestionPlanView['state'] = 'draft') => ({ round, state }) as SuggestionPlanView;

describe('one suggestion on the desk', () => {
  it('marks in the original exactly what the public wording leaves out', () => {
    expect(hidden('我叫老张，电话13812345678，身份证420606199001011239，请回电。')).toEqual(['13812345678', '420606199001011239']);
    expect(hidden('13812345678')).toEqual(['13812345678']);
    expect(hidden('窗口太少')).toEqual([]);
  });
  it('loses not a sign of the original, whatever stands in it', () => {
    for (const text of ['', '电话 13812345678、13812345678。', '有人写了［已隐去］，电话13812345678', '车牌鄂F12345，邮箱 a.b@c.cn\n两行']) expect(joined(text)).toBe(text);
  });
  it('marks nothing when the wording was written by hand', () => expect(partsOf('窗口太少', '希望多开窗口')).toEqual([{ text: '窗口太少', hidden: false }]));
  it('says by which way it came', () => {
    expect([wayOf({ way: 'online', identity: 'named' }), wayOf({ way: 'online', identity: 'anonymous' }), wayOf({ way: 'paper', identity: 'anonymous' })].map(({ word }) => word)).toEqual(['实名', '匿名', '意见箱']);
  });
  it('works on the plan of the present round; the one before is history', () => {
    expect(planOf({ round: 2, plans: [plan(1, 'fell-short'), plan(2)] })).toEqual(plan(2));
    expect(planOf({ round: 2, plans: [plan(1, 'fell-short')] })).toBeNull();
    expect([stands(null), stands(plan(1)), stands(plan(1, 'proposed')), stands(plan(1, 'published'))]).toEqual([false, false, false, true]);
  });
  it('shows what runs, the nearest first; what stands still comes last', () => {
    const deadline = (id: string, state: 'running' | 'paused' | 'met', dueAt: number | null) => ({ id, state, dueAt }) as Parameters<typeof running>[0][number];
    expect(running([deadline('late', 'running', 20), deadline('done', 'met', 1), deadline('still', 'paused', null), deadline('soon', 'running', 10)]).map(({ id }) => id)).toEqual(['soon', 'late', 'still']);
  });
  it('tells why it was not taken up, in the words its author reads', () => {
    expect([endedWhy({ declineReason: 'not-ours', closingWords: '请找市医保局' }), endedWhy({ declineReason: null, closingWords: '归公交集团管' }), endedWhy({ declineReason: null, closingWords: null })]).toEqual(['不属于社保大厅的职责。请找市医保局', '归公交集团管', '']);
  });
  it('asks for its pictures at its own door', () => expect(sheetsOf({ id: 's', pictures: [{ id: 'p', width: 1, height: 1 }] })[0]).toMatchObject({ page: 1, linkPath: '/staff/suggestions/s/pictures/p/link' }));
});
