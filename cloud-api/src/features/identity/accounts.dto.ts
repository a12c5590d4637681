import type { StaffRole } from '@hall/shared/identity/permissions';
import { FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { HouseChange, HousePlanView, TableProblemView } from '../hall/house.dto.ts';

export class OpenWorkView {
  @TextField({ nullable: true, description: 'goes back to hand it on; null for what is ended in its own room' }) key: string | null;
  @TextField({ nullable: true, description: 'the permission a successor must have; null beside a key: it passes to nobody and ends here' }) needs: string | null;
  @TextField({ description: 'what still lies in this person\'s hands, without personal data of residents' }) text: string;
}

export class AccountDepartmentView {
  @TextField() id: string;
  @TextField() name: string;
}

export class AccountView {
  @TextField() id: string;
  @TextField() userName: string;
  @TextField() name: string;
  @TextField() badgeNumber: string;
  @TextField() post: string;
  @TextField({ nullable: true }) departmentId: string | null;
  @TextField() departmentName: string;
  @TextListField() roles: StaffRole[];
  @TextField() rolesInWords: string;
  @FlagField() active: boolean;
  @FlagField({ description: 'an administrator: roles are taken away before the account is reset or closed' }) administrator: boolean;
  @InstantField({ nullable: true, description: 'the first sign-in is awaited until then; null when it has happened' }) oneTimeUntil: number | null;
  @InstantField({ nullable: true }) lockedUntil: number | null;
  @FlagField() hasWechat: boolean;
  @TextField({ nullable: true, description: 'goes back with a change of facts; null for a closed account' }) stamp: string | null;
  @TextField({ nullable: true, description: 'goes back with a change of roles; null for a closed account' }) rolesStamp: string | null;
  @ObjectField(() => HousePlanView, { nullable: true }) planned: HousePlanView | null;
  @IntField() version: number;
}

export class AccountRoomView {
  @TextField() today: string;
  @ListField(() => AccountView, { max: 5000 }) items: AccountView[];
  @ListField(() => AccountDepartmentView) departments: AccountDepartmentView[];
  @ListField(() => HousePlanView) plans: HousePlanView[];
}

export class NewAccount {
  @TextField({ min: 2, max: 40, pattern: /^[a-z][a-z0-9._-]{1,39}$/, description: 'to sign in with' }) userName: string;
  @TextField({ max: 40 }) name: string;
  @TextField({ max: 20 }) badgeNumber: string;
  @TextField({ max: 40 }) post: string;
  @IdField({ nullable: true }) departmentId: string | null;
}

export class NewAccounts {
  @ListField(() => NewAccount, { min: 1, max: 200 }) accounts: NewAccount[];
}

export class FirstKeyView {
  @TextField() staffId: string;
  @TextField() userName: string;
  @TextField() name: string;
  @TextField({ nullable: true, description: 'shown this once; null when the same request comes again' }) password: string | null;
  @InstantField({ description: 'until when it opens the first sign-in' }) until: number;
}

export class FirstKeyList {
  @ListField(() => FirstKeyView) items: FirstKeyView[];
}

export class AccountStep {
  @TextField({ min: 2, max: 200 }) reason: string;
  @IntField({ min: 1 }) version: number;
}

export class HandOnRequest {
  @TextField({ max: 80, pattern: /^[a-z-]+:[\w-]+$/ }) key: string;
  @IdField({ nullable: true, description: 'null for what passes to nobody' }) toStaffId: string | null;
  @TextField({ min: 2, max: 200 }) reason: string;
}

export class AccountOpenWorkView {
  @ListField(() => OpenWorkView) items: OpenWorkView[];
}

export class AccountImportChangeView {
  @IntField() row: number;
  @TextField() label: string;
  @TextListField() lines: string[];
  @ObjectField(() => HouseChange) change: HouseChange;
}

export class AccountImportNewView {
  @IntField() row: number;
  @ObjectField(() => NewAccount) account: NewAccount;
}

/** What a sheet of staff would change; nothing is saved by looking. */
export class AccountImportView {
  @ListField(() => AccountImportNewView, { max: 2000 }) begins: AccountImportNewView[];
  @ListField(() => AccountImportChangeView, { max: 2000 }) changes: AccountImportChangeView[];
  @IntField() same: number;
  @ListField(() => TableProblemView, { max: 2000 }) problems: TableProblemView[];
}
