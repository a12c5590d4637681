import { openSync } from 'fontkit';
import type { Font } from 'fontkit';
import { notoFaces } from '../../platform/paper/faces.ts';

export interface TextStyle {
  /** Pixels. */
  size: number;
  fill?: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** Extra pixels between two characters. */
  spacing?: number;
}

let faces: { regular: Font; bold: Font } | undefined;

/** Text as outlines, so that a picture shows Chinese on machines that have no Chinese font. `y` is the base line. */
export function outlineText(text: string, x: number, y: number, style: TextStyle): string {
  const { size, fill = '#1b1f24', bold = false, anchor = 'start', spacing = 0 } = style;
  const font = bold ? openFaces().bold : openFaces().regular;
  const scale = size / font.unitsPerEm;
  const glyphs = Array.from(text, (character) => glyphOf(font, character));
  const behind = { start: 0, middle: 0.5, end: 1 }[anchor] * widthOf(text, style);
  let at = x - behind;
  const paths = glyphs.map((glyph) => {
    const path = `<path transform="translate(${round(at)} ${round(y)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${glyph.path.toSVG()}"/>`;
    at += glyph.advanceWidth * scale + spacing;
    return path;
  });
  return `<g fill="${fill}">${paths.join('')}</g>`;
}

/** What may not be torn apart: a number or word with the punctuation that belongs to it, or one character with its own. */
const PIECES = /[“《（]*(?:[0-9A-Za-z]+|.)[，。、；：”》）]*/gu;

/** Breaks a text where a line would grow wider than `width` pixels, and writes the lines below each other. */
export function outlineLines(text: string, x: number, y: number, width: number, lineHeight: number, style: TextStyle): string {
  const lines = [''];
  for (const piece of text.match(PIECES) ?? []) {
    const line = (lines.at(-1) ?? '') + piece;
    if (widthOf(line, style) <= width) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  return lines.map((line, index) => outlineText(line, x, y + index * lineHeight, style)).join('');
}

/** Pixels. */
export function widthOf(text: string, { size, bold = false, spacing = 0 }: TextStyle): number {
  const font = bold ? openFaces().bold : openFaces().regular;
  const advances = Array.from(text, (character) => glyphOf(font, character).advanceWidth);
  return (advances.reduce((sum, advance) => sum + advance, 0) * size) / font.unitsPerEm + spacing * Math.max(0, advances.length - 1);
}

function glyphOf(font: Font, character: string): ReturnType<Font['glyphForCodePoint']> {
  const point = character.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(point)) throw new RangeError(`The specimen's face lacks ${character}.`);
  return font.glyphForCodePoint(point);
}

function openFaces(): { regular: Font; bold: Font } {
  if (faces) return faces;
  const { regular, bold } = notoFaces();
  faces = { regular: openSync(regular) as Font, bold: openSync(bold) as Font };
  return faces;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
