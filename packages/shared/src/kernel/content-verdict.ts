/** The content check: `doubtful` waits for a person's eyes and is not public before; `refused` was looked at and stays out of public. */
export type ContentVerdict = 'clean' | 'doubtful' | 'refused';

export const CONTENT_VERDICT_LABELS: Record<ContentVerdict, string> = { clean: '可以公开', doubtful: '待复核', refused: '不公开' };
