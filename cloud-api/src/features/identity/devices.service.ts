import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ANYONE, type StaffActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { LiveHub, type LiveState } from '../../platform/realtime/live.hub.ts';
import type { DeviceView, PairedDeviceView, PairingCodeView, PairingInput } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { Device } from './staff.entity.ts';

const PAIRING_LIVES = 10 * 60_000;
const PAIRING_DIGITS = 8;
/** What a screen's own line says; a screen is revoked once and for good. */
const STANDING: LiveState = { version: 0, state: { revoked: false } };
const REVOKED: LiveState = { version: 1, state: { revoked: true } };

/** Hall screens: paired by a one-time code, revocable. */
@Injectable()
export class DevicesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly crypto: CryptoPort,
    private readonly hub: LiveHub,
  ) {}

  /** Each screen watches a line of its own, which says nothing but whether it has been revoked. */
  onModuleInit(): void {
    this.hub.provide('device', async (deviceId) => ((await this.dataSource.manager.findOneBy(Device, { id: deviceId }))?.revokedAt ? REVOKED : STANDING));
  }

  async list(actor: StaffActor): Promise<DeviceView[]> {
    const rows = await this.dataSource.manager.find(Device, { where: { hallId: actor.hallId }, order: { id: 'DESC' } });
    return rows.map((row) => ({ id: row.id, kind: row.kind, name: row.name, state: row.revokedAt ? 'revoked' : row.pairedAt ? 'paired' : 'waiting', pairedAt: row.pairedAt }));
  }

  async pairingCode(actor: StaffActor, input: PairingInput): Promise<PairingCodeView> {
    const code = this.crypto.randomDigits(PAIRING_DIGITS);
    return this.unitOfWork.run(actor, async (work) => {
      const deviceId = newId();
      const expiresAt = work.now + PAIRING_LIVES;
      await work.add(Device, { id: deviceId, hallId: actor.hallId, kind: input.kind, name: input.name, pairedAt: null, revokedAt: null, pairingMac: this.crypto.mac('pairing', code), pairingExpiresAt: expiresAt });
      work.audit('device.pairing-code', deviceId);
      return { deviceId, code, expiresAt };
    });
  }

  /** @throws PAIRING_CODE_WRONG also when it was used or is too old */
  async pair(code: string): Promise<PairedDeviceView> {
    return this.unitOfWork.run(ANYONE, async (work) => {
      const mac = this.crypto.mac('pairing', code);
      const device = await work.findOne(Device, { pairingMac: mac });
      if (!device || device.revokedAt !== null || (device.pairingExpiresAt ?? 0) <= work.now) throw identityErrors.PAIRING_CODE_WRONG();
      const used = await work.execute('UPDATE device SET pairing_mac = NULL, paired_at = ?, version = version + 1 WHERE id = ? AND pairing_mac = ?', [work.now, device.id, mac]);
      if (used.affected === 0) throw identityErrors.PAIRING_CODE_WRONG();
      work.audit('device.pair', device.id);
      const { token } = await this.sessions.issue(work, 'device', device.id);
      return { token, deviceId: device.id, kind: device.kind };
    });
  }

  /** A screen that hangs elsewhere now is called otherwise; it goes on showing. @throws NOT_FOUND, DEVICE_REVOKED */
  async rename(actor: StaffActor, deviceId: string, name: string): Promise<DeviceView[]> {
    await this.unitOfWork.run(actor, async (work) => {
      const device = await work.lock(Device, deviceId);
      if (device.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (device.revokedAt !== null) throw identityErrors.DEVICE_REVOKED();
      await work.change(Device, device, { name: name.trim() });
      work.audit('device.rename', deviceId);
    });
    return this.list(actor);
  }

  async revoke(actor: StaffActor, deviceId: string): Promise<DeviceView[]> {
    await this.unitOfWork.run(actor, async (work) => {
      const device = await work.lock(Device, deviceId);
      if (device.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      await work.change(Device, device, { revokedAt: work.now, pairingMac: null });
      await this.sessions.endAll(work, 'device', deviceId);
      work.audit('device.revoke', deviceId);
    });
    this.hub.publish(`device:${deviceId}`, REVOKED);
    return this.list(actor);
  }
}
