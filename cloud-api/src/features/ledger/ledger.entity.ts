import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { LedgerKind } from '@hall/shared/ledger/entry.rules';
import type { Frontier } from '@hall/shared/ledger/merkle.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** What a hall signs with. The public half stands in the ledger itself, on the hall screen and in every export; the private one is empty once a key is retired and the next one has sealed. */
@Entity('ledger_key')
@Index('ix_ledger_key', ['hallId', 'retiredAt'])
export class LedgerKey {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('public_key', 80) publicKey: string;
  @Sealed('private_key_cipher', 'ledger-key.private') privateKeyCipher: string;
  @InstantColumn('made_at') madeAt: number;
  @InstantColumn('retired_at', { nullable: true }) retiredAt: number | null;
}

/** Where a hall's ledger stands; its row is what the sequencer holds while it appends. The id is the hall's. */
@Entity('ledger_book')
@Index('ux_ledger_name', ['name'], { unique: true })
export class LedgerBook {
  @Id() id: string;
  /** Random: it names the ledger in signatures. */
  @Text('name', 22) name: string;
  @Integer('last_seq') lastSeq: number;
  @Text('last_hash', 64) lastHash: string;
  @Json('frontier') frontier: Frontier;
  @DayColumn('begun_on') begunOn: string;
  /** The last day that was sealed. */
  @DayColumn('sealed_to', { nullable: true }) sealedTo: string | null;
  @Version() version: number;
}

/** One entry. It is written with the change that made it true, and gets its place in the ledger afterwards, once for ever. */
@Entity('ledger_line')
@Index('ux_ledger_fact', ['hallId', 'factKey'], { unique: true })
@Index('ux_ledger_seq', ['hallId', 'seq'], { unique: true })
@Index('ix_ledger_kind', ['hallId', 'kind', 'seq'])
export class LedgerLine {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** What is said twice under one key is written once. It stays in the house. */
  @Text('fact_key', 120) factKey: string;
  @Text('kind', 30) kind: LedgerKind;
  @DayColumn('day') day: string;
  /** Canonical JSON. */
  @LongText('body') body: string;
  @InstantColumn('written_at') writtenAt: number;
  /** Waits for the seal of its day. */
  @Flag('for_seal', { default: 0 }) forSeal: boolean;
  @Integer('seq', { nullable: true }) seq: number | null;
  @Text('hash', 64, { nullable: true }) hash: string | null;
}

@Entity('ledger_checkpoint')
@Index('ux_ledger_checkpoint', ['hallId', 'day'], { unique: true })
export class LedgerCheckpoint {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @DayColumn('day') day: string;
  @Integer('size') size: number;
  @Text('root', 64) root: string;
  /** The checkpoint's own entry. */
  @Integer('seq') seq: number;
  @Text('signature', 120) signature: string;
  @Ref('key_id') keyId: string;
}

/** A full subtree of the ledger's tree: the hash over the `2 ** level` entries from `position * 2 ** level + 1` on. */
@Entity('ledger_node')
export class LedgerNode {
  @PrimaryColumn({ name: 'hall_id', type: 'varchar', length: 36 }) hallId: string;
  @PrimaryColumn({ name: 'level', type: 'integer' }) level: number;
  @PrimaryColumn({ name: 'position', type: 'integer' }) position: number;
  @Text('hash', 64) hash: string;
}

/** The random name something bears in the ledger, and the salt of what is sealed about it. Without this row nobody can tell whose entries those are. */
@Entity('ledger_code')
@Index('ux_ledger_code_subject', ['hallId', 'kind', 'subjectId'], { unique: true })
@Index('ux_ledger_code', ['code'], { unique: true })
export class LedgerCode {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('kind', 20) kind: string;
  @Text('subject_id', 64) subjectId: string;
  @Text('code', 22) code: string;
  @Text('salt', 22) salt: string;
}
