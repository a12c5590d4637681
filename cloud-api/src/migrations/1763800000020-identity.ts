import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, id, instant, integer, longText, nullable, ref, text } from '../platform/persistence/schema.ts';

export class Identity1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'resident', {
      columns: [
        id(), text('assurance', 10), nullable(longText('name_cipher')), nullable(longText('citizen_id_cipher')), nullable(text('citizen_index', 64)), nullable(text('verified_index', 64)),
        nullable(longText('phone_cipher')), nullable(text('phone_index', 64)), integer('elder_mode'), instant('created_at'), nullable(ref('merged_into')), integer('version'),
      ],
      unique: [['ux_resident_verified', ['verified_index']]],
      indices: [['ix_resident_citizen', ['citizen_index']], ['ix_resident_phone', ['phone_index']]],
    });
    await createTable(runner, 'resident_identity', {
      columns: [id(), ref('resident_id'), text('kind', 8), text('subject_index', 64), longText('subject_cipher'), instant('created_at')],
      unique: [['ux_identity_subject', ['kind', 'subject_index']]],
      indices: [['ix_identity_resident', ['resident_id']]],
    });
    await createTable(runner, 'consent', {
      columns: [id(), ref('resident_id'), text('kind', 20), text('notice_version', 20), instant('given_at'), nullable(instant('withdrawn_at'))],
      indices: [['ix_consent_resident', ['resident_id', 'kind']]],
    });
    await createTable(runner, 'relative', {
      columns: [
        id(), ref('resident_id'), text('relation', 20), longText('name_cipher'), longText('citizen_id_cipher'), text('citizen_index', 64), nullable(text('open_index', 64)),
        nullable(ref('authority_picture_id')), text('authority_state', 10), nullable(day('authority_valid_until')), instant('created_at'), integer('version'),
      ],
      unique: [['ux_relative_person', ['resident_id', 'open_index']]],
    });
    await createTable(runner, 'one_time_code', {
      columns: [id(), text('phone_index', 64), text('code_mac', 64), integer('tries'), instant('created_at'), instant('expires_at'), nullable(instant('used_at'))],
      indices: [['ix_code_phone', ['phone_index', 'created_at']]],
    });
    await createTable(runner, 'staff', {
      columns: [
        id(), ref('hall_id'), nullable(ref('department_id')), text('user_name', 40), text('password_hash', 200), nullable(longText('totp_secret_cipher')), nullable(integer('totp_last_step')), nullable(day('second_factor_day')),
        integer('failed_sign_ins'), nullable(instant('locked_until')), text('name', 40), text('badge_number', 20), text('post', 40), nullable(ref('photo_picture_id')), integer('active'), integer('version'),
      ],
      unique: [['ux_staff_user_name', ['user_name']]],
    });
    await createTable(runner, 'staff_grant', { columns: [id(), ref('staff_id'), ref('hall_id'), longText('roles')], unique: [['ux_staff_grant', ['staff_id', 'hall_id']]] });
    await createTable(runner, 'device', {
      columns: [id(), ref('hall_id'), text('kind', 10), text('name', 40), nullable(instant('paired_at')), nullable(instant('revoked_at')), nullable(text('pairing_mac', 64)), nullable(instant('pairing_expires_at')), integer('version')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['device', 'staff_grant', 'staff', 'one_time_code', 'relative', 'consent', 'resident_identity', 'resident']) await runner.dropTable(table);
  }
}
