import { VERSION_STAND_LABELS, type VersionStand } from '@hall/shared/matter/matter-versions.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, OpenObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const STANDS = Object.keys(VERSION_STAND_LABELS) as VersionStand[];

export class MatterRoomCardView {
  @IdField() id: string;
  @TextField() name: string;
  @FlagField({ description: 'false: no longer handled here, or not yet' }) offered: boolean;
  @IntField({ nullable: true, description: 'the version in force' }) versionNumber: number | null;
  @DayField({ nullable: true }) effectiveFrom: string | null;
  @DayField({ nullable: true, description: 'when the next version begins' }) upcomingFrom: string | null;
  @TextField({ nullable: true, description: 'what the open draft was begun for' }) draftNote: string | null;
  @TextListField({ description: 'what only the hall can say and has not said' }) gaps: string[];
  @TextListField({ description: 'the windows that handle it' }) windows: string[];
}

export class MatterRoomList {
  @ListField(() => MatterRoomCardView) items: MatterRoomCardView[];
}

export class MatterVersionView {
  @IntField() versionNumber: number;
  @DayField() effectiveFrom: string;
  @ChoiceField(STANDS) stand: VersionStand;
  @TextField() standLabel: string;
  @TextField({ nullable: true }) reason: string | null;
  @TextField({ nullable: true, description: 'why it was withdrawn' }) withdrawal: string | null;
  @IntField({ nullable: true, description: 'the version it restores' }) restores: number | null;
  @TextField({ nullable: true, description: 'null: came with the programme' }) publishedByName: string | null;
  @InstantField() publishedAt: number;
  @TextListField({ description: 'what was new in it, in words' }) difference: string[];
  @TextListField({ description: 'withdraw, restore' }) actions: ('withdraw' | 'restore')[];
}

export class MatterProblemView {
  @TextField() path: string;
  @TextField() code: string;
  @TextField() message: string;
}

export class MatterDraftView {
  @OpenObjectField({ description: 'everything people will be told' }) content: Record<string, unknown>;
  @IntField({ description: 'on the shelf, from 0' }) position: number;
  @TextField({ description: 'what it was begun for' }) note: string;
  @TextField({ nullable: true, description: 'null: came with the programme' }) changedByName: string | null;
  @InstantField() changedAt: number;
  @ListField(() => MatterProblemView, { description: 'what keeps it from being published, place by place' }) problems: MatterProblemView[];
  @IntField() version: number;
}

export class MatterRoomView {
  @IdField() id: string;
  @TextField() name: string;
  @FlagField() prefill: boolean;
  @DayField() today: string;
  @OpenObjectField({ nullable: true, description: 'as it stands today; null before its first version' }) standing: Record<string, unknown> | null;
  @ListField(() => MatterVersionView, { description: 'the newest first' }) versions: MatterVersionView[];
  @ObjectField(() => MatterDraftView, { nullable: true }) draft: MatterDraftView | null;
  @TextListField({ description: 'the windows that handle it' }) windows: string[];
}

export class MatterContentView {
  @IntField() versionNumber: number;
  @OpenObjectField() content: Record<string, unknown>;
}

export class BeginMatter {
  @TextField({ min: 2, max: 30 }) name: string;
}

export class BeginMatterDraft {
  @IntField({ nullable: true, min: 1, description: 'the version to restore; null: from the one that stands' }) restores: number | null;
}

export class SaveMatterDraft {
  @OpenObjectField() content: Record<string, unknown>;
  @IntField({ min: 0, max: 999 }) position: number;
  @IntField({ min: 1 }) version: number;
}

export class DropMatterDraft {
  @IntField({ min: 1 }) version: number;
}

export class MatterPreviewRequest {
  @DayField({ description: 'tomorrow at the earliest' }) effectiveFrom: string;
  @IntField({ min: 1 }) version: number;
}

export class PublishMatterDraft extends MatterPreviewRequest {
  @TextField({ min: 2, max: 200 }) reason: string;
}

export class MatterPreviewView {
  @DayField() effectiveFrom: string;
  @TextListField({ description: 'the difference to what would stand on that day' }) difference: string[];
  @TextListField({ description: 'for whom it changes something, and for whom not' }) effects: string[];
  @TextListField() gaps: string[];
}

export class WithdrawMatterVersion {
  @TextField({ min: 2, max: 200 }) reason: string;
}

export class MatterSheetRowView {
  @IntField() row: number;
  @TextField() label: string;
  @ChoiceField(['new', 'changed', 'same']) state: 'new' | 'changed' | 'same';
  @TextListField() lines: string[];
  @OpenObjectField() material: Record<string, unknown>;
}

export class MatterSheetProblemView {
  @IntField() row: number;
  @TextField() message: string;
}

/** What a sheet would make of the checklist. Nothing is saved: the draft takes it and is saved as always. */
export class MatterSheetView {
  @ListField(() => MatterSheetRowView) rows: MatterSheetRowView[];
  @TextListField({ description: 'the materials the sheet no longer has' }) gone: string[];
  @ListField(() => MatterSheetProblemView, { max: 2000 }) problems: MatterSheetProblemView[];
}
