import { FEWEST_PEOPLE, INVITED, LEAST_ANSWERS, isAppraisalQuestion } from '../appraisal/appraisal.rules.ts';
import { drawSeed, drawn, tokensRoot } from '../appraisal/draw.rules.ts';
import type { AppraisalFigure, AppraisalTally } from '../appraisal/figure.rules.ts';
import { shareOfCounts } from '../rating/ledger-month.rules.ts';
import { LEAST_TOLD } from '../rating/published-figures.rules.ts';
import type { Checkpoint } from '../ledger/checkpoint.rules.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import type { Digest } from '../ledger/merkle.rules.ts';
import { wrongBands } from './ratings-book.ts';

/** Some of the tokens of everybody who may be drawn, said before the opening itself; parts count from 1. */
export interface AppraisalTokens { c: string; part: number; tokens: readonly string[] }
/** `department` by the ledger's name for it; `closes`: the last day on which it is answered. */
export interface AppraisalOpened { c: string; department: string; questions: readonly string[]; invite: number; population: number; root: string; closes: string }
/** `from` and `root` name the checkpoint the seed comes from; `drawn` is the root over the tokens that were drawn. */
export interface AppraisalDrawn { c: string; from: string; root: string; seed: string; invited: number; drawn: string }
/** `due`: the day by which the department says what it changes; null where nothing is owed, or the calendar could not tell yet. */
export interface AppraisalResult extends AppraisalTally { c: string; invited: number; due: string | null }
export interface AppraisalRectified { c: string; text: string }

interface Held { opened: AppraisalOpened; tokens: readonly string[]; seal: Checkpoint | null; invited: number; isDrawn: boolean; result: AppraisalResult | null; isRectified: boolean }

export interface AppraisalBook { read(entry: LedgerEntry): string | null; readonly appraisals: number }

/**
 * Holds every appraisal to what was said when it was opened: the people who might be drawn, the draw by the first seal that came afterwards, and a
 * result that tells nothing below five and is told at all, however it turned out. The answers themselves are nobody's to read.
 */
export function appraisalBook(digest: Digest): AppraisalBook {
  const parts = new Map<string, { count: number; tokens: string[] }>();
  const held = new Map<string, Held>();
  let appraisals = 0;

  const readPart = ({ c, part, tokens }: AppraisalTokens): string | null => {
    const before = parts.get(c) ?? { count: 0, tokens: [] };
    if (held.has(c)) return '科室评议开启之后又添了可以抽取的人';
    if (part !== before.count + 1) return `可以抽取的人少了一部分：应为第 ${before.count + 1} 部分，这里是第 ${part} 部分`;
    parts.set(c, { count: part, tokens: [...before.tokens, ...tokens] });
    return null;
  };

  const READERS: Partial<Record<LedgerEntry['kind'], (entry: LedgerEntry) => string | null>> = {
    'appraisal.opened': ({ body, day }) => {
      if ('part' in body) return readPart(body as unknown as AppraisalTokens);
      const opened = body as unknown as AppraisalOpened;
      if (held.has(opened.c)) return '同一次科室评议开启了两次：开启后不能再改';
      const tokens = parts.get(opened.c)?.tokens ?? [];
      parts.delete(opened.c);
      held.set(opened.c, { opened, tokens, seal: null, invited: 0, isDrawn: false, result: null, isRectified: false });
      return wrongOpening(digest, opened, tokens, day);
    },
    'appraisal.drawn': ({ body }) => {
      const said = body as unknown as AppraisalDrawn;
      const one = held.get(said.c);
      if (!one) return '抽取了一次没有开启的科室评议';
      if (one.isDrawn) return '同一次科室评议抽取了两次';
      one.isDrawn = true;
      one.invited = said.invited;
      if (one.result) return '科室评议有了结果以后才抽取';
      return wrongDraw(digest, one, said);
    },
    'appraisal.result': ({ body, day }) => {
      const result = body as unknown as AppraisalResult;
      const one = held.get(result.c);
      if (!one) return '公布了一次没有开启的科室评议的结果';
      if (one.result) return '同一次科室评议有两个结果';
      one.result = result;
      if (day < one.opened.closes) return '科室评议还没有截止就有了结果';
      const wrong = wrongResult(one, result);
      if (wrong === null) appraisals += 1;
      return wrong;
    },
    'appraisal.rectified': ({ body }) => {
      const one = held.get((body as unknown as AppraisalRectified).c);
      if (!one?.result || one.result.answers === null) return '没有结果的科室评议公布了整改';
      if (one.isRectified) return '同一次科室评议公布了两次整改';
      one.isRectified = true;
      return null;
    },
    checkpoint: ({ body, day }) => {
      const seal = body as unknown as Checkpoint;
      let silent = false;
      for (const one of held.values()) {
        one.seal ??= seal;
        silent ||= one.result === null && day >= one.opened.closes;
      }
      return silent ? `有科室评议在 ${day} 已经截止，却没有公布结果` : null;
    },
  };

  return { read: (entry) => READERS[entry.kind]?.(entry) ?? null, get appraisals() { return appraisals; } };
}

