import { outlineLines, outlineText } from './outline-text.ts';
import { portraitShapes } from './portrait.ts';
import type { Sheet } from './scene.ts';

/** Somebody who does not exist. */
export interface SpecimenPerson {
  name: string;
  sex: 'male' | 'female';
  ethnicGroup: string;
  /** `YYYY-MM-DD` */
  birthDay: string;
  age: number;
  address: string;
  citizenId: string;
}

const CARD = { width: 1012, height: 638, radius: 32 };
const LABEL = '#3a6ea5';

const waves = (color: string) => Array.from({ length: 22 }, (_, row) => `<path d="M-20 ${row * 32} Q 120 ${row * 32 - 26} 260 ${row * 32} T 540 ${row * 32} T 820 ${row * 32} T 1100 ${row * 32}" stroke="${color}" stroke-width="1.4" fill="none" opacity="0.35"/>`).join('');

/** The side with the portrait. */
export function idCardFront(person: SpecimenPerson): Sheet {
  const [year = '', month = '', day = ''] = person.birthDay.split('-');
  const label = (text: string, x: number, y: number) => outlineText(text, x, y, { size: 27, fill: LABEL });
  const given = (text: string, x: number, y: number, size = 34) => outlineText(text, x, y, { size });
  const shapes = `<rect width="1012" height="638" fill="#eef5f6"/>${waves('#9cc3cf')}
    ${label('姓　名', 62, 112)}${given(person.name, 176, 114, 38)}
    ${label('性　别', 62, 192)}${given(person.sex === 'male' ? '男' : '女', 176, 193)}${label('民　族', 286, 192)}${given(person.ethnicGroup.replace(/族$/, ''), 400, 193)}
    ${label('出　生', 62, 272)}${given(year, 176, 273)}${label('年', 268, 272)}${given(String(Number(month)), 318, 273)}${label('月', 366, 272)}${given(String(Number(day)), 416, 273)}${label('日', 464, 272)}
    ${label('住　址', 62, 352)}${outlineLines(person.address, 176, 353, 470, 46, { size: 32 })}
    ${label('公民身份号码', 62, 512)}${outlineText(person.citizenId, 290, 515, { size: 42, bold: true, spacing: 4 })}
    <rect x="690" y="92" width="262" height="328" rx="10" fill="#d9e6ea"/><g transform="translate(701 120)">${portraitShapes({ seed: person.citizenId, sex: person.sex, age: person.age })}</g>`;
  return { ...CARD, shapes };
}

/** The other side: no emblem is imitated, a plain seal says what it is. */
export function idCardBack(card: { authority: string; validFrom: string; validUntil: string }): Sheet {
  const period = `${card.validFrom.replaceAll('-', '.')}-${card.validUntil.replaceAll('-', '.')}`;
  const shapes = `<rect width="1012" height="638" fill="#f6eef0"/>${waves('#d7a9b2')}
    <circle cx="150" cy="150" r="78" fill="none" stroke="#b5485b" stroke-width="6"/><circle cx="150" cy="150" r="64" fill="#b5485b" opacity="0.14"/>${outlineText('样本', 150, 168, { size: 50, bold: true, fill: '#b5485b', anchor: 'middle' })}
    ${outlineText('居民身份证（国徽面样本）', 590, 150, { size: 48, bold: true, anchor: 'middle' })}${outlineText('仅供演示，不具备任何效力', 590, 214, { size: 30, fill: '#7a4b54', anchor: 'middle' })}
    ${outlineText('签发机关', 210, 440, { size: 28, fill: '#7a4b54' })}${outlineText(card.authority, 366, 441, { size: 34 })}
    ${outlineText('有效期限', 210, 520, { size: 28, fill: '#7a4b54' })}${outlineText(period, 366, 521, { size: 34 })}`;
  return { ...CARD, shapes };
}

export function bankCard(card: { bankName: string; cardNumber: string; name: string }): Sheet {
  const shapes = `<defs><linearGradient id="bank" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#1f6f5c"/><stop offset="1" stop-color="#12463f"/></linearGradient></defs>
    <rect width="1012" height="638" fill="url(#bank)"/><circle cx="900" cy="80" r="320" fill="#fff" opacity="0.05"/><circle cx="820" cy="620" r="260" fill="#fff" opacity="0.05"/>
    ${outlineText(card.bankName, 70, 122, { size: 46, bold: true, fill: '#ffffff' })}${outlineText('借记卡', 942, 118, { size: 32, fill: '#d7efe8', anchor: 'end' })}
    <rect x="74" y="200" width="120" height="92" rx="16" fill="#e3c578"/><path d="M74 246 H194 M114 200 V292 M154 200 V292" stroke="#a98a3d" stroke-width="3"/>
    ${outlineText(card.cardNumber.replace(/(\d{4})(?=\d)/g, '$1 '), 70, 414, { size: 56, bold: true, fill: '#ffffff', spacing: 2 })}
    ${outlineText(card.name, 70, 540, { size: 38, fill: '#ffffff' })}`;
  return { ...CARD, shapes };
}
