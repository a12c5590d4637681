import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** Matters are written by the hall itself: drafts, who published which version and why. Leaflets and contacts on the public guide. Every loading of a calendar year. */
export class MatterVersions1763800000370 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'matter_draft', {
      columns: [
        id(), text('matter_id', 40), integer('position'), longText('content'), text('note', 200), nullable(integer('restores')), text('state', 10), nullable(text('open_key', 40)), nullable(text('shipped_key', 80)),
        nullable(ref('created_by')), instant('created_at'), nullable(ref('changed_by')), instant('changed_at'), nullable(integer('published_version')), integer('version'),
      ],
      unique: [['ux_matter_draft_open', ['open_key']], ['ux_matter_draft_shipped', ['shipped_key']]],
      indices: [['ix_matter_draft_matter', ['matter_id', 'created_at']]],
    });
    for (const [column, type] of VERSION_COLUMNS) await runner.query(`ALTER TABLE matter_version ADD COLUMN ${column} ${type} NULL`);
    await runner.query("ALTER TABLE guide_version ADD COLUMN kind varchar(10) NOT NULL DEFAULT 'question'");
    await runner.query('ALTER TABLE guide_version ADD COLUMN source varchar(120) NULL');
    await runner.query('ALTER TABLE guide_version ADD COLUMN phone varchar(30) NULL');
    await createTable(runner, 'calendar_loading', {
      columns: [id(), integer('year'), integer('number'), integer('provisional'), text('source', 200), longText('days'), instant('loaded_at'), nullable(ref('loaded_by'))],
      unique: [['ux_calendar_loading', ['year', 'number']]],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_loading');
    for (const column of ['phone', 'source', 'kind']) await runner.query(`ALTER TABLE guide_version DROP COLUMN ${column}`);
    for (const [column] of VERSION_COLUMNS) await runner.query(`ALTER TABLE matter_version DROP COLUMN ${column}`);
    await runner.dropTable('matter_draft');
  }
}

const VERSION_COLUMNS = [['published_by', 'varchar(36)'], ['reason', 'varchar(200)'], ['restores', 'integer'], ['withdrawn_at', 'bigint'], ['withdrawn_by', 'varchar(36)'], ['withdrawal', 'varchar(200)']] as const;
