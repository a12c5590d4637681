import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import type { Faces } from './faces.ts';
import { typeset } from './typeset.ts';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** One paper before it is printed. */
export interface Sheet {
  readonly title: string;
  /** Instant written into the file as its making. */
  readonly printedAt: number;
  readonly content: Content;
  /** Repeated at the foot of each page, left; the page number stands right of it. */
  readonly foot?: string;
  readonly page: Pick<Definition, 'pageSize' | 'pageMargins'>;
  readonly fontSize: number;
}

/** A4 with the margins of an official form. */
export const A4: Sheet['page'] = { pageSize: 'A4', pageMargins: [42, 40, 42, 44] };
/** The roll of a ticket printer: 80 mm wide, as long as what stands on it. */
export const ROLL: Sheet['page'] = { pageSize: { width: 226.77, height: 'auto' }, pageMargins: [12, 10, 12, 14] };

/** Sets a paper in the hall's faces and prints it. @throws DomainError `PAPER_GLYPH_MISSING` */
export async function printSheet(sheet: Sheet, faces: Faces): Promise<Buffer> {
  const { regular, bold, rare } = faces.files;
  const family = (normal: string, heavy: string) => ({ normal, bold: heavy, italics: normal, bolditalics: heavy });
  const allowed = new Set([regular, bold, rare]);
  const { foot } = sheet;
  const definition: Definition = {
    // A copy: the library writes the height it found into the size it was given.
    ...structuredClone(sheet.page),
    content: typeset(sheet.content, faces),
    defaultStyle: { font: 'Hall', fontSize: sheet.fontSize, lineHeight: 1, color: '#1a1a1a' },
    info: { title: sheet.title, creationDate: new Date(sheet.printedAt) },
    language: 'zh-CN',
    ...(foot === undefined ? {} : { footer: (page: number, pages: number) => typeset(footer(foot, page, pages), faces) }),
  };
  // The library keeps faces and policies in one global place; from here to createPdf nothing else can run.
  pdfmake.setFonts({ Hall: family(regular, bold), ...(rare === undefined ? {} : { Rare: family(rare, rare) }) });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  return pdfmake.createPdf(definition).getBuffer();
}

function footer(foot: string, page: number, pages: number): Content {
  return { margin: [42, 12, 42, 0], fontSize: 8, color: '#666666', columns: [{ text: foot, width: '*' }, { text: `第 ${page} 页 / 共 ${pages} 页`, width: 'auto' }] };
}
