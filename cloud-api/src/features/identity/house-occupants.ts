import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Halls } from '../hall/halls.ts';
import { People } from './people.ts';
import { Staff } from './staff.entity.ts';

/** Tells the administrators' rooms who works in a department and what people are called. */
@Injectable()
export class HouseOccupants implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    registry.namesFrom((ids) => this.people.staffNames(ids));
    registry.occupiedFrom('department', async (hallId, departmentId) => {
      const staff = await this.dataSource.manager.find(Staff, { where: { hallId, departmentId, active: true }, order: { badgeNumber: 'ASC' } });
      return staff.map(({ name }) => `${name}在这个科室`);
    });
  }
}
