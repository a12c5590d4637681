import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { WechatClient, type CodeImage } from './wechat.client.ts';

/** As wide as WeChat's smallest; on paper it is some three centimetres. */
const WIDTH_PX = 430;
/** More than a hall has badges; each is some tens of kilobytes. */
const MOST = 300;

/**
 * Mini-program codes for paper. What a code leads to never changes, so each is asked for once and kept while the process lives. Nothing
 * here may hold up a printer: where WeChat does not answer, the paper bears the address of the same page in a browser.
 */
@Injectable()
export class CodePictures {
  private readonly kept = new Map<string, CodeImage>();

  constructor(
    private readonly wechat: WechatClient,
    private readonly settings: Settings,
  ) {}

  /**
   * By scene; without those that are not to be had now. The demo's codes can be read by no telephone, so it has none.
   * @param page of the mini-program, without a slash at its beginning
   */
  async of(page: string, scenes: readonly string[]): Promise<ReadonlyMap<string, CodeImage>> {
    const found = new Map<string, CodeImage>();
    if (this.settings.WECHAT_APPID === undefined || this.settings.isDemo) return found;
    let answers = true;
    for (const scene of scenes) {
      const key = `${page}?${scene}`;
      const picture: CodeImage | null = this.kept.get(key) ?? (answers ? await this.ask(page, scene) : null);
      // Whoever waits for thirty badges does not wait for thirty time limits.
      if (picture === null) answers = false;
      else found.set(scene, this.keep(key, picture));
    }
    return found;
  }

  private async ask(page: string, scene: string): Promise<CodeImage | null> {
    try {
      return await this.wechat.getUnlimitedCode({ scene, page, widthPx: WIDTH_PX });
    } catch {
      // Refused or away: the transport has written down which.
      return null;
    }
  }

  private keep(key: string, picture: CodeImage): CodeImage {
    this.kept.delete(key);
    this.kept.set(key, picture);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST) break;
      this.kept.delete(oldest);
    }
    return picture;
  }
}
