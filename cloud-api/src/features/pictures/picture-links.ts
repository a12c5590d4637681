import { Injectable } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { linkErrors } from './pictures.errors.ts';

const GOOD_FOR = 2 * MINUTE;
const PURPOSE = 'picture-link';
const TOKEN = /^([\w-]{36})\.([rs])([\w-]{36})\.([0-9a-z]{1,10})\.([0-9a-f]{64})$/;

/** Whom a link was made for, as the audit writes it. */
export interface LinkHolder {
  kind: 'resident' | 'staff';
  id: string;
}

/**
 * Short-lived links to pictures. A page cannot send its session with an `<img>`, so the link itself is the right to
 * look: signed, bound to the person it was made for, and soon over.
 */
@Injectable()
export class PictureLinks {
  constructor(private readonly crypto: CryptoPort) {}

  make(pictureId: string, holder: LinkHolder, now: number): { token: string; expiresAt: number } {
    const expiresAt = now + GOOD_FOR;
    const said = `${pictureId}.${holder.kind === 'resident' ? 'r' : 's'}${holder.id}.${expiresAt.toString(36)}`;
    return { token: `${said}.${this.crypto.mac(PURPOSE, said)}`, expiresAt };
  }

  /** @throws NOT_FOUND for anything we did not sign, FILE_LINK_EXPIRED afterwards */
  read(token: string, now: number): { pictureId: string; holder: LinkHolder } {
    const [, pictureId, kind, holderId, expiry, mac] = TOKEN.exec(token) ?? [];
    if (!pictureId || !kind || !holderId || !expiry || !mac) throw platformErrors.NOT_FOUND();
    if (!this.crypto.verifyMac(PURPOSE, `${pictureId}.${kind}${holderId}.${expiry}`, mac)) throw platformErrors.NOT_FOUND();
    if (now >= Number.parseInt(expiry, 36)) throw linkErrors.FILE_LINK_EXPIRED();
    return { pictureId, holder: { kind: kind === 'r' ? 'resident' : 'staff', id: holderId } };
  }
}
