import type { AuditReport } from '@hall/shared/audit/auditor';
import type { ShelvedBook } from '@hall/shared/audit/books';
import type { CheckedFigure } from '@hall/shared/audit/figure-book';
import { LAST_NINETY_DAYS } from '@hall/shared/commitment/figures.rules';
import { rateWords } from '@hall/shared/commitment/rate-words.rules';
import { percentWords } from '@hall/shared/kernel/percent-words';

const SOURCES: Record<ShelvedBook['source'], string> = { facts: '由账上的记录重算', sums: '来自直方图和合计，只能核对加总' };

const periodWords = (period: string): string => (period === LAST_NINETY_DAYS ? '近 90 天' : `${period.slice(0, 4)} 年 ${Number(period.slice(5))} 月`);

function figureLine({ figure: { period, asOf, met, broken, ended, excluded, rate }, seq }: CheckedFigure): string {
  const kept = rate === null ? rateWords(rate) : `兑现率 ${percentWords(rate)}`;
  return `    ${periodWords(period)}（截至 ${asOf}）：${kept}；达标 ${met}，未达标 ${broken}，居民中止 ${ended}，剔除 ${excluded}。文件第 ${seq + 1} 行`;
}

function keyWords({ keyFrom, keys, manifest }: AuditReport): string {
  const changes = keys.slice(1).map(({ key, from }) => `\n        ${plain(`${from} 换过密钥，由原密钥签字交出，换成 ${key}`)}`).join('');
  if (keyFrom === 'outside') return `用您给出的公钥核对，每天的封账签名都对${changes}`;
  return `用文件自带的公钥核对：${plain(manifest?.key ?? '—')}\n        请与大厅屏或公示栏上的公钥对一对，或用 --key 给出${changes}`;
}

function codeWords({ shortCodeSeen, shortCodeDay, lastShortCode }: AuditReport): string {
  const last = `最后一次封账的短码是 ${lastShortCode ?? '—'}`;
  return shortCodeSeen === null ? last : shortCodeSeen ? plain(`您手里的短码是 ${shortCodeDay} 的封账；${last}`) : `您手里的短码不在这本账里；${last}`;
}

const LONGEST = 300;
/** Signs that move a terminal's cursor, colour its text or turn its direction: a file could write its own verdict over ours. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** A text out of the file, on one line and as it looks. */
const plain = (text: string): string => text.slice(0, LONGEST).replace(UNSEEN, '·');

/** What was found, for people, from the whole to the single line. */
export function reportOf(file: string, report: AuditReport, books: readonly ShelvedBook[], figures: readonly CheckedFigure[], seconds: number): string {
  const { manifest, entries, checkpoints, sealedTo, findings, sound } = report;
  const wordings = [...new Set(figures.map(({ wording }) => wording))];
  return [
    '阳光账本核对报告', '',
    `文件    ${file}`,
    plain(`大厅    ${manifest ? `${manifest.hall}（账本 ${manifest.ledger}）` : '说明行不可信'}`),
    `记录    ${entries} 条，用时 ${seconds.toFixed(1)} 秒`,
    `封账    ${checkpoints} 次${sealedTo === null ? '' : plain(`，封到 ${sealedTo}`)}`,
    `签名    ${sound ? keyWords(report) : '见下面的发现'}`,
    `短码    ${codeWords(report)}`, '',
    ...(['facts', 'sums'] as const).flatMap((source) => {
      const of = books.filter((each) => each.source === source && each.agreed() > 0);
      return of.length === 0 ? [] : [`${SOURCES[source]}，一致的：`, ...of.map(({ title, unit, agreed }) => `  ${title}  ${agreed()} ${unit}`), ''];
    }),
    ...(wordings.length === 0 ? [] : ['现在公布的兑现数据，逐个重算，与账上相同：', ...wordings.flatMap((wording) => [plain(`  ${wording}`), ...figures.filter((each) => each.wording === wording).map((each) => plain(figureLine(each)))]), '']),
    ...(sound ? ['结论：没有发现改动。每条记录都在原来的位置，每个公布的数都算得出来。'] : [`结论：发现 ${findings.length} 处问题，这份文件不可信。`, ...findings.map(({ line, words }) => plain(`  第 ${line} 行：${words}`))]),
    '',
  ].join('\n');
}
