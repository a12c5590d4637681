import { Injectable } from '@nestjs/common';
import type { ContentVerdict } from '@hall/shared/suggestion/suggestion.rules';
import { CryptoError } from '../../platform/crypto/crypto.port.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { WechatClient } from '../../platform/wechat/wechat.client.ts';
import { People } from '../identity/people.ts';

/** WeChat's division: what people write to everybody. */
const SCENE = 2;

/**
 * Looks at a text before anybody else sees it. A machine's "no" never silences anyone: whatever is not plainly clean, or
 * could not be looked at, waits for a person's eyes.
 */
@Injectable()
export class ContentCheck {
  constructor(
    private readonly wechat: WechatClient,
    private readonly people: People,
  ) {}

  /** Residents not known by WeChat cannot be looked at by it. */
  async ofResident(residentId: string, text: string): Promise<ContentVerdict> {
    return orDoubt(async () => {
      const [openid] = (await this.people.reach('resident', residentId)).openids;
      return openid ? this.verdict(openid, text) : 'doubtful';
    });
  }

  /** @param code fresh from `wx.login`. Who it is leaves this function neither as a value nor in a log. */
  async ofSomebody(code: string | undefined, text: string): Promise<ContentVerdict> {
    if (!code) return 'doubtful';
    return orDoubt(async () => this.verdict((await this.wechat.codeToSession(code)).openid, text));
  }

  private async verdict(openid: string, content: string): Promise<ContentVerdict> {
    const { suggest } = await this.wechat.checkText({ openid, scene: SCENE, content });
    return suggest === 'pass' ? 'clean' : 'doubtful';
  }
}

async function orDoubt(look: () => Promise<ContentVerdict>): Promise<ContentVerdict> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof DomainError || error instanceof CryptoError) return 'doubtful';
    throw error;
  }
}
