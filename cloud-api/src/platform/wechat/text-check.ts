import { Injectable } from '@nestjs/common';
import type { ContentVerdict } from '@hall/shared/kernel/content-verdict';
import { CryptoError } from '../crypto/crypto.port.ts';
import { DomainError } from '../errors/domain-error.ts';
import { WechatClient } from './wechat.client.ts';

/** WeChat's division: what people write to everybody. */
const SCENE = 2;

/**
 * Looks at a text before it may reach everybody. A machine's "no" never silences anyone: whatever is not plainly clean, or
 * could not be looked at, waits for a person's eyes.
 */
@Injectable()
export class TextCheck {
  constructor(private readonly wechat: WechatClient) {}

  /** @param openids of whoever wrote it, the newest first; somebody WeChat does not know cannot be looked at by it */
  async ofKnown(openids: () => Promise<readonly string[]>, text: string): Promise<ContentVerdict> {
    return orDoubt(async () => {
      const [openid] = await openids();
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
