import { auditor } from '@hall/shared/audit/auditor';
import { everyBook } from '@hall/shared/audit/books';
import { figureBook } from '@hall/shared/audit/figure-book';
import { USAGE, wishesOf } from './arguments.ts';
import { readLines } from './read-lines.ts';
import { reportOf } from './report.ts';
import { digest, isSigned } from './tools.ts';

/**
 * Checks a ledger somebody has downloaded: with nothing but the file, without a network, on any Node from 18 on.
 * @returns 0 when it is sound, 1 when something was found, 2 when nothing could be checked
 */
function main(words: readonly string[]): number {
  const wishes = wishesOf(words);
  if (!wishes) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { file, key, code, json } = wishes;
  const figures = figureBook();
  const books = everyBook(digest, figures);
  const reader = auditor({ digest, isSigned, books: books.map(({ book }) => book), ...(key === undefined ? {} : { publicKey: key }), ...(code === undefined ? {} : { shortCode: code }) });
  const began = performance.now();
  let torn: boolean;
  try {
    torn = readLines(file, (line) => reader.line(line));
  } catch (problem) {
    // Bytes that are no text were not written by the hall: that is a finding, not a file that cannot be opened.
    if (!(problem instanceof TypeError)) {
      process.stderr.write(`文件打不开：${file}（${(problem as Error).message}）\n`);
      return 2;
    }
    torn = true;
  }
  const report = reader.end(torn);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage();
  process.stdout.write(json
    ? `${JSON.stringify({ ...report, seconds, cpuSeconds: (user + system) / 1e6, peakMemory: process.resourceUsage().maxRSS * 1_024, books: books.map(({ title, source, agreed }) => ({ title, source, agreed: agreed() })), figures: figures.latest() })}\n`
    : reportOf(file, report, books, figures.latest(), seconds));
  return report.sound ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
