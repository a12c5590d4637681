/** The frame of the rooms, fetched apart: whoever only signs in does without its weight. */
export const fetchShell = () => import('./Shell.tsx');
