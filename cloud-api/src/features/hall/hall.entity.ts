import { Entity, Index } from 'typeorm';
import { Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** One service hall of the bureau. Every hall-owned row and every grant names its hall. */
@Entity('hall')
export class Hall {
  @Id() id: string;
  @Text('name', 80) name: string;
  @Text('area_code', 12) areaCode: string;
  @Text('address', 120) address: string;
  @Text('phone', 30) phone: string;
  @Text('motto', 60) motto: string;
  @Text('smile', 60) smile: string;
  /** `HH:mm`, Asia/Shanghai. */
  @Text('open_from', 5) openFrom: string;
  @Text('open_to', 5) openTo: string;
  /** True for the demo's invented hall: the server refuses to serve it in production. */
  @Flag('sample') sample: boolean;
  @Version() version: number;
}

@Entity('department')
export class Department {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('name', 60) name: string;
  @Text('phone', 30, { nullable: true }) phone: string | null;
  @Integer('position') position: number;
  /** Null while it is in use. */
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
}

/** A counter where residents are served. */
@Entity('hall_window')
@Index('ix_window_hall', ['hallId', 'position'])
export class HallWindow {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('label', 20) label: string;
  @Integer('position') position: number;
  /** Ids of the matters that can be handled here. */
  @Json('skills') skills: string[];
  @Text('state', 8) state: 'closed' | 'open' | 'paused';
  @Ref('clerk_id', { nullable: true }) clerkId: string | null;
  @InstantColumn('opened_at', { nullable: true }) openedAt: number | null;
  /** Since when nobody can open it any more; null while it is in use. */
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @Version() version: number;
}

/** A setting of one hall; the catalogue of settings says what each means and what holds without a row. */
@Entity('hall_setting')
@Index('ux_hall_setting', ['hallId', 'name'], { unique: true })
export class HallSetting {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('name', 60) name: string;
  @Json('value') value: unknown;
  @Version() version: number;
}
