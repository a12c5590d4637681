import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CodeTableCardView } from './code-rooms.dto.ts';
import { KEPT_TABLES, TABLE_WORDS } from './data/code-tables.data.ts';
import { CodeEntry } from './matter.entity.ts';

/** The tables a hall keeps, at a glance. */
@Injectable()
export class CodeRoomsQueries {
  constructor(private readonly dataSource: DataSource) {}

  async cards(): Promise<CodeTableCardView[]> {
    const rows = await this.dataSource.manager.find(CodeEntry, { select: { id: true, tableName: true, active: true } });
    return KEPT_TABLES.map((table) => {
      const entries = rows.filter(({ tableName }) => tableName === table);
      const open = entries.filter(({ active }) => active).length;
      return { table, ...TABLE_WORDS[table], open, closed: entries.length - open };
    });
  }
}
