import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

const ENDING = '.bench.ts';
const known = readdirSync(import.meta.dirname).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)).sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`没有这项测量:${unknown.join('、')}。No such benchmark; there are: ${known.join(' ')}\n`);
  process.exit(2);
}

const round = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
const line = (figure: Figure) => `${figure.ok ? '✓' : '✗'} ${figure.name.padEnd(34)} ${`${round(figure.value)} ${figure.unit}`.padEnd(20)} 应达到 ${figure.reach}${figure.note ? `  (${figure.note})` : ''}`;

const results: Figure[] = [];
let broken = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  try {
    const { run } = (await import(`./${name}${ENDING}`)) as { run(): Promise<Figure[]> };
    for (const figure of await run()) {
      results.push(figure);
      process.stdout.write(`${line(figure)}\n`);
    }
  } catch (error) {
    broken += 1;
    process.stderr.write(`! ${name} 没有测成 could not be measured: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exit(broken > 0 ? 1 : 0);
