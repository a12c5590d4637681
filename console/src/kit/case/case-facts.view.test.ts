import { aCase, aMaterial } from './case.builder.ts';
import { derivedWords, factsOf, sheetsOf } from './case-facts.view.ts';

const tables = { version: '1', tables: { ethnicGroup: [{ code: '01', label: '汉族' }], otherPension: [{ code: 'employee', label: '职工养老' }] } };
const factOf = (name: string, kase = aCase()) => factsOf(kase, tables).flatMap((group) => group.facts).find((fact) => fact.target === `field:${name}`);

describe('the form as a clerk reads it', () => {
  it('shows labels instead of codes, and the code when its table has changed', () => {
    expect(factOf('ethnicGroup')?.value).toBe('汉族');
    expect(factOf('ethnicGroup', aCase({ answers: { ethnicGroup: '77' } }))?.value).toBe('77');
  });

  it('keeps the ID number masked even when the answers carry it', () => {
    const fact = factOf('citizenId', aCase({ answers: { citizenId: '420606199001011239' } }));
    expect(fact).toMatchObject({ value: '420***********1239', secret: 'citizenId' });
  });

  it('offers no unmasking where nothing was given', () => {
    expect(factOf('bankCard')).toMatchObject({ empty: true, secret: null });
  });

  it('reads a spell under another scheme as a sentence', () => {
    const fact = factOf('otherPensions', aCase({ answers: { otherPensions: [{ kind: 'employee', from: '2012-03', to: null }] } }));
    expect(fact?.value).toBe('职工养老 2012-03 至 现在');
  });

  it('says no where the answer is no, and “not given” where there is none', () => {
    expect(factOf('isStudent')?.value).toBe('否');
    expect(factOf('isCivilServant')).toMatchObject({ empty: true });
  });

  it('puts a mark beside its line and on its picture', () => {
    const mark = { id: 'm', targetLabel: '', reasonCode: 'x', sentence: '请改', fixed: false };
    const marks = [{ ...mark, target: 'field:name' }, { ...mark, target: 'material:register' }];
    expect(factOf('name', aCase({ marks }))?.mark?.sentence).toBe('请改');
    expect(sheetsOf(aCase({ marks })).map((sheet) => sheet.marked)).toEqual([false, true]);
  });

  it('lets a mark that has been mended rest', () => {
    const marks = [{ id: 'm', target: 'field:name', targetLabel: '', reasonCode: 'x', sentence: '请改', fixed: true }];
    expect(factOf('name', aCase({ marks }))?.mark).toBeNull();
  });

  it('lists the pictures in the order of the checklist', () => {
    const kase = aCase({ materials: [aMaterial('b'), aMaterial('a')] });
    expect(sheetsOf(kase).map((sheet) => sheet.target)).toEqual(['picture:b-1', 'picture:a-1']);
  });

  it('reads sex, age and birthday from the ID number without asking', () => {
    expect(derivedWords(aCase())).toBe('男 · 36 周岁 · 1990-01-01');
    expect(derivedWords(aCase({ derived: { birthDay: null, sex: null, age: null } }))).toBe('');
  });
});
