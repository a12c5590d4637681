import { birthDayOf } from '@hall/shared/kernel/citizen-id';
import { authorityLetterSpecimen, householdCoverSpecimen, householdPageSpecimen, idCardBackSpecimen, idCardFrontSpecimen, specialGroupSpecimen } from './specimen.ts';
import type { SpecimenPerson } from './specimen/cards.ts';
import type { SyntheticPerson } from './synthetic-people.ts';

const ADDRESS = '示例省示例市示例区示例路 12 号';
const AUTHORITY = '示例市公安局示例分局';

const onPaper = (person: SyntheticPerson, age: number): SpecimenPerson => ({ name: person.name, sex: person.sex, ethnicGroup: '汉', birthDay: birthDayOf(person.citizenId), age, address: ADDRESS, citizenId: person.citizenId });

/** The drawn pictures one person uploads, by material. Every document says 样本 across it. */
export async function documentsOf(person: SyntheticPerson, age: number, codes: readonly string[], agent?: { name: string; citizenId: string; relation: string }): Promise<[string, Buffer][]> {
  const owner = onPaper(person, age);
  const make: Record<string, () => Promise<Buffer[]>> = {
    'citizen-id-card': () => Promise.all([idCardFrontSpecimen(owner), idCardBackSpecimen({ authority: AUTHORITY, validFrom: '2019-05-06', validUntil: '2039-05-06' })]),
    'household-register': () => Promise.all([
      householdCoverSpecimen({ head: owner, householdType: '居民家庭户', number: '示例 0588', authority: AUTHORITY, issuedOn: '2016-08-12' }), householdPageSpecimen({ person: owner, relation: '户主', householdType: '居民家庭户', issuedOn: '2016-08-12' }),
    ]),
    'special-group-proof': async () => [await specialGroupSpecimen({ person: owner, groupLabel: '低保对象', number: '示例 0001', issuedOn: '2025-01-10', authority: '示例区民政局' })],
    entrustment: async () => [await authorityLetterSpecimen({ principal: owner, agent: agent ?? { name: '', citizenId: '', relation: '' }, matterName: '居民养老保险参保', signedOn: '2026-11-02', validUntil: '2027-11-01' })],
  };
  const drawn = await Promise.all(codes.map(async (code) => (await make[code]?.() ?? []).map((jpeg): [string, Buffer] => [code, jpeg])));
  return drawn.flat();
}
