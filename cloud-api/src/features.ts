import type { Type } from '@nestjs/common';
import { HallModule } from './features/hall/hall.module.ts';
import { IdentityModule } from './features/identity/identity.module.ts';
import { SampleModule } from './sample/sample.module.ts';

/** The rooms of the house. */
export const FEATURES: Type[] = [
  HallModule,
  IdentityModule,
  SampleModule,
];
