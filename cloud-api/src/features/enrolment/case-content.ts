import { Injectable } from '@nestjs/common';
import type { Assessment } from '@hall/shared/enrolment/assessment.rules';
import type { EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Application } from './application.entity.ts';

/** Each encrypted column, bound to its row: text moved elsewhere does not decrypt. */
const PLACES = {
  answers: 'application.content', returned: 'application.returned-content', assessment: 'application.assessment', rejection: 'application.rejection',
  mark: 'review-mark.sentence', step: 'case-step.note', notice: 'once-only-notice.content', row: 'case-batch-row.content',
} as const;
type Place = keyof typeof PLACES;

export interface Rejection {
  reason: string;
  deadline: string | null;
}

/** Opens and seals what a case says about a person. */
@Injectable()
export class CaseContent {
  constructor(private readonly crypto: CryptoPort) {}

  seal(place: Place, rowId: string, value: unknown): string {
    return this.crypto.encryptField(JSON.stringify(value), `${PLACES[place]}:${rowId}`);
  }

  open<T>(place: Place, rowId: string, sealed: string): T {
    return JSON.parse(this.crypto.decryptField(sealed, `${PLACES[place]}:${rowId}`)) as T;
  }

  answersOf(row: Application): EnrolmentAnswers {
    return this.open('answers', row.id, row.content);
  }

  returnedAnswersOf(row: Application): EnrolmentAnswers | null {
    return row.returnedContent === null ? null : this.open('returned', row.id, row.returnedContent);
  }

  assessmentOf(row: Application): Assessment | null {
    return row.assessment === null ? null : this.open('assessment', row.id, row.assessment);
  }

  rejectionOf(row: Application): Rejection | null {
    return row.rejection === null ? null : this.open('rejection', row.id, row.rejection);
  }
}
