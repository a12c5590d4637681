import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export interface SentFile {
  name: string;
  type: string;
  bytes: Buffer;
}

const SCRIPT = '<script>document.title = "taken over"</script>';

export const photo = (width = 320, height = 240) => sharp({ create: { width, height, channels: 3, background: '#b9c7d8' } });

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A black-and-white PNG of one colour: a few kilobytes, however many pixels it unpacks to. */
function pngOfSize(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))]);
}

const jpg = (bytes: Buffer, name = 'a.jpg', type = 'image/jpeg'): SentFile => ({ name, type, bytes });

/** Files no picture door may take, each with the code of the refusal. */
export async function refusedPictures(): Promise<[what: string, code: string, file: SentFile][]> {
  const real = await photo().jpeg().toBuffer();
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)">${SCRIPT}</svg>`);
  return [
    ['an empty file', 'FILE_EMPTY', jpg(Buffer.alloc(0))],
    ['a file of more than 8 MB', 'FILE_TOO_LARGE', jpg(Buffer.concat([real, Buffer.alloc(8 * 1024 * 1024)]))],
    ['a web page that calls itself a picture', 'FILE_NOT_A_PICTURE', jpg(Buffer.from(`<!doctype html>${SCRIPT}`))],
    ['a drawing that carries a script', 'FILE_NOT_A_PICTURE', jpg(svg, 'a.svg', 'image/svg+xml')],
    ['the same drawing under the name of a photograph', 'FILE_NOT_A_PICTURE', jpg(svg)],
    ['a program', 'FILE_NOT_A_PICTURE', jpg(Buffer.from('MZ\x90\0\x03\0\0\0'.padEnd(200, '\0'), 'latin1'))],
    ['an archive', 'FILE_NOT_A_PICTURE', jpg(zipOf([['a.txt', Buffer.from('x')]]))],
    ['a PDF', 'FILE_NOT_A_PICTURE', jpg(Buffer.from('%PDF-1.7\n1 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n'), 'a.pdf', 'application/pdf')],
    ['a real picture with a second ending that some program would run', 'FILE_NOT_A_PICTURE', jpg(real, 'a.php.jpg')],
    ['a real picture whose last ending is a program\'s', 'FILE_NOT_A_PICTURE', jpg(real, 'a.jpg.exe')],
    ['a bomb of a few kilobytes that unpacks to 400 million pixels', 'FILE_TOO_MANY_PIXELS', jpg(pngOfSize(20_000, 20_000), 'a.png', 'image/png')],
    ['a picture that broke off on its way', 'FILE_DAMAGED', jpg((await photo(900, 700).png().toBuffer()).subarray(0, 900), 'a.png', 'image/png')],
    ['a script before a real picture', 'FILE_NOT_A_PICTURE', jpg(Buffer.concat([Buffer.from(SCRIPT), real]))],
  ];
}

/** What a telephone or a cheat hides in a real picture, as text that must be gone afterwards. */
export const HIDDEN = ['SecretPhone', 'GPS', '<script', 'document.title', 'Exif', 'hidden-words'];

/** Real pictures that are taken, but not as they are. */
export async function cleanedPictures(): Promise<[what: string, file: SentFile][]> {
  const located = await photo().withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 2/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '112/1 8/1 0/1' } }).jpeg().toBuffer();
  const plain = await photo().jpeg().toBuffer();
  const script = Buffer.from(`<html>${SCRIPT}</html>`);
  const comment = Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, script.length + 2]), script, plain.subarray(2)]);
  const png = await photo().png().toBuffer();
  const texted = Buffer.concat([png.subarray(0, 33), pngChunk('tEXt', Buffer.from(`Comment\0hidden-words ${SCRIPT}`, 'latin1')), png.subarray(33)]);
  return [
    ['a photograph that knows where it was taken and by which telephone', jpg(located)],
    ['a picture that is a web page too, hidden in a comment', jpg(comment, 'a.jpg', 'text/html')],
    ['a picture that is a web page too, behind its end', jpg(Buffer.concat([plain, script]), 'a.jpeg', 'image/svg+xml')],
    ['a picture with words in a text chunk', jpg(texted, 'a.png', 'image/png')],
    ['a picture whose name tries to climb out of its folder', jpg(plain, '../../../../etc/cron.d/a.jpg')],
  ];
}

/** A zip archive of these entries, each packed. @param declared sizes to lie about, by name */
export function zipOf(entries: [name: string, content: Buffer][], declared: Record<string, number> = {}): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const [packed, label] = [deflateRawSync(content), Buffer.from(name)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(declared[name] ?? content.length, 22);
    head.writeUInt16LE(label.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    head.copy(listed, 6, 4, 28);
    listed.writeUInt16LE(20, 4);
    listed.writeUInt32LE(offset, 42);
    parts.push(head, label, packed);
    central.push(listed, label);
    offset += head.length + label.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const book = Buffer.from('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="a" sheetId="1"/></sheets></workbook>');

/** Files the door for the province's reply may not take. */
export function refusedWorkbooks(): [what: string, file: SentFile][] {
  const xlsx = (bytes: Buffer, name = 'reply.xlsx'): SentFile => ({ name, type: XLSX, bytes });
  const entities = Buffer.from(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}">${Array.from({ length: 8 }, (_, level) => `<!ENTITY c${level} "${`&${level === 0 ? 'b' : `c${level - 1}`};`.repeat(10)}">`).join('')}]><worksheet>&c7;</worksheet>`);
  return [
    ['an empty file', xlsx(Buffer.alloc(0))],
    ['a file of more than 10 MB', xlsx(Buffer.alloc(11 * 1024 * 1024, 1))],
    ['a table as plain text', xlsx(Buffer.from('业务编号，办理结果\n1,办结\n'), 'reply.csv')],
    ['a web page that calls itself a workbook', xlsx(Buffer.from(`<html>${SCRIPT}</html>`))],
    ['an archive that is no workbook', xlsx(zipOf([['a.txt', Buffer.from('x')]]))],
    ['a workbook with a macro', xlsx(zipOf([['xl/workbook.xml', book], ['xl/vbaProject.bin', Buffer.from('Sub AutoOpen()')]]))],
    ['a workbook that unpacks to 200 MB', xlsx(zipOf([['xl/workbook.xml', book], ['xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024, 32)]]))],
    ['a workbook that lies about its size', xlsx(zipOf([['xl/workbook.xml', book], ['xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024, 32)]], { 'xl/worksheets/sheet1.xml': 100 }))],
    ['a workbook whose entities multiply', xlsx(zipOf([['xl/workbook.xml', book], ['xl/worksheets/sheet1.xml', entities]]))],
    ['a workbook of another table', xlsx(zipOf([['xl/workbook.xml', book]]))],
  ];
}
