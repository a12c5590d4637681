import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { rpxToVw, TAGS } from '../runtime/elements.ts';

const IMPORT = /@import\s+["']([^"']+)["'];?/g;
const TAG_SELECTOR = new RegExp(`(^|[\\s,>+~}])(${TAGS.join('|')})(?=[\\s,{.:>+~\\[])`, 'g');

/** Reads a wxss file with everything it imports. A file that is not there is empty, as in WeChat. */
function wxss(root: string, file: string, seen: string[] = []): string {
  if (seen.includes(file) || !existsSync(join(root, file))) return '';
  return readFileSync(join(root, file), 'utf8').replace(IMPORT, (_, address: string) => {
    const folder = address.startsWith('/') ? '' : posix.dirname(file);
    return wxss(root, posix.join(folder, address), [...seen, file]);
  });
}

/** One wxss file, its imports included, as CSS for the host. */
export const stylesheet = (root: string, file: string) => rpxToVw(wxss(root, file)).replace(TAG_SELECTOR, '$1wx-$2');
