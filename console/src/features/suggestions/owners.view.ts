import type { SuggestionOwnerView } from '@hall/shared/api/views';

/** Those a suggestion may be given to, who has least in hand first. @param words part of a name, department or post; `except`: whose it is already */
export function ownersFor(owners: readonly SuggestionOwnerView[], words: string, except: string | null): SuggestionOwnerView[] {
  const sought = words.trim();
  return owners
    .filter((owner) => owner.id !== except && (sought === '' || [owner.name, owner.departmentName ?? '', owner.post].some((text) => text.includes(sought))))
    .sort((a, b) => a.open - b.open || a.name.localeCompare(b.name, 'zh-Hans-CN'));
}
