import type { PairedDeviceView, PairingCodeView, ScreenView } from '@hall/shared/api/views';
import { Caller } from './hall-over-http.ts';

/** A hall screen that nobody looks at: it can be asked what it shows. */
export class HallScreen {
  private readonly http: Caller;

  private constructor(http: Caller) {
    this.http = http;
  }

  /** @param head staff who may pair devices, such as `zhou` */
  static async pair(url: string, head: Caller): Promise<HallScreen> {
    const { code } = await head.post<PairingCodeView>('/staff/devices/pairing-codes', { kind: 'screen', name: '大厅屏' });
    const { token } = await new Caller(url).post<PairedDeviceView>('/public/devices/pair', { code });
    return new HallScreen(new Caller(url, token));
  }

  look(): Promise<ScreenView> {
    return this.http.get<ScreenView>('/device/screen');
  }

  /** The six digits of this minute. */
  async digits(): Promise<string> {
    return (await this.look()).checkIn.digits;
  }
}
