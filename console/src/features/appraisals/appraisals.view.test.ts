import { answersText, toggled, toneOf, widthsOf } from './appraisals.view.ts';

describe('an appraisal as whoever opened it sees it', () => {
  it('tells how many answered only in steps of five, exactly once counted, and never below five', () => {
    const text = (state: 'opened' | 'asking' | 'counted' | 'ended', invited: number | null, answered: number | null, answers: number | null) => answersText({ state, invited, answered, answers });
    expect([text('opened', null, null, null), text('asking', 60, null, null), text('asking', 60, 15, null), text('counted', 60, 17, 17), text('ended', 60, null, null)]).toEqual(['今晚抽签', '邀请 60 人，作答不足 5 人', '邀请 60 人，作答 15 人以上', '邀请 60 人，作答 17 人', '不足 5 人，不公布']);
  });
  it('shows at once what is overdue', () => {
    const owed = { stateLabel: '', dueOn: null, text: null, publishedOn: null, late: false };
    expect([toneOf({ state: 'counted', rectification: { ...owed, state: 'overdue' } }), toneOf({ state: 'counted', rectification: { ...owed, state: 'owed' } }), toneOf({ state: 'ended', rectification: null })]).toEqual(['accent', 'warn', 'quiet']);
  });
  it('draws bands as parts of all who answered', () => expect(widthsOf({ bands: [{ from: 5, to: 5, label: '', count: 30 }, { from: 1, to: 4, label: '', count: 10 }] })).toEqual([75, 25]));
  it('takes five questions at the most', () => {
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
