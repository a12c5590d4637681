import type { ContributionPolicy } from '@hall/shared/enrolment/assessment.rules';
import { fieldNamed } from '@hall/shared/enrolment/enrolment.form';
import { answer, changeSince, firstProblem, optionsOf, problemsOf, rebase, usualAnswers } from './fill.view.ts';

const policy: ContributionPolicy = {
  id: 'p', name: '示例', example: true, disclaimer: '', tiers: [{ yuan: 400, subsidyYuan: 45 }, { yuan: 500, subsidyYuan: 60 }],
  specialGroups: [{ code: 'low', label: '低保', governmentPaysYuan: 100 }],
};

describe('filling the form at the window', () => {
  it('sends only what changed, and says when an answer was taken away', () => {
    const saved = { name: '王秀英', phone: '13800001111', otherPensions: [{ kind: 'a', from: '2012-01', to: null }] };
    expect(changeSince(saved, { name: '王秀英', isStudent: false })).toEqual({ phone: '', otherPensions: [], isStudent: false });
    expect(changeSince(saved, saved)).toEqual({});
  });

  it('keeps what is being typed while an earlier save comes back', () => {
    const saved = { name: '王秀英' };
    const typed = { name: '王秀英', householdAddress: '建设路 1' };
    expect(rebase({ name: '王秀英', phone: '13800001111' }, saved, typed)).toEqual({ name: '王秀英', phone: '13800001111', householdAddress: '建设路 1' });
  });

  it('fills in what nearly everyone answers, but never what decides eligibility', () => {
    expect(usualAnswers('2026-05-01')).toEqual({ specialGroup: 'none', assessmentYear: 2026 });
  });

  it('takes a cleared text away, but never sends an empty tier, year or yes-or-no', () => {
    expect(answer({ name: '王秀英' }, 'name', '')).toEqual({});
    expect(changeSince({ tierYuan: 500, isStudent: true, assessmentYear: 2026 }, {})).toEqual({});
    expect(changeSince({ isStudent: true }, { isStudent: false })).toEqual({ isStudent: false });
  });

  it('offers the tiers that are open to this person', () => {
    const tier = fieldNamed('tierYuan');
    if (!tier) throw new Error('the form asks for a tier');
    expect(optionsOf(tier, { specialGroup: 'low' }, {}, policy, '2026-05-01').map((option) => option.value)).toEqual([0, 400, 500]);
    expect(optionsOf(tier, {}, {}, null, '2026-05-01')).toEqual([]);
  });

  it('opens next year only when next year may be assessed', () => {
    const year = fieldNamed('assessmentYear');
    if (!year) throw new Error('the form asks for a year');
    expect(optionsOf(year, {}, {}, policy, '2026-09-30').map((option) => option.value)).toEqual([2026]);
    expect(optionsOf(year, {}, {}, policy, '2026-10-01').map((option) => option.value)).toEqual([2026, 2027]);
  });

  it('does not complain about a number it only sees masked, but about one typed wrong', () => {
    const context = { today: '2026-11-22', profile: policy, codes: {} };
    const served = { answers: { phone: '138****0001', citizenId: '420***********1239' }, problems: [{ path: 'citizenId', code: 'AGE', message: '还没满 16 岁。' }] };
    const paths = (phone: string) => problemsOf({ ...served.answers, phone }, served, context).map((problem) => problem.path);
    expect(paths('138****0001')).not.toContain('phone');
    expect(paths('138****0002')).toContain('phone');
    expect(problemsOf(served.answers, served, context).filter((problem) => problem.path === 'citizenId')).toEqual(served.problems);
  });

  it('leads to the first problem in the order of the form, whatever the order found', () => {
    expect(firstProblem([{ path: 'bankCard' }, { path: 'otherPensions.0.from' }])).toBe('otherPensions');
    expect(firstProblem([])).toBeNull();
  });
});
