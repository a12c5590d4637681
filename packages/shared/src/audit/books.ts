import type { Digest } from '../ledger/merkle.rules.ts';
import type { Book } from './auditor.ts';
import { appraisalBook } from './appraisal-book.ts';
import { disputeBook } from './dispute-book.ts';
import { figureBook } from './figure-book.ts';
import type { FigureBook } from './figure-book.ts';
import { ratingsBook } from './ratings-book.ts';
import { assessmentBook } from './assessment-book.ts';
import { flagBook } from './flag-book.ts';
import { starBook } from './star-book.ts';
import { totalsBook } from './totals-book.ts';

/** What a published number can be checked against: recomputed from what happened, or only added up from sums that were published with it. */
export type BookSource = 'facts' | 'sums';

/** A book as the report speaks of it. */
export interface ShelvedBook {
  readonly book: Book;
  readonly title: string;
  /** What `agreed` counts, as a measure word with its noun. */
  readonly unit: string;
  readonly source: BookSource;
  /** How many published numbers were checked and found right. */
  readonly agreed: () => number;
}

const shelved = <B extends Book>(book: B, title: string, unit: string, source: BookSource, agreed: (book: B) => number): ShelvedBook => ({ book, title, unit, source, agreed: () => agreed(book) });

/** Every book there is, each blank. Whoever publishes a new kind of number adds its book here, and every verifier runs it. */
export function everyBook(digest: Digest, figures: FigureBook = figureBook()): ShelvedBook[] {
  return [
    shelved(figures, '承诺兑现数据', '个数', 'facts', ({ agreed }) => agreed),
    shelved(disputeBook(), '时间异议', '件', 'facts', ({ disputes }) => disputes),
    shelved(totalsBook(), '每日号票总数', '天', 'facts', ({ days }) => days),
    shelved(ratingsBook(digest), '好差评（来自直方图）', '个月', 'sums', ({ months }) => months),
    shelved(assessmentBook(), '考核结果封存', '个月', 'sums', ({ months }) => months),
    shelved(starBook(digest), '服务标兵评选', '次', 'facts', ({ rounds }) => rounds),
    shelved(appraisalBook(digest), '科室评议（抽取可重算，结果来自直方图）', '次', 'sums', ({ appraisals }) => appraisals),
    shelved(flagBook(), '红旗窗口', '个月', 'facts', ({ months }) => months),
  ];
}
