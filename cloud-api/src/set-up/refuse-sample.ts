import type { DataSource } from 'typeorm';
import { Hall } from '../features/hall/hall.entity.ts';
import { ResidentIdentity } from '../features/identity/resident.entity.ts';
import type { Settings } from '../platform/config/settings.ts';

/** The demo's people and passwords are known to everybody. @throws Error when production is pointed at them */
export async function refuseSample(settings: Pick<Settings, 'HALL_MODE'>, dataSource: DataSource): Promise<void> {
  if (settings.HALL_MODE !== 'production') return;
  const found = (await dataSource.manager.existsBy(Hall, { sample: true })) || (await dataSource.manager.existsBy(ResidentIdentity, { kind: 'demo' }));
  if (found) throw new Error('这是演示数据库，正式环境不使用。This database holds the sample hall: production refuses it.');
}
