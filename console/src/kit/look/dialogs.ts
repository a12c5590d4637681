import type { ModalConfig } from 'antd/es/config-provider/context';

/** A click beside a dialog is a slip of the hand: it must not throw away what was typed. Only its own buttons and Escape close it. */
export const dialogs: ModalConfig = { mask: { closable: false } };
