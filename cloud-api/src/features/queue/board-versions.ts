import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Work } from '../../platform/persistence/work.ts';

/** The row is missing at most once, before a hall's first change; more tries than this mean it cannot be written at all. */
const TRIES = 3;

/**
 * The number of the board's state. Every change of a hall's queue begins by raising it: that row then belongs to the
 * unit of work until it ends, so the changes of one hall stand in line, locks are taken in one order, and no two
 * windows ever look at the same first person.
 */
@Injectable()
export class BoardVersions {
  constructor(private readonly dataSource: DataSource) {}

  async raise(work: Work, hallId: string): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const raised = await work.execute('UPDATE board_version SET version = version + 1 WHERE hall_id = ?', [hallId]);
      if (raised.affected > 0) return;
      if ((await work.sql.insertIfAbsent('board_version (hall_id, version) VALUES (?, 1)', [hallId])).affected > 0) return;
    }
    throw new Error('The board of this hall cannot be numbered: its row can be neither changed nor added');
  }

  async current(hallId: string): Promise<number> {
    const [row] = (await this.dataSource.query('SELECT version FROM board_version WHERE hall_id = ?', [hallId])) as { version: number }[];
    return row ? Number(row.version) : 0;
  }
}
