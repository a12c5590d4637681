import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Ground } from './platform/platform.module.ts';
import { FEATURES } from './features.ts';

@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(ground), ...FEATURES] };
  }
}
