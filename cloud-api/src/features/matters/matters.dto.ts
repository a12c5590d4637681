import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { DayField, FlagField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export class MatterCardView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() summary: string;
  @FlagField() prefill: boolean;
  @TextField() statutoryLimit: string;
  @TextField() promisedLimit: string;
  @IntField() minutesReady: number;
  @IntField() minutesNotReady: number;
}

export class MatterCardList {
  @ListField(() => MatterCardView) items: MatterCardView[];
}

export class MatterAskedView {
  @TextField({ description: 'the code of a question of the guide' }) question: string;
  @TextListField({ description: 'the answers for which it is asked' }) options: string[];
}

export class MatterMaterialView {
  @TextField() code: string;
  @TextField() label: string;
  @TextField() form: string;
  @TextField({ description: '设定依据' }) legalBasis: string;
  @FlagField({ description: '容缺受理' }) deferrable: boolean;
  @FlagField({ description: '告知承诺' }) promisable: boolean;
  @FlagField({ description: '数据共享免交: named, and asked of nobody' }) dataShared: boolean;
  @TextField() guidance: string;
  @TextField({ nullable: true, description: 'the condition in words, null when always asked' }) when: string | null;
  @ObjectField(() => MatterAskedView, { nullable: true, description: 'null when always asked' }) asked: MatterAskedView | null;
}

export class CodeView {
  @TextField({ min: 1, max: 32, pattern: /^[\w-]+$/ }) code: string;
  @TextField({ min: 1, max: 60 }) label: string;
}

export class MatterQuestionView {
  @TextField() code: string;
  @TextField() text: string;
  @ListField(() => CodeView) options: CodeView[];
}

export class MatterGuideView extends MatterCardView {
  @IntField() version: number;
  @DayField() effectiveFrom: string;
  @TextListField() steps: string[];
  @ListField(() => MatterQuestionView, { description: 'what decides about the checklist' }) questions: MatterQuestionView[];
  @ListField(() => MatterMaterialView) materials: MatterMaterialView[];
  @TextListField() notes: string[];
}

@ApiExtraModels(CodeView)
export class CodeTablesView {
  @TextField({ description: 'changes when any table does' }) version: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: { $ref: getSchemaPath(CodeView) } } })
  tables: Record<string, CodeView[]>;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'array', items: { $ref: getSchemaPath(CodeView) } }, description: 'entries that are closed by now: what was chosen before is read by them' })
  closed?: Record<string, CodeView[]>;
}

