import { Injectable } from '@nestjs/common';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { KeyRotation } from '../../platform/crypto/key-rotation.ts';
import type { KeyRoomView, RotationWalkView } from './keys.dto.ts';
import { People } from './people.ts';

/** The key ring as the security administrator sees it: names and counts, never a secret. */
@Injectable()
export class KeyQueries {
  constructor(
    private readonly crypto: CryptoPort,
    private readonly rotation: KeyRotation,
    private readonly people: People,
  ) {}

  async room(): Promise<KeyRoomView> {
    const { activeId, keys, indexSuite } = this.crypto.ring();
    const [places, rows] = [await this.rotation.survey(), await this.rotation.walks()];
    const names = await this.people.staffNames(rows.flatMap(({ askedBy }) => askedBy ?? []));
    const walks = rows.map(({ askedBy, ...walk }): RotationWalkView => ({ ...walk, byName: askedBy === null ? null : (names.get(askedBy) ?? '') }));
    const texts = keys.map((_, at) => places.reduce((sum, { byKey }) => sum + byKey[at]!, 0));
    const all = places.reduce((sum, { total }) => sum + total, 0);
    const running = walks.find(({ endedAt }) => endedAt === null) ?? null;
    // Files are counted by walking through them: only a walk that ended under the active key shows that none is left.
    const walked = walks.some(({ endedAt, keyId }) => endedAt !== null && keyId === activeId);
    return {
      keys: keys.map(({ id, suite }, at) => ({ id, suite, active: id === activeId, texts: texts[at]!, mayLeave: id !== activeId && texts[at] === 0 && walked })), indexSuite, texts: all, lost: all - texts.reduce((sum, each) => sum + each, 0),
      waiting: places.map(({ place, total, byKey }) => ({ place, total, old: total - (byKey[0] ?? 0) })).filter(({ old }) => old > 0), running, walks: walks.filter(({ endedAt }) => endedAt !== null), actions: running === null ? ['rotate'] : [],
    };
  }
}
