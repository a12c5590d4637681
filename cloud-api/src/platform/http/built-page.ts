import { readFile, stat } from 'node:fs/promises';
import { pagePolicy } from './page-policy.ts';

export interface PageRead {
  html: string;
  etag: string;
  policy: string;
}

/**
 * The page of a built client. A build may replace it while the server runs, so each asking looks at its date and size,
 * and only a changed page is read and weighed again.
 */
export class BuiltPage {
  private kept: PageRead | null = null;

  constructor(private readonly path: string) {}

  /** @returns null while there is no such page: the client is not built */
  async read(): Promise<PageRead | null> {
    const found = await stat(this.path).catch(() => null);
    if (!found?.isFile()) return (this.kept = null);
    const etag = `W/"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    if (this.kept?.etag === etag) return this.kept;
    const html = await readFile(this.path, 'utf8');
    return (this.kept = { html, etag, policy: pagePolicy(html) });
  }
}
