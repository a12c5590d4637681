import type { Who } from './doors.ts';

/** The doors of the administrators' rooms beside those of accounts, rights and audit. */
export const ADMINISTRATORS_DOORS: Readonly<Record<string, Who>> = {
  // The security administrator's: what data is encrypted with and what the ledger is signed with.
  'GET /api/staff/keys': 'key.rotate',
  'POST /api/staff/keys/rotation': 'key.rotate + step-up',
  'GET /api/staff/ledger-key': 'key.rotate',
  'POST /api/staff/ledger-key/change': 'key.rotate + step-up',
  // The system administrator's: settings about how the programs work.
  'GET /api/staff/settings': 'settings.edit',
  'POST /api/staff/settings/preview': 'settings.edit',
  'POST /api/staff/settings/changes': 'settings.edit',
  'POST /api/staff/settings/plans/:id/withdraw': 'settings.edit',
  'POST /api/staff/settings/plans/:id/undo': 'settings.edit',
  // The content's keepers: the tables people choose from.
  'GET /api/staff/code-tables': 'guide.edit',
  'GET /api/staff/code-tables/:table': 'guide.edit',
  'POST /api/staff/code-tables/:table/preview': 'guide.edit',
  'POST /api/staff/code-tables/:table/changes': 'guide.edit',
  'POST /api/staff/code-tables/:table/plans/:id/withdraw': 'guide.edit',
  'POST /api/staff/code-tables/:table/plans/:id/undo': 'guide.edit',
  'GET /api/staff/code-tables/:table/list.xlsx': 'guide.edit',
  'POST /api/staff/code-tables/:table/import': 'guide.edit',
  // Somebody who had left is back.
  'POST /api/staff/accounts/:id/reopen': 'account.edit + step-up',
  // What lay in the hands of somebody who leaves.
  'POST /api/staff/accounts/:id/hand-on': 'account.edit',
};
