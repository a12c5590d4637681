import { OPEN_STATES, type OpenState } from '@hall/shared/calendar/opening.rules';
import { ChoiceField, FlagField, InstantField, IntField, ListField, TextField } from '../../platform/http/fields.ts';

export class ClassWaitView {
  @ChoiceField(['booked', 'walkin', 'care']) cls: 'booked' | 'walkin' | 'care';
  @TextField() label: string;
  @IntField() count: number;
  @IntField({ nullable: true }) lowMinutes: number | null;
  @IntField({ nullable: true }) highMinutes: number | null;
}

export class HallOverviewView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() address: string;
  @TextField() phone: string;
  @ChoiceField(OPEN_STATES) openState: OpenState;
  @TextField({ description: 'whether the hall is open and until when, as one sentence' }) sentence: string;
  @TextField({ nullable: true, description: 'HH:mm, null on a day without service' }) opensAt: string | null;
  @TextField({ nullable: true }) closesAt: string | null;
  @ListField(() => ClassWaitView) waiting: ClassWaitView[];
  @TextField() motto: string;
  @TextField() smile: string;
  @TextField({ nullable: true, description: 'name and post of whoever leads the hall today' }) dutyLeader: string | null;
  @FlagField({ description: 'the hours told here rest on a year whose holidays are not officially announced yet' }) provisional: boolean;
  @InstantField() serverTime: number;
  @FlagField() demo: boolean;
}
