import { Chance } from './chance.ts';

export interface PortraitWish {
  /** Who it is: the same seed gives the same face. */
  seed: string;
  sex: 'male' | 'female';
  age: number;
  /** Staff wear the hall's blue jacket with a badge. */
  uniform?: boolean;
}

const SKINS = ['#f6d3b3', '#f0c6a0', '#e8b88f', '#f8dcc4'] as const;
const DARK_HAIR = ['#2b2420', '#1f1b1a', '#3a2c24', '#2f2622'] as const;
const GREY_HAIR = ['#c9c6c1', '#b5b1ab', '#dad8d4'] as const;
const CLOTHES = ['#4f7cac', '#b5654a', '#5b8c5a', '#8c6bb1', '#c08a2e', '#3f6c74'] as const;

/** A drawn face, 240 × 300, without background: friendly, and nobody's. */
export function portraitShapes(wish: PortraitWish): string {
  const chance = new Chance(`face ${wish.seed} ${wish.sex}`);
  const skin = chance.pick(SKINS);
  const hair = wish.age >= 62 ? chance.pick(GREY_HAIR) : chance.pick(DARK_HAIR);
  const clothes = wish.uniform ? '#24507f' : chance.pick(CLOTHES);
  const style = chance.next();
  const glasses = chance.next() < (wish.age >= 45 ? 0.5 : 0.25);
  const eyeGap = chance.between(27, 32);
  return [
    wish.sex === 'female' ? hairBehind(hair, style) : '',
    body(clothes, skin, wish.uniform ?? false),
    `<ellipse cx="120" cy="140" rx="62" ry="72" fill="${skin}"/>`,
    ears(skin),
    wish.sex === 'female' ? fringe(hair, style) : shortHair(hair, style, wish.age),
    eyes(eyeGap, hair),
    glasses ? spectacles(eyeGap) : '',
    wish.age >= 55 ? wrinkles() : '',
    smile(chance.between(15, 20)),
    `<ellipse cx="82" cy="163" rx="10" ry="6" fill="#e98b7a" opacity="0.35"/><ellipse cx="158" cy="163" rx="10" ry="6" fill="#e98b7a" opacity="0.35"/>`,
  ].join('');
}

function body(clothes: string, skin: string, uniform: boolean): string {
  const collar = uniform
    ? '<path d="M98 222 L120 250 L142 222 L150 232 L120 268 L90 232 Z" fill="#ffffff"/><rect x="158" y="262" width="34" height="14" rx="3" fill="#e9c46a"/>'
    : `<path d="M96 224 Q120 252 144 224 L138 218 L102 218 Z" fill="${skin}"/>`;
  return `<path d="M20 300 Q24 236 92 222 L148 222 Q216 236 220 300 Z" fill="${clothes}"/><rect x="102" y="195" width="36" height="36" rx="14" fill="${skin}"/><path d="M103 208 Q120 222 137 208 L137 200 L103 200 Z" fill="#000" opacity="0.07"/>${collar}`;
}

function ears(skin: string): string {
  return `<ellipse cx="58" cy="146" rx="9" ry="15" fill="${skin}"/><ellipse cx="182" cy="146" rx="9" ry="15" fill="${skin}"/>`;
}

function shortHair(hair: string, style: number, age: number): string {
  if (age >= 62 && style < 0.4) return `<path d="M56 140 Q54 110 68 96 Q62 128 62 142 Z M184 140 Q186 110 172 96 Q178 128 178 142 Z" fill="${hair}"/>`;
  const parting = style < 0.6 ? 'M57 136 Q52 62 120 60 Q188 62 183 136 Q176 104 150 96 Q110 104 84 92 Q64 108 57 136 Z' : 'M57 136 Q50 60 120 58 Q190 60 183 136 Q178 108 168 98 Q120 88 72 98 Q62 108 57 136 Z';
  return `<path d="${parting}" fill="${hair}"/>`;
}

function hairBehind(hair: string, style: number): string {
  if (style < 0.35) return `<circle cx="120" cy="62" r="24" fill="${hair}"/>`;
  return style < 0.7
    ? `<path d="M48 150 Q44 58 120 56 Q196 58 192 150 Q194 196 176 206 L64 206 Q46 196 48 150 Z" fill="${hair}"/>`
    : `<path d="M48 150 Q44 58 120 56 Q196 58 192 150 Q198 226 184 246 L56 246 Q42 226 48 150 Z" fill="${hair}"/>`;
}

function fringe(hair: string, style: number): string {
  return style < 0.5
    ? `<path d="M55 142 Q50 64 120 62 Q190 64 185 142 Q180 112 160 98 Q128 112 92 96 Q66 110 55 142 Z" fill="${hair}"/>`
    : `<path d="M55 142 Q50 64 120 62 Q190 64 185 142 Q178 120 174 110 Q120 92 66 110 Q60 122 55 142 Z" fill="${hair}"/>`;
}

function eyes(gap: number, hair: string): string {
  return [-1, 1].map((side) => {
    const x = 120 + side * gap;
    return `<ellipse cx="${x}" cy="142" rx="5.2" ry="6.4" fill="#2a2320"/><circle cx="${x + 1.8}" cy="139.6" r="1.7" fill="#fff"/><path d="M${x - 11} 125 Q${x} 119 ${x + 11} 125" stroke="${hair}" stroke-width="3.6" fill="none" stroke-linecap="round"/>`;
  }).join('');
}

function spectacles(gap: number): string {
  const lens = (x: number) => `<rect x="${x - 19}" y="130" width="38" height="27" rx="11" fill="#ffffff" fill-opacity="0.18" stroke="#4a4a4a" stroke-width="2.6"/>`;
  return `${lens(120 - gap)}${lens(120 + gap)}<path d="M${139 - gap} 141 Q120 136 ${101 + gap} 141" stroke="#4a4a4a" stroke-width="2.6" fill="none"/>`;
}

function wrinkles(): string {
  return '<path d="M94 108 Q120 103 146 108 M98 116 Q120 112 142 116" stroke="#000" stroke-opacity="0.13" stroke-width="2" fill="none" stroke-linecap="round"/><path d="M92 172 Q88 182 92 190 M148 172 Q152 182 148 190" stroke="#000" stroke-opacity="0.13" stroke-width="2" fill="none" stroke-linecap="round"/>';
}

function smile(width: number): string {
  return `<path d="M118 152 Q114 166 122 167" stroke="#000" stroke-opacity="0.22" stroke-width="2.4" fill="none" stroke-linecap="round"/><path d="M${120 - width} 180 Q120 ${180 + width} ${120 + width} 180 Q120 ${180 + width * 0.35} ${120 - width} 180 Z" fill="#b5483e"/>`;
}
