import { checkCharacterOf } from '@hall/shared/kernel/citizen-id';

/** Somebody who does not exist, with an ID number that passes every check. */
export interface SyntheticPerson {
  name: string;
  citizenId: string;
  phone: string;
  sex: 'male' | 'female';
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN_FEMALE = ['桂英', '秀兰', '玉珍', '凤英', '春梅', '红霞', '晓燕', '丽华', '雪梅', '淑珍', '小红', '婷婷'];
const GIVEN_MALE = ['建国', '志强', '德明', '国庆', '永福', '大勇', '海涛', '俊杰', '明亮', '家旺', '文斌', '长江'];

/**
 * The number's sequence part comes from the 9xx range of the demo; the six leading digits are the district of the
 * sample hall. @param serial 0 to 98
 */
export function syntheticCitizenId(birthDay: string, sex: 'male' | 'female', serial: number): string {
  const sequence = String(900 + (serial % 49) * 2 + (sex === 'male' ? 1 : 0));
  const first17 = `420606${birthDay.replaceAll('-', '')}${sequence}`;
  return first17 + checkCharacterOf(first17);
}

/** The same person for the same number, always. @param age whole years on `today` (`YYYY-MM-DD`), 1 to 99 */
export function syntheticPerson(number: number, age: number, today: string): SyntheticPerson {
  const sex = number % 2 === 0 ? 'female' : 'male';
  const given = sex === 'female' ? GIVEN_FEMALE : GIVEN_MALE;
  const month = String(1 + (number % 10)).padStart(2, '0');
  const day = String(3 + (number % 25)).padStart(2, '0');
  const bornIn = Number(today.slice(0, 4)) - age - (`${month}-${day}` > today.slice(5) ? 1 : 0);
  return {
    name: SURNAMES[(number * 7) % SURNAMES.length]! + given[Math.floor(number / 2) % given.length]!,
    citizenId: syntheticCitizenId(`${bornIn}-${month}-${day}`, sex, number),
    phone: `139${String(10_000_000 + number * 7919).slice(-8)}`,
    sex,
  };
}
