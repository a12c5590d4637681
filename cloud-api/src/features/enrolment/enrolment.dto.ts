import { IdField, IntField, TextField } from '../../platform/http/fields.ts';
import { AnswersField, type EnrolmentAnswers } from './answers.dto.ts';

export class OpenApplicationRequest {
  @TextField({ min: 1, max: 40 }) matterId: string;
  @IdField({ optional: true }) relativeId?: string;
}

export class DraftRequest {
  @IntField({ min: 1 }) version: number;
  @AnswersField() answers: EnrolmentAnswers;
}

export class ApplicationVersionRequest {
  @IntField({ min: 1 }) version: number;
}
