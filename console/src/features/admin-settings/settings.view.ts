import type { HouseSubjectView } from '@hall/shared/api/views';
import { SETTING_GROUPS, settingOf, settingText } from '@hall/shared/house/settings.catalogue';
import type { Setting, SettingGroup } from '@hall/shared/house/settings.catalogue';

export interface SettingRow { subject: HouseSubjectView; setting: Setting<unknown>; text: string; usualText: string; isUsual: boolean }
export interface SettingSection { group: SettingGroup; title: string; rows: SettingRow[] }

/** The settings in groups, in the catalogue's order. @param departmentName what a department is called */
export function sectionsOf(subjects: readonly HouseSubjectView[], departmentName: (id: string) => string): SettingSection[] {
  const rows = subjects.flatMap((subject): SettingRow[] => {
    const setting = settingOf(subject.id);
    if (!setting) return [];
    const [text, usualText] = [subject.facts['value'], setting.usual].map((value) => settingText(subject.id, value, departmentName));
    return [{ subject, setting, text: text!, usualText: usualText!, isUsual: text === usualText }];
  });
  return (Object.keys(SETTING_GROUPS) as SettingGroup[]).flatMap((group) => {
    const inside = rows.filter(({ setting }) => setting.group === group);
    return inside.length === 0 ? [] : [{ group, title: SETTING_GROUPS[group], rows: inside }];
  });
}
