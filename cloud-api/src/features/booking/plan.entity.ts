import { Entity, Index } from 'typeorm';
import { DayColumn, Flag, Id, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** A hall's plan of slots as one thing with one version; its id is the hall's. */
@Entity('booking_plan')
export class BookingPlan {
  @Id() id: string;
  @Version() version: number;
}

/** One stretch of the weekly plan; what each number means is said at `SlotPattern`. */
@Entity('booking_pattern')
@Index('ix_pattern_hall', ['hallId', 'position'])
export class BookingPattern {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Integer('position') position: number;
  @Json('weekdays') weekdays: number[];
  @Text('from_clock', 5) from: string;
  @Text('to_clock', 5) to: string;
  @Integer('slot_minutes') slotMinutes: number;
  @Integer('capacity') capacity: number;
  /** In ten-thousandths, because decimals read differently on the two engines. */
  @Integer('walk_in_share', { transformer: { to: (share: number) => Math.round(share * 10_000), from: (stored: number) => stored / 10_000 } }) walkInShare: number;
  @Integer('express_places') expressPlaces: number;
  @Integer('reserved_express') reservedExpress: number;
  @Integer('reserved_regular') reservedRegular: number;
  @DayColumn('effective_from') effectiveFrom: string;
  @DayColumn('effective_to', { nullable: true }) effectiveTo: string | null;
  @Flag('on_extra_workdays') onExtraWorkdays: boolean;
}

/** A stretch in which nothing can be booked; without times the whole day. */
@Entity('booking_closure')
@Index('ix_closure_hall', ['hallId', 'day'])
export class BookingClosure {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @DayColumn('day') day: string;
  @Text('from_clock', 5, { nullable: true }) from: string | null;
  @Text('to_clock', 5, { nullable: true }) to: string | null;
  @Text('reason', 100) reason: string;
}
