import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps servers where an ordinary user's PATH does not look. */
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

function find(...names: string[]): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...ALSO];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return null;
}

/** The MariaDB server and the tool that prepares its data folder, or null when this machine has none. */
export function findMariadb(): { server: string; installer: string } | null {
  const server = find('mariadbd');
  const installer = find('mariadb-install-db');
  return server && installer ? { server, installer } : null;
}

/** A Chromium or Chrome that can be driven, or null. */
export const findChromium = (): string | null => find('chromium', 'chromium-browser', 'google-chrome');

/** A Redis server, or null. */
export const findRedis = (): string | null => find('redis-server', 'valkey-server');
