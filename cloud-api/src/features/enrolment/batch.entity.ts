import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** Handled cases, handed to the provincial system of record together. */
@Entity('case_batch')
@Index('ux_batch_number', ['hallId', 'number'], { unique: true })
export class CaseBatch {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('number', 32) number: string;
  @Text('state', 10) state: 'exported' | 'replied';
  @InstantColumn('created_at') createdAt: number;
  @Ref('created_by') createdBy: string;
  @InstantColumn('replied_at', { nullable: true }) repliedAt: number | null;
  @Version() version: number;
}

/** One case in a batch, with exactly what was handed over. */
@Entity('case_batch_row')
@Index('ux_batch_row_case', ['batchId', 'applicationId'], { unique: true })
export class CaseBatchRow {
  @Id() id: string;
  @Ref('batch_id') batchId: string;
  @Ref('application_id') applicationId: string;
  @Integer('position') position: number;
  @Text('outcome', 10) outcome: 'pending' | 'completed' | 'rejected';
  @Sealed('content', 'case-batch-row.content') content: string;
}
