import { ChoiceField, DayField, InstantField, ListField, TextField } from '../../platform/http/fields.ts';

export const ACTOR_KINDS = ['staff', 'resident', 'device', 'system', 'anyone'] as const;

/** What to look for; all of it together. */
export class AuditQuery {
  @DayField() from: string;
  @DayField() to: string;
  @ChoiceField(ACTOR_KINDS, { optional: true }) actorKind?: string;
  @TextField({ optional: true, max: 40, description: 'name, badge or id of somebody who works here' }) actor?: string;
  @TextField({ optional: true, max: 60, description: 'words of an action or its area, or the beginning of its name, for example `staff.`' }) action?: string;
  @TextField({ optional: true, max: 64, pattern: /^[\w:.-]+$/, description: 'the id of what it was done to' }) subjectId?: string;
  @TextField({ optional: true, max: 60, pattern: /^\d+\.[\w-]+$/, description: '`next` of the page before' }) after?: string;
}

export class AuditEntryView {
  @TextField() id: string;
  @InstantField() at: number;
  @TextField() actorKind: string;
  @TextField() actorLabel: string;
  @TextField({ description: 'of staff, and of whose account was entered; empty for everybody else' }) actorName: string;
  @TextField() area: string;
  @TextField({ description: 'what was done, in words' }) label: string;
  @TextField() action: string;
  @TextField({ nullable: true }) subjectId: string | null;
  @TextField({ description: 'when the subject works here' }) subjectName: string;
  @TextField({ description: 'small facts without personal data' }) detail: string;
}

export class AuditPageView {
  @ListField(() => AuditEntryView) items: AuditEntryView[];
  @TextField({ nullable: true, description: 'asks for what is older; null at the end' }) next: string | null;
}
