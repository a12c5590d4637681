import { ChoiceField, DayField, IntField, ListField, ObjectField, TextField } from '../../platform/http/fields.ts';

export class RatingProofSaidView {
  @TextField() month: string;
  @IntField() level: number;
  @IntField({ nullable: true }) attitude: number | null;
  @IntField({ nullable: true }) quality: number | null;
  @IntField({ nullable: true }) activities: number | null;
}

export class RatingProofStepView {
  @ChoiceField(['left', 'right']) side: 'left' | 'right';
  @TextField() hash: string;
}

/** What leads from one rating to the root its month was published with; the phone recomputes it by itself. */
export class RatingProofPathView {
  @TextField({ description: 'known to whoever rated and the hall alone' }) salt: string;
  @ObjectField(() => RatingProofSaidView) said: RatingProofSaidView;
  @ListField(() => RatingProofStepView) steps: RatingProofStepView[];
  @TextField() root: string;
  @IntField({ description: 'the entry of the ledger that bears the root' }) seq: number;
  @TextField({ nullable: true, description: 'of the first seal over that entry' }) shortCode: string | null;
}

export class RatingProofView {
  @TextField({ description: 'of the service' }) month: string;
  @DayField({ description: 'the day on which the month is published' }) publishedOn: string;
  @ObjectField(() => RatingProofPathView, { nullable: true, description: 'null before the month stands on the ledger' }) proof: RatingProofPathView | null;
}
