import type { Type } from '@nestjs/common';

/** The rooms of the house. */
export const FEATURES: Type[] = [];
