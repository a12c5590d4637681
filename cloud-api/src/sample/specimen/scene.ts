import sharp from 'sharp';
import { Chance } from './chance.ts';
import { outlineText } from './outline-text.ts';

export interface Sheet { width: number; height: number; /** Corner radius. */ radius: number; shapes: string }

const MARGIN = 90;
const TABLES = [['#b98d5f', '#a67a4e'], ['#9aa3ab', '#868f98'], ['#c7b59a', '#b3a184'], ['#7f8f84', '#6d7d73']] as const;

/** Marks that cannot be overlooked or cut away: nobody can take a specimen for a document. */
export function specimenMarks(width: number, height: number): string {
  const rows: string[] = [];
  for (let y = 60, row = 0; y < height + 200; y += 170, row += 1) {
    for (let x = -200 + (row % 2) * 190; x < width + 200; x += 400) rows.push(`<use href="#mark" x="${x}" y="${y}"/>`);
  }
  const badge = `<g transform="translate(${width - 236} ${height - 70})"><rect width="216" height="50" rx="8" fill="#c62828"/>${outlineText('样本 SPECIMEN', 108, 35, { size: 26, bold: true, fill: '#ffffff', anchor: 'middle' })}</g>`;
  const mark = `<defs><g id="mark">${outlineText('样本 SPECIMEN', 0, 0, { size: 34, bold: true, fill: '#c62828' })}</g></defs>`;
  return `${mark}<g opacity="0.17" transform="rotate(-20 ${width / 2} ${height / 2})">${rows.join('')}</g>${badge}`;
}

/** The sheet lying on a table, photographed by a steady but human hand. @returns a JPEG */
export async function photograph(sheet: Sheet, seed: string): Promise<Buffer> {
  const chance = new Chance(`photo ${seed}`);
  const [light, dark] = chance.pick(TABLES);
  const width = sheet.width + 2 * MARGIN;
  const height = sheet.height + 2 * MARGIN;
  const tilt = chance.between(-2.2, 2.2).toFixed(2);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="table" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient>
      <linearGradient id="lamp" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#ffffff" stop-opacity="0.16"/><stop offset="0.5" stop-color="#ffffff" stop-opacity="0"/><stop offset="1" stop-color="#000000" stop-opacity="0.1"/></linearGradient>
      <clipPath id="edge"><rect width="${sheet.width}" height="${sheet.height}" rx="${sheet.radius}"/></clipPath>
    </defs>
    <rect width="${width}" height="${height}" fill="url(#table)"/>
    <g transform="translate(${MARGIN} ${MARGIN}) rotate(${tilt} ${sheet.width / 2} ${sheet.height / 2})">
      ${softShadow(sheet)}
      <g clip-path="url(#edge)">${sheet.shapes}${specimenMarks(sheet.width, sheet.height)}</g>
    </g>
    <rect width="${width}" height="${height}" fill="url(#lamp)"/>
  </svg>`;
  return toJpeg(svg);
}

/** Rims that fade outwards: a blur filter looks the same and takes ten times as long. */
function softShadow(sheet: Sheet): string {
  return Array.from({ length: 9 }, (_, rim) => {
    const out = 18 - rim * 2;
    return `<rect x="${6 - out}" y="${14 - out}" width="${sheet.width + 2 * out}" height="${sheet.height + 2 * out}" rx="${sheet.radius + out}" fill="#000" opacity="0.035"/>`;
  }).join('');
}

export async function toJpeg(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer();
}
