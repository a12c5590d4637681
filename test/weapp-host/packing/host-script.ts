import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

let bundled: Promise<string> | undefined;

/** The host's own script for the page, bundled once a process. */
export function hostScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, '../runtime/main.ts')],
    bundle: true, write: false, format: 'iife', target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' },
  }).then((result) => result.outputFiles[0]!.text);
  return bundled;
}

export const hostStyle = () => readFileSync(join(import.meta.dirname, '../base.css'), 'utf8');

/** The phone's glass: a title bar, the pages, the tabs and what lies over them. */
export const GLASS = '<div id="host-bar"></div><div id="host-pages"></div><div id="host-tabs"></div><div id="host-overlay"></div>';
