import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

/** Staff in WeChat: whose WeChat is whose, signing in to the console by scanning, a number to reach them by, and the second factor given anew. */
export class StaffWechat1763800000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'staff_wechat', {
      columns: [id(), ref('staff_id'), text('openid_index', 64), longText('openid_cipher'), instant('bound_at')],
      unique: [['ux_staff_wechat_staff', ['staff_id']], ['ux_staff_wechat_openid', ['openid_index']]],
      references: [['fk_staff_wechat_staff', 'staff_id', 'staff']],
    });
    await createTable(runner, 'scan_sign_in', {
      columns: [
        id(), text('scene_hash', 64), text('secret_hash', 64), text('browser', 60), text('place', 60), text('state', 12), nullable(ref('staff_id')),
        instant('created_at'), instant('expires_at'), nullable(instant('ended_at')),
      ],
      unique: [['ux_scan_scene', ['scene_hash']]],
      indices: [['ix_scan_expires', ['expires_at']]],
    });
    await runner.query('ALTER TABLE staff ADD COLUMN phone_cipher text NULL');
    await runner.query('ALTER TABLE session ADD COLUMN stepped_up_until bigint NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN stepped_up_until');
    await runner.query('ALTER TABLE staff DROP COLUMN phone_cipher');
    for (const table of ['scan_sign_in', 'staff_wechat']) await runner.dropTable(table);
  }
}
