import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { stylesheet } from './stylesheet.ts';

/** What a WeChat module may see. The names of the browser are shadowed, because on a phone they do not exist. */
const MODULE_SCOPE = [
  'require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'global',
  'window', 'document', 'navigator', 'location', 'self', 'frames', 'localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest', 'fetch', 'WebSocket',
];

/** A production build of the mini-program, turned into one script a browser or jsdom can load. */
export interface PackedApp {
  script: string;
  /** Pictures and other files of the package, by path without a slash in front. */
  assets: Map<string, Buffer>;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const withoutExtension = (path: string) => path.slice(0, path.lastIndexOf('.'));
const asEntries = (entries: [string, string][]) => `{${entries.map(([key, code]) => `${JSON.stringify(key)}:${code}`).join(',\n')}}`;

/**
 * Packs a weapp build: every wxml and wxs is compiled by WeChat's own compiler, the scripts stay as they were built.
 * @param root the folder with `app.json`
 * @throws when a template does not compile, with the compiler's words
 */
export function packWeapp(root: string): PackedApp {
  const templates = new TmplGroup();
  const modules: [string, string][] = [];
  const styles: [string, string][] = [];
  const configs: [string, string][] = [];
  const assets = new Map<string, Buffer>();
  const faults: string[] = [];

  for (const file of filesBelow(root)) {
    const path = relative(root, file).replaceAll('\\', '/');
    const read = () => readFileSync(file, 'utf8');
    if (path.endsWith('.wxml')) {
      for (const note of templates.addTmpl(withoutExtension(path), read()) ?? []) {
        if (note.isError) faults.push(`${note.path}:${note.startLine}:${note.startColumn} ${note.message}`);
      }
    } else if (path.endsWith('.wxs')) templates.addScript(withoutExtension(path), read());
    else if (path.endsWith('.js')) modules.push([path, `function(${MODULE_SCOPE.join(',')}){${read()}\n}`]);
    else if (path.endsWith('.wxss')) styles.push([withoutExtension(path), JSON.stringify(stylesheet(root, path))]);
    else if (path.endsWith('.json')) configs.push([withoutExtension(path), read()]);
    else if (!/\.(txt|map)$/.test(path)) assets.set(path, readFileSync(file));
  }
  if (faults.length > 0) throw new Error(`The templates do not compile:\n${faults.join('\n')}`);

  const script = `window.weapp={configs:${asEntries(configs)},styles:${asEntries(styles)},templates:${templates.getTmplGenObjectGroups()},modules:${asEntries(modules)}};`;
  return { script, assets };
}
