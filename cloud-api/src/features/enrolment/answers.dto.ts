import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsDefined, IsObject } from 'class-validator';
import { FlagField, IntField, ListField, TextField } from '../../platform/http/fields.ts';

export class OtherPension {
  @TextField() kind: string;
  @TextField({ description: 'YYYY-MM' }) from: string;
  @TextField({ nullable: true, description: 'YYYY-MM, null while it goes on' }) to: string | null;
}

/** Everything the form asks. All optional while a draft; an empty text clears an answer. */
export class EnrolmentAnswers {
  @TextField({ optional: true }) name?: string;
  @TextField({ optional: true }) citizenId?: string;
  @TextField({ optional: true }) ethnicGroup?: string;
  @TextField({ optional: true }) phone?: string;
  @TextField({ optional: true }) householdArea?: string;
  @TextField({ optional: true }) householdAddress?: string;
  @TextField({ optional: true }) householdType?: string;
  @FlagField({ optional: true }) isStudent?: boolean;
  @FlagField({ optional: true }) isCivilServant?: boolean;
  @FlagField({ optional: true }) hasEmployeePension?: boolean;
  @ListField(() => OtherPension, { optional: true, max: 10 }) otherPensions?: OtherPension[];
  @IntField({ optional: true }) tierYuan?: number;
  @TextField({ optional: true }) specialGroup?: string;
  @IntField({ optional: true }) assessmentYear?: number;
  @TextField({ optional: true }) bankCode?: string;
  @TextField({ optional: true }) bankCard?: string;
  @FlagField({ optional: true }) declarationAccepted?: boolean;
}

/** Answers as sent: the shared rules of the form check them, so that both sides refuse with the same words. */
export const AnswersField = (): PropertyDecorator => applyDecorators(ApiProperty({ type: () => EnrolmentAnswers }), IsDefined(), IsObject());
