declare module '*.scss';
declare module '*.png';

/** Origin of the hall's API without `/api`; empty on H5, where the page and the API share one origin. */
declare const HALL_API_BASE: string;
