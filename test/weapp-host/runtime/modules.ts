import { resolvePath } from './configs.ts';
import { codeSpace } from './engine.ts';

/** The functions a module of the mini-program registers itself with. */
export interface Definer { Page: (options: object) => void; Component: (options: object) => void }

type App = Record<string, unknown> & { onLaunch?(options: object): void; onShow?(options: object): void };

const loaded = new Map<string, { exports: unknown }>();
const defined = new Set<string>();
const globals = {};
let app: App | undefined;
let definer: Definer | undefined;
let surroundings: { wx: object; currentPages: () => object[] };

export const theApp = (): App | undefined => app;

export function setSurroundings(given: typeof surroundings): void {
  surroundings = given;
}

/** Runs a module of the package once, in the scope WeChat gives it. */
export function load(path: string): unknown {
  const file = path.endsWith('.js') ? path : `${path}.js`;
  const known = loaded.get(file);
  if (known) return known.exports;
  const run = window.weapp.modules[file];
  if (!run) throw new Error(`module ${file} is not defined`);
  const module: { exports: unknown } = { exports: {} };
  loaded.set(file, module);
  const registerApp = (options: App) => {
    app = options;
  };
  run(
    (wanted: string) => load(resolvePath(file, wanted)), module, module.exports, surroundings.wx,
    registerApp, (options: object) => definer?.Page(options), (options: object) => definer?.Component(options), (options: object) => options,
    () => app, surroundings.currentPages, globals,
  );
  return module.exports;
}

function addStyle(css: string | undefined): void {
  if (css) document.head.appendChild(Object.assign(document.createElement('style'), { textContent: css }));
}

/** Makes a page or component of the package known to the renderer, with all it uses. */
export function define(path: string): void {
  if (defined.has(path)) return;
  defined.add(path);
  const { configs, templates, styles } = window.weapp;
  const used = Object.entries({ ...configs.app.usingComponents, ...configs[path]?.usingComponents }).map(([name, address]) => [name, resolvePath(path, address)] as const);
  for (const [, address] of used) define(address);
  codeSpace.addComponentStaticConfig(path, { ...configs[path], usingComponents: Object.fromEntries(used.map(([name, address]) => [name, `/${address}`])) } as never);
  if (templates[path]) codeSpace.addCompiledTemplate(path, { groupList: templates, content: templates[path] } as never);
  addStyle(styles[path]);
  codeSpace.componentEnv(path, (given) => {
    definer = given as unknown as Definer;
    load(path);
  });
}

export const addAppStyle = (): void => addStyle(window.weapp.styles.app);