function wrongOpening(digest: Digest, { questions, invite, population, root, closes }: AppraisalOpened, tokens: readonly string[], day: string): string | null {
  if (closes <= day) return '科室评议的截止日不在开启之后';
  if (questions.length === 0 || new Set(questions).size !== questions.length || !questions.every(isAppraisalQuestion)) return '科室评议问了清单以外的问题';
  if (population < FEWEST_PEOPLE || invite < INVITED.least || invite > INVITED.most) return `不足 ${FEWEST_PEOPLE} 人的科室评议不应开启`;
  if (tokens.length !== population || new Set(tokens).size !== population) return `可以抽取的写着 ${population} 人，账上有 ${new Set(tokens).size} 人`;
  return tokensRoot(digest, tokens) === root ? null : '可以抽取的人与开启时公布的根不符';
}

function wrongDraw(digest: Digest, { opened, tokens, seal }: Held, said: AppraisalDrawn): string | null {
  if (seal === null || said.root !== seal.root || said.from !== seal.day) return '抽取用的不是开启以后的第一次封账';
  if (said.seed !== drawSeed(digest, seal.root, opened.c)) return '抽取的种子不是由那次封账得来的';
  if (said.invited !== Math.min(opened.invite, opened.population)) return `应抽取 ${Math.min(opened.invite, opened.population)} 人，写着 ${said.invited} 人`;
  return tokensRoot(digest, drawn(digest, said.seed, tokens, said.invited)) === said.drawn ? null : '抽到的人不是由种子得来的';
}

function wrongResult({ opened, invited }: Held, { answers, figures, ...result }: AppraisalResult): string | null {
  if (result.invited !== invited) return `抽取了 ${invited} 人，结果里写着邀请 ${result.invited} 人`;
  if (answers === null) return figures.length === 0 ? null : '评议的人数没有公布，却公布了各档的数';
  if (answers < LEAST_ANSWERS) return `不足 ${LEAST_ANSWERS} 人的评议不应公布结果`;
  if (answers > invited) return `邀请了 ${invited} 人，却有 ${answers} 人评议`;
  if (figures.map(({ question }) => question).join() !== opened.questions.join()) return '结果里的问题与开启时的不一样';
  return figures.map((figure) => wrongFigure(answers, figure)).find((words) => words !== null) ?? null;
}

/** The share follows from the bands where they part the negative ones from the rest; else it may only be the bound that says nothing of how few. */
function wrongFigure(answers: number, { bands, good }: AppraisalFigure): string | null {
  const wrong = wrongBands(answers, bands, null);
  if (wrong !== null) return `科室评议的结果对不上：${wrong}`;
  const few = LEAST_TOLD - 1;
  const negative = bands.some(([, to]) => to === 2) ? bands.filter(([, to]) => to <= 2).reduce((sum, [, , count]) => sum + count, 0) : null;
  const right = answers < 2 * LEAST_TOLD ? ['null'] : negative !== null ? [`${shareOfCounts([answers - negative, answers - negative], answers)}`] : [`${shareOfCounts([answers - few, answers], answers)}`, `${shareOfCounts([0, few], answers)}`];
  return right.includes(String(good)) ? null : '科室评议的满意率不是由各档得来的';
}
