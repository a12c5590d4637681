import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { system, type StaffActor } from '../auth/actor.ts';
import { Clock } from '../clock/clock.ts';
import { Jobs } from '../jobs/jobs.ts';
import { newId } from '../persistence/new-id.ts';
import { KeyRotationWalk } from '../persistence/platform.entities.ts';
import { sealedColumns, type SealedColumn } from '../persistence/sealed.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import type { Work } from '../persistence/work.ts';
import { FileStorage } from '../storage/file-storage.ts';
import { CryptoPort } from './crypto.port.ts';

const JOB = 'platform.rotate-keys';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BATCH = 100;
const clockwork = system(JOB);

export interface RotationReport {
  texts: number;
  files: number;
}

/** How many texts of a column are encrypted, and how many of them under each key of the ring, in the ring's order. */
export interface ColumnSurvey {
  place: string;
  total: number;
  byKey: number[];
}

/** Writes anew, under the active key, whatever is still under an old one: each hour, and when somebody asks. Then the old key may leave the ring. */
@Injectable()
export class KeyRotation implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly files: FileStorage,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every(JOB, MINUTE, () => this.turn());
  }

  /** Asks for a walk; one that was asked for or is under way is the answer to both. */
  async ask(actor: StaffActor): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      work.audit('keys.ask-rotation', null, { key: this.crypto.ring().activeId });
      if ((await work.findOne(KeyRotationWalk, { endedAt: IsNull() })) === null) await this.add(work, actor.id);
    });
    this.jobs.soon(JOB);
  }

  /** The last walks, the newest first. */
  walks(): Promise<KeyRotationWalk[]> {
    return this.dataSource.manager.find(KeyRotationWalk, { order: { askedAt: 'DESC', id: 'DESC' }, take: 10 });
  }

  async survey(): Promise<ColumnSurvey[]> {
    const { keys } = this.crypto.ring();
    const found: ColumnSurvey[] = [];
    for (const { entity, column, place } of sealedColumns()) {
      const table = this.dataSource.getMetadata(entity).tableName;
      const sums = keys.map((_, at) => `, SUM(CASE WHEN ${column} LIKE ? THEN 1 ELSE 0 END) AS k${at}`).join('');
      const [row] = await this.dataSource.query<Record<string, number | string | null>[]>(`SELECT COUNT(*) AS total${sums} FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> ''`, keys.map(({ suite, id }) => `${suite}.${id}.%`));
      found.push({ place, total: Number(row!['total']), byKey: keys.map((_, at) => Number(row![`k${at}`] ?? 0)) });
    }
    return found;
  }

  async rotate(): Promise<RotationReport> {
    const open = await this.dataSource.manager.findOne(KeyRotationWalk, { where: { endedAt: IsNull() }, order: { askedAt: 'ASC' } });
    const walk = open ?? (await this.unitOfWork.run(clockwork, (work) => this.add(work, null)));
    await this.note(walk.id, 'begun_at = ?, key_id = ?', [this.clock.now(), this.crypto.ring().activeId]);
    let [texts, files, seen] = [0, 0, 0];
    for (const column of sealedColumns()) texts += await this.rotateColumn(column, walk.id);
    for await (const { id } of this.files.list()) {
      seen += 1;
      if (await this.files.rotate(id)) files += 1;
      if (seen % BATCH === 0) await this.note(walk.id, 'files = ?, files_seen = ?', [files, seen]);
    }
    await this.note(walk.id, 'files = ?, files_seen = ?, ended_at = ?', [files, seen, this.clock.now()]);
    return { texts, files };
  }

  /** What was asked for, or what broke off, at once; else each hour. */
  private async turn(): Promise<void> {
    const [last] = await this.walks();
    if (!last || last.endedAt === null || last.endedAt <= this.clock.now() - HOUR) await this.rotate();
  }

  /** Walks nobody asked for and that found nothing to do are kept only until the next. */
  private async add(work: Work, askedBy: string | null): Promise<KeyRotationWalk> {
    await work.execute('DELETE FROM key_rotation WHERE asked_by IS NULL AND texts = 0 AND files = 0 AND ended_at IS NOT NULL', []);
    return work.add(KeyRotationWalk, { id: newId(), askedAt: work.now, askedBy, begunAt: null, endedAt: null, keyId: this.crypto.ring().activeId, texts: 0, files: 0, filesSeen: 0 });
  }

  private async note(walkId: string, changes: string, values: (number | string)[]): Promise<void> {
    await this.unitOfWork.run(clockwork, (work) => work.execute(`UPDATE key_rotation SET ${changes} WHERE id = ?`, [...values, walkId]));
  }

  private async rotateColumn({ entity, column, place }: SealedColumn, walkId: string): Promise<number> {
    const table = this.dataSource.getMetadata(entity).tableName;
    // Every text begins with its suite and key: one written now shows the beginning that needs no rotation.
    const fresh = `${this.crypto.encryptField('', '').split('.').slice(0, 2).join('.')}.%`;
    let done = 0;
    for (;;) {
      const rows: { id: string; text: string }[] = await this.dataSource.query(`SELECT id, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> '' AND ${column} NOT LIKE ? LIMIT ${BATCH}`, [fresh]);
      if (rows.length === 0) return done;
      await this.unitOfWork.run(clockwork, async (work) => {
        let written = 0;
        for (const { id, text } of rows) {
          const anew = this.crypto.encryptField(this.crypto.decryptField(text, `${place}:${id}`), `${place}:${id}`);
          // Somebody may have written meanwhile: then the newer text stands.
          written += (await work.execute(`UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [anew, id, text])).affected;
        }
        await work.execute('UPDATE key_rotation SET texts = texts + ? WHERE id = ?', [written, walkId]);
        work.audit('keys.rotate', null, { table, column, rows: rows.length });
        done += written;
      });
    }
  }
}
