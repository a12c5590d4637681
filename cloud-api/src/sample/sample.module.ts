import { Module } from '@nestjs/common';
import { IdentityModule } from '../features/identity/identity.module.ts';
import { DemoPublicController } from './demo.public.controller.ts';
import { DemoQueries } from './demo.queries.ts';

@Module({ imports: [IdentityModule], controllers: [DemoPublicController], providers: [DemoQueries] })
export class SampleModule {}
