import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../auth/actor.ts';
import { Jobs } from '../jobs/jobs.ts';
import { sealedColumns, type SealedColumn } from '../persistence/sealed.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { FileStorage } from '../storage/file-storage.ts';
import { CryptoPort } from './crypto.port.ts';

const HOUR = 60 * 60_000;
const BATCH = 100;

export interface RotationReport {
  texts: number;
  files: number;
}

/** Writes anew, under the active key, whatever is still under an old one. Then the old key may leave the ring. */
@Injectable()
export class KeyRotation implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly files: FileStorage,
    private readonly jobs: Jobs,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('platform.rotate-keys', HOUR, () => this.rotate());
  }

  async rotate(): Promise<RotationReport> {
    let texts = 0;
    for (const column of sealedColumns()) texts += await this.rotateColumn(column);
    let files = 0;
    for await (const { id } of this.files.list()) if (await this.files.rotate(id)) files += 1;
    return { texts, files };
  }

  private async rotateColumn({ entity, column, place }: SealedColumn): Promise<number> {
    const table = this.dataSource.getMetadata(entity).tableName;
    // Every text begins with its suite and key: one written now shows the beginning that needs no rotation.
    const fresh = `${this.crypto.encryptField('', '').split('.').slice(0, 2).join('.')}.%`;
    let done = 0;
    for (;;) {
      const rows: { id: string; text: string }[] = await this.dataSource.query(`SELECT id, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> '' AND ${column} NOT LIKE ? LIMIT ${BATCH}`, [fresh]);
      if (rows.length === 0) return done;
      await this.unitOfWork.run(system('platform.rotate-keys'), async (work) => {
        for (const { id, text } of rows) {
          const anew = this.crypto.encryptField(this.crypto.decryptField(text, `${place}:${id}`), `${place}:${id}`);
          // Somebody may have written meanwhile: then the newer text stands.
          done += (await work.execute(`UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [anew, id, text])).affected;
        }
        work.audit('keys.rotate', null, { table, column, rows: rows.length });
      });
    }
  }
}
