import { closeSync, openSync, readSync } from 'node:fs';

const AT_ONCE = 4 << 20;
/** No entry is nearly as long; a file without line ends is not taken into memory whole. */
const LONGEST_LINE = 16 << 20;
const LINE_END = 10;

/**
 * Hands on the file line by line without holding it whole.
 * @returns whether the file ends within a line
 * @throws what the file system says, and a TypeError where the bytes are no UTF-8
 */
export function readLines(file: string, line: (text: string) => void): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const descriptor = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const part = Buffer.allocUnsafe(AT_ONCE);
      const read = readSync(descriptor, part, 0, AT_ONCE, null);
      if (read === 0) break;
      const bytes = rest.length === 0 ? part.subarray(0, read) : Buffer.concat([rest, part.subarray(0, read)]);
      const end = bytes.lastIndexOf(LINE_END);
      if (end === -1 && bytes.length > LONGEST_LINE) throw new TypeError('no line of a ledger is that long');
      if (end !== -1) for (const text of decoder.decode(bytes.subarray(0, end)).split('\n')) line(text);
      rest = bytes.subarray(end + 1);
    }
    if (rest.length > 0) line(decoder.decode(rest));
    return rest.length > 0;
  } finally {
    closeSync(descriptor);
  }
}
