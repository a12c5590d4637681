import { Type } from 'class-transformer';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, OpenObjectField, TextField } from '../../platform/http/fields.ts';

export class LedgerHallQuery {
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}

export class LedgerPageQuery extends LedgerHallQuery {
  @Type(() => Number) @IntField({ optional: true, min: 1, description: 'entries before this number; the newest when left out' }) before?: number;
  @TextField({ optional: true, max: 30, pattern: /^[a-z.]+$/ }) kind?: string;
}

export class LedgerCheckpointView {
  @DayField() day: string;
  @IntField({ description: 'how many entries it seals' }) size: number;
  @TextField() root: string;
  @TextField({ description: 'its first signs, as they stand on the hall screen and on slips' }) shortCode: string;
  @TextField() signature: string;
}

export class LedgerStateView {
  @FlagField() begun: boolean;
  @TextField({ nullable: true }) ledger: string | null;
  @TextField() hall: string;
  @DayField({ nullable: true }) begunOn: string | null;
  @IntField() entries: number;
  @TextField({ nullable: true, description: 'what entries are signed with: Ed25519, SubjectPublicKeyInfo as base64url' }) publicKey: string | null;
  @IntField({ description: 'entries still waiting for their place' }) waiting: number;
  @IntField({ description: 'how long the oldest of them has waited, seconds' }) lagSeconds: number;
  @ObjectField(() => LedgerCheckpointView, { nullable: true, description: 'the last day sealed' }) checkpoint: LedgerCheckpointView | null;
}

export class LedgerKeyView {
  @TextField() publicKey: string;
  @InstantField() madeAt: number;
  @InstantField({ nullable: true }) retiredAt: number | null;
  @IntField({ description: 'how many seals bear it' }) seals: number;
  @ChoiceField(['in-use', 'next', 'last-seal', 'destroyed'], { description: 'next: made and handed over to, signs from the next seal on; last-seal: signed the last seal and is destroyed with the next' }) state: 'in-use' | 'next' | 'last-seal' | 'destroyed';
}

/** The signing keys of a hall's ledger, the newest first; public halves alone. */
export class LedgerKeyRoomView {
  @TextField({ nullable: true }) ledger: string | null;
  @ListField(() => LedgerKeyView) keys: LedgerKeyView[];
  @DayField({ nullable: true, description: 'the last day sealed' }) sealedTo: string | null;
  @FlagField({ description: 'whether it may be changed now: once between two seals' }) mayChange: boolean;
}

export class LedgerKeyChange {
  @TextField({ min: 2, max: 200 }) reason: string;
  @TextField({ max: 80, description: 'the public key that was shown' }) seen: string;
}

export class LedgerEntryView {
  @IntField() seq: number;
  @TextField() kind: string;
  @TextField() kindLabel: string;
  @DayField() day: string;
  @OpenObjectField() body: Record<string, unknown>;
  @TextField() hash: string;
}

export class LedgerPage {
  @ListField(() => LedgerEntryView) items: LedgerEntryView[];
  @IntField({ nullable: true, description: 'ask for entries before this one next; null at the beginning of the ledger' }) next: number | null;
}

export class LedgerCheckpointList {
  @ListField(() => LedgerCheckpointView) items: LedgerCheckpointView[];
}

