import sharp from 'sharp';
import { PictureCheck } from '../platform/storage/picture-check.ts';
import { authorityLetterSpecimen, bankCardSpecimen, householdCoverSpecimen, householdPageSpecimen, idCardBackSpecimen, idCardFrontSpecimen, portraitSpecimen, specialGroupSpecimen } from './specimen.ts';
import { outlineText } from './specimen/outline-text.ts';
import { specimenMarks } from './specimen/scene.ts';

const person = { name: '王桂兰', sex: 'female' as const, ethnicGroup: '汉族', birthDay: '1950-03-15', age: 76, address: '示例市示例区长虹路18号3栋2单元501室', citizenId: '420606195003150023' };
const agent = { name: '李明', citizenId: '420606199001011239', relation: '子女' };
const all = () => Promise.all([
  portraitSpecimen({ seed: 'a', sex: 'male', age: 40, uniform: true }), idCardFrontSpecimen(person), idCardBackSpecimen({ authority: '示例市公安局', validFrom: '2016-05-01', validUntil: '2036-05-01' }),
  householdCoverSpecimen({ head: person, householdType: '居民户口', number: 'SL-0588', authority: '示例市公安局', issuedOn: '2015-06-01' }), householdPageSpecimen({ person, relation: '户主', householdType: '居民户口', issuedOn: '2015-06-01' }), bankCardSpecimen({ bankName: '示例银行', cardNumber: '6217991234567890128', name: '王桂兰' }),
  specialGroupSpecimen({ person, groupLabel: '最低生活保障', number: 'SL-0001', issuedOn: '2026-01-05', authority: '示例区民政局' }),
  authorityLetterSpecimen({ principal: person, agent, matterName: '参保登记', signedOn: '2026-11-20', validUntil: '2027-11-20' }),
]);

it('every specimen passes the check every resident upload passes', async () => {
  const check = new PictureCheck();
  for (const jpeg of await all()) {
    const { picture } = await check.clean(jpeg, 'specimen.jpg');
    expect(Math.min(picture.width, picture.height)).toBeGreaterThanOrEqual(480);
    expect(jpeg.length).toBeLessThan(700_000);
  }
});

it('the same person gives the same picture, another person another', async () => {
  expect((await idCardFrontSpecimen(person)).equals(await idCardFrontSpecimen({ ...person }))).toBe(true);
  expect((await idCardFrontSpecimen(person)).equals(await idCardFrontSpecimen({ ...person, citizenId: '420606199001011239' }))).toBe(false);
  expect((await portraitSpecimen({ seed: '1', sex: 'female', age: 30 })).equals(await portraitSpecimen({ seed: '2', sex: 'female', age: 30 }))).toBe(false);
});

it('the mark lies over the whole of a document: every quarter of it shows red', async () => {
  const marks = await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1012" height="638">${specimenMarks(1012, 638)}</svg>`)).png().toBuffer();
  for (const [left, top] of [[0, 0], [506, 0], [0, 319], [506, 319]] as const) {
    const { channels } = await sharp(marks).extract({ left, top, width: 506, height: 319 }).stats();
    expect(channels[3]?.max).toBeGreaterThan(20);
  }
});

it('text is drawn as outlines, so no font of the machine is asked for', () => {
  const drawn = outlineText('样本', 0, 0, { size: 20 });
  expect(drawn.match(/<path /g)).toHaveLength(2);
  expect(drawn).not.toContain('<text');
  expect(() => outlineText('𠮷', 0, 0, { size: 20 })).toThrow(RangeError);
});
