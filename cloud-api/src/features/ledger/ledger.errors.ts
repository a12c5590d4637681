import { defineErrors } from '../../platform/errors/domain-error.ts';

export const ledgerErrors = defineErrors({
  LEDGER_NOT_BEGUN: { status: 409, title: '账本还没有启用，等它记下第一条再换密钥' },
  LEDGER_KEY_UNSEALED: { status: 409, title: '上一次换的密钥还没有封过账，请等今晚封账以后再换' },
  LEDGER_KEY_CHANGED: { status: 409, title: '密钥刚刚换过，请看一看现在的公钥再决定' },
  LEDGER_NOTHING_SEALED: { status: 404, title: '账本每天夜里封账一次，第一天还没有封好，请明天再来下载。' },
});
