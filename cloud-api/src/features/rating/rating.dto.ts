import { DayField, IdField, IntField, LevelField, ListField, ObjectField, TextField, TextListField, ChoiceField } from '../../platform/http/fields.ts';
import type { RatingLevel } from '@hall/shared/rating/rating.rules';
import { CodeView } from '../matters/matters.dto.ts';
import { RatingProgressView } from './rating-case.dto.ts';

export class ReasonOptionsView {
  @LevelField() level: number;
  @ListField(() => CodeView) reasons: CodeView[];
}

export class RatingInvitationView {
  @IdField() id: string;
  @ChoiceField(['open', 'rated', 'expired']) state: 'open' | 'rated' | 'expired';
  @TextListField() matterNames: string[];
  @DayField() servedOn: string;
  @TextField({ nullable: true }) windowLabel: string | null;
  @DayField({ description: 'the last day on which it can be rated' }) expiresOn: string;
  @ListField(() => ReasonOptionsView) reasonOptions: ReasonOptionsView[];
  @ListField(() => CodeView) levels: CodeView[];
  @ListField(() => CodeView) dimensions: CodeView[];
  @ObjectField(() => RatingProgressView, { nullable: true, description: 'how a negative rating is worked on, for the one who gave it; null in lists' }) progress: RatingProgressView | null;
}

export class RatingInvitationList {
  @ListField(() => RatingInvitationView) items: RatingInvitationView[];
}

/** Five levels, reasons that fit the level, and the three satisfactions, which may be left out. */
export class RatingInput {
  @LevelField() level: RatingLevel;
  @TextListField({ max: 5, maxLength: 40 }) reasons: string[];
  @IntField({ optional: true, min: 1, max: 5 }) attitude?: RatingLevel;
  @IntField({ optional: true, min: 1, max: 5 }) quality?: RatingLevel;
  @IntField({ optional: true, min: 1, max: 5 }) activities?: RatingLevel;
  @TextField({ optional: true, max: 400 }) comment?: string;
}

export class RatingThanksView {
  @TextField() thanks: string;
}
