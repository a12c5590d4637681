import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import { defineErrors } from '../errors/domain-error.ts';

export const paperErrors = defineErrors({
  PAPER_GLYPH_MISSING: { status: 422, title: '有一个字现有字库打印不出来，请联系管理员安装生僻字字库后再打印，或先手工填写' },
});

/** What a paper is set in. `rare` is asked only for characters the first two lack. */
export interface FaceFiles { readonly regular: string; readonly bold: string; readonly rare?: string }
export type FaceName = 'Hall' | 'Rare';
export interface Run { readonly text: string; readonly face: FaceName }

/** The two weights of Noto Sans SC that this service uses, out of the package that holds all nine. */
export function notoFaces(rare?: string): FaceFiles {
  const { resolve } = createRequire(import.meta.url);
  return {
    regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    ...(rare === undefined ? {} : { rare }),
  };
}

/** Knows which face has which character. A PDF shows a missing one as a box without any error, so it is asked first. */
export class Faces {
  readonly files: FaceFiles;
  #hall: ReadonlySet<number> | undefined;
  #rare: ReadonlySet<number> | undefined;

  constructor(files: FaceFiles) {
    this.files = files;
  }

  /**
   * Splits a text where the face changes.
   * @throws DomainError `PAPER_GLYPH_MISSING`, naming the character: a person's name is never printed wrong
   */
  runs(text: string): Run[] {
    const runs: { text: string; face: FaceName }[] = [];
    for (const character of text) {
      const face = this.#faceOf(character);
      const last = runs.at(-1);
      if (last?.face === face) last.text += character;
      else runs.push({ text: character, face });
    }
    return runs;
  }

  #faceOf(character: string): FaceName {
    const point = character.codePointAt(0) ?? 0;
    if (/\s/.test(character)) return 'Hall';
    this.#hall ??= intersection(coverage(this.files.regular), coverage(this.files.bold));
    if (this.#hall.has(point)) return 'Hall';
    this.#rare ??= this.files.rare === undefined ? new Set() : coverage(this.files.rare);
    if (this.#rare.has(point)) return 'Rare';
    const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    throw paperErrors.PAPER_GLYPH_MISSING({ detail: `“${character}”（${name}）`, data: { character, codePoint: name } });
  }
}

function coverage(path: string): Set<number> {
  const font = openSync(path);
  // A collection (.ttc) would need a name to choose by; the PDF writer could not choose either.
  if (!('characterSet' in font)) throw new Error('A face of the paper must be a single font, not a collection.');
  return new Set(font.characterSet);
}

function intersection(one: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> {
  return new Set([...one].filter((point) => other.has(point)));
}
