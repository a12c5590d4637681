import { PARTY_KINDS, type PartyKind } from '@hall/shared/lights/card.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, NumberField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export const HONOUR_SOURCES = ['typed', 'star', 'flag'] as const;

/** A promise as it stands on a card, with its last sealed figure. */
export class LightCommitmentView {
  @TextField({ description: 'how the ledger calls it' }) code: string;
  @TextField() wording: string;
  @TextField({ description: 'how it is measured, as a sentence' }) measure: string;
  @TextField({ nullable: true, description: 'the last sealed month in words; null before there is one' }) figure: string | null;
  @NumberField({ nullable: true, description: 'thousandths; null below five' }) rate: number | null;
  @DayField({ nullable: true }) asOf: string | null;
}

export class LightHonourView {
  @TextField() title: string;
  @TextField() givenBy: string;
  @TextField({ description: 'where it can be read' }) document: string;
  @DayField() givenOn: string;
  @ChoiceField(HONOUR_SOURCES) source: (typeof HONOUR_SOURCES)[number];
}

/** One person on the staff board. */
export class LightPersonView {
  @TextField({ description: 'of the badge; opens the card' }) code: string;
  @TextField() name: string;
  @TextField() badgeNumber: string;
  @TextField() post: string;
  @TextField({ nullable: true }) departmentId: string | null;
  @TextField() departmentName: string;
  @TextField({ nullable: true, description: 'only with their own consent' }) photoUrl: string | null;
  @TextField({ nullable: true, description: 'only as they stated it themselves' }) partyLabel: string | null;
  @TextField({ nullable: true, description: 'where they sit at this moment' }) windowLabel: string | null;
}

export class LightBoardView {
  @TextField() hallName: string;
  @ListField(() => LightPersonView) people: LightPersonView[];
}

/** What a card shows besides who it is. */
export class LightPersonCardView extends LightPersonView {
  @TextField({ nullable: true }) departmentPhone: string | null;
  @TextListField() duties: string[];
  @ListField(() => LightCommitmentView) commitments: LightCommitmentView[];
  @ListField(() => LightHonourView) honours: LightHonourView[];
  @InstantField({ nullable: true, description: 'since when this wording is shown; null in a preview' }) publishedAt: number | null;
}

export const CARD_SIGHTS = ['shown', 'unpublished', 'left'] as const;

/** What the code on a badge opens. */
export class LightCardView {
  @ChoiceField(CARD_SIGHTS) sight: (typeof CARD_SIGHTS)[number];
  @TextField() hallName: string;
  @TextField() hallPhone: string;
  @TextField({ nullable: true, description: 'what to say where no card is shown' }) sentence: string | null;
  @ObjectField(() => LightPersonCardView, { nullable: true }) card: LightPersonCardView | null;
}

/** 职责与时限 of one matter: read from the matter, never typed again. */
export class LightDutyView {
  @TextField() matterId: string;
  @TextField() name: string;
  @TextField({ nullable: true, description: '法定时限; null where the district has not said it' }) statutory: string | null;
  @TextField({ nullable: true, description: '依据' }) basis: string | null;
  @TextField({ nullable: true, description: '承诺时限; null where none is promised' }) promised: string | null;
  @TextListField({ description: 'where it is handled' }) windows: string[];
  @IntField({ description: 'how many papers may be asked for' }) materials: number;
}

export class LightDepartmentView {
  @TextField({ nullable: true, description: 'null for the matters no department was named for' }) id: string | null;
  @TextField() name: string;
  @TextField({ nullable: true }) phone: string | null;
  @IntField({ description: 'people with a published card' }) people: number;
  @ListField(() => LightDutyView) duties: LightDutyView[];
}

export class LightDepartmentList {
  @TextField() hallName: string;
  @TextField() hallPhone: string;
  @TextField() address: string;
  @ListField(() => LightDepartmentView) items: LightDepartmentView[];
}

export class LightDepartmentPageView extends LightDepartmentView {
  @ListField(() => LightPersonView) staff: LightPersonView[];
  @ListField(() => LightCommitmentView) commitments: LightCommitmentView[];
  @ListField(() => LightHonourView) honours: LightHonourView[];
}

export class LightHallQuery {
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}

export class PartyChoiceView {
  @TextField() code: string;
  @TextField() label: string;
}

/** A person's own say over their card. */
export class MyCardView {
  @FlagField({ description: 'there is a portrait to show' }) hasPhoto: boolean;
  @FlagField() photoShown: boolean;
  @ChoiceField(PARTY_KINDS, { nullable: true }) party: PartyKind | null;
  @ListField(() => PartyChoiceView) choices: PartyChoiceView[];
  @TextField({ nullable: true, description: 'the address in the badge code; null before there is a card' }) url: string | null;
  @FlagField({ description: 'the card is public' }) shown: boolean;
  @IntField({ description: 'of the consent; 0 before the first' }) version: number;
}

export class MyCardInput {
  @FlagField() photoShown: boolean;
  @ChoiceField(PARTY_KINDS, { nullable: true }) party: PartyKind | null;
  @IntField({ min: 0 }) version: number;
}
