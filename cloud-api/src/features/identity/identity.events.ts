import { defineEvent } from '../../platform/events/event-kind.ts';

export const residentVerified = defineEvent<{ residentId: string }>('resident.verified');
/** A WeChat was tied to an account: its owner is told, in case it was somebody else. */
export const staffWechatBound = defineEvent<{ staffId: string; hallId: string }>('staff.wechat-bound');
/** It was untied, by its owner or by the security administrator. */
export const staffWechatUntied = defineEvent<{ staffId: string; hallId: string }>('staff.wechat-untied');
/** Password and second factor were reset by an administrator: the person is told, in case nobody asked for it. */
export const staffKeysReset = defineEvent<{ staffId: string; hallId: string }>('staff.keys-reset');
/** Whoever keeps rows by resident moves them from the one account to the other. */
export const accountsMerged = defineEvent<{ fromResidentId: string; intoResidentId: string }>('resident.merged');
