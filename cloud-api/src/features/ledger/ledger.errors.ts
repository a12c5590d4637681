import { defineErrors } from '../../platform/errors/domain-error.ts';

export const ledgerErrors = defineErrors({
  LEDGER_NOTHING_SEALED: { status: 404, title: '账本每天夜里封账一次，第一天还没有封好，请明天再来下载。' },
});
