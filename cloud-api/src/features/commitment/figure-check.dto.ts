import { DayField, IntField, ListField, ObjectField, TextField } from '../../platform/http/fields.ts';

export class FigureCheckQuery {
  @TextField({ optional: true, max: 12, pattern: /^(\d{4}-(0[1-9]|1[0-2])|last-90-days)$/, description: 'the present month when left out' }) period?: string;
}

export class HowComputedView {
  @TextField() title: string;
  @TextField() words: string;
}

/** Where a published figure and what it was computed from stand in the ledger. The line of an entry in the exported file is its number plus one. */
export class FigureCheckView {
  @TextField() period: string;
  @DayField() asOf: string;
  @IntField({ description: "the figure's own entry" }) seq: number;
  @TextField() hash: string;
  @IntField({ description: 'how many facts it was computed from' }) facts: number;
  @IntField({ description: 'how many visits, cases … these are about' }) subjects: number;
  @IntField({ nullable: true, description: 'the first of these facts; null when there are none' }) firstSeq: number | null;
  @IntField({ nullable: true }) lastSeq: number | null;
  @TextField({ nullable: true, description: 'the short code of the seal over all of it' }) shortCode: string | null;
}

/** One time that was not kept. Nobody is named: neither who came nor who served. */
export class BrokenTimeView {
  @TextField() title: string;
  @TextField() why: string;
}

export class CommitmentExplainedView {
  @ListField(() => HowComputedView) how: HowComputedView[];
  @ObjectField(() => FigureCheckView, { nullable: true, description: 'null while nothing is published' }) check: FigureCheckView | null;
  @ListField(() => BrokenTimeView, { description: 'the newest behind that figure' }) broken: BrokenTimeView[];
}
