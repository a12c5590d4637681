import { filesOf, textOf } from './tree.ts';

const SOURCE = ['cloud-api/src', 'console/src', 'miniapp/src', 'packages/shared/src', 'packages/doubles/src', 'scripts', 'test'];
const sources = SOURCE.flatMap((folder) => filesOf(folder));
const code = sources.filter((path) => /\.(ts|tsx|mjs)$/.test(path));

/** Each finds the files that break one rule of the house, so that the rule can be shown to bite. */
const vagueFolders = (paths: string[]) => paths.filter((path) => /(^|\/)(utils?|helpers?|common|misc|lib|shared-stuff)\//.test(path));

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.test|\.module)?\.(tsx|css|scss)$/;
const oddNames = (paths: string[]) => paths.filter((path) => {
  const name = path.split('/').at(-1)!;
  return !KEBAB.test(name) && !PASCAL.test(name);
});

const REEXPORT = /^export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?\s*/;
function isBarrel(text: string): boolean {
  let rest = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
  if (!REEXPORT.test(rest)) return false;
  while (REEXPORT.test(rest)) rest = rest.replace(REEXPORT, '').trim();
  return rest === '';
}

const AUDIENCES = /[./](public|resident|staff|device)\.controller\.ts$/;
const namelessDoors = (paths: string[]) => paths.filter((path) => path.startsWith('cloud-api/src/features/') && path.endsWith('.controller.ts') && !AUDIENCES.test(path));

/** A page of the mini-program is registered by the folder it lives in. */
const strayPages = (paths: string[]) => paths.filter((path) => /^(cloud-api|console|packages)\/.*\/index\.tsx?$/.test(path));

test('no folder has a name that fits everything', () => {
  expect(vagueFolders(sources)).toEqual([]);
  expect(vagueFolders(['console/src/helpers/day.ts', 'console/src/kit/day.ts'])).toEqual(['console/src/helpers/day.ts']);
});

test('files are kebab-case with their role, components PascalCase', () => {
  expect(oddNames(code)).toEqual([]);
  expect(oddNames(['console/src/kit/DeskThing.ts', 'console/src/kit/Desk.tsx', 'cloud-api/src/x/booking_slots.ts', 'cloud-api/src/x/booking.service.ts'])).toEqual(['console/src/kit/DeskThing.ts', 'cloud-api/src/x/booking_slots.ts']);
});

test('nothing is a barrel: every import names the file it means', () => {
  expect(code.filter((path) => isBarrel(textOf(path)))).toEqual([]);
  expect(strayPages(code)).toEqual([]);
  expect(isBarrel("// all\nexport * from './a.ts';\nexport { b, type C } from './b.ts';\n")).toBe(true);
  expect(isBarrel("export { b } from './b.ts';\nexport const a = 1;\n")).toBe(false);
});

test('every controller of a feature says in its name whom it serves', () => {
  expect(namelessDoors(code)).toEqual([]);
  expect(namelessDoors(['cloud-api/src/features/queue/queue.controller.ts', 'cloud-api/src/features/queue/queue.staff.controller.ts'])).toEqual(['cloud-api/src/features/queue/queue.controller.ts']);
});

const wrongDoors = (paths: string[], read: (path: string) => string) => paths.filter((path) => {
  const audience = AUDIENCES.exec(path)?.[1];
  const doors = [...read(path).matchAll(/@Controller\(\s*(?:\{[^}]*path:\s*)?['"`]([^'"`]*)/g)].map(([, door]) => door!);
  return audience !== undefined && !doors.every((door) => door === audience || door.startsWith(`${audience}/`));
});

test('a controller stands at the door of the people it serves', () => {
  expect(wrongDoors(code, textOf)).toEqual([]);
  expect(wrongDoors(['a/queue.staff.controller.ts'], () => "@Controller('resident/tickets')")).toEqual(['a/queue.staff.controller.ts']);
});
