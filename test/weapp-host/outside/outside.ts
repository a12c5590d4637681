import { PhoneFiles } from './files.ts';
import { PhoneNetwork, type Tell } from './network.ts';
import type { Person, WechatCodes } from './person.ts';

export interface OutsideOptions {
  /** Where the API under test answers, `http://127.0.0.1:…`. */
  api: string;
  person: Person;
  /** Whom WeChat takes the holder for. */
  name: string;
  /** Issues the codes; without it WeChat is out of reach. */
  wechat?: WechatCodes | undefined;
}

type Answerer = (about: never) => unknown;

/** Everything beyond the glass of one phone: answers what the runtime asks, by its name. */
export class Outside {
  readonly files = new PhoneFiles();
  readonly network: PhoneNetwork;
  /** The phone's memory, kept when the mini-program is started again. */
  storage: Record<string, unknown> = {};
  private readonly answers: Record<string, Answerer>;

  constructor(options: OutsideOptions, tell: Tell) {
    const { person, name, wechat } = options;
    this.network = new PhoneNetwork(options.api, person, this.files, tell);
    const did = (deed: string) => (about: Record<string, unknown>) => {
      person.deeds.push({ name: deed, about });
      return {};
    };
    const reachable = (): WechatCodes => {
      if (!wechat || person.offline) throw new Error('errcode:-102 WeChat is out of reach');
      return wechat;
    };
    this.answers = {
      request: (letter: Parameters<PhoneNetwork['request']>[0]) => this.network.request(letter),
      upload: (parcel: Parameters<PhoneNetwork['upload']>[0]) => this.network.upload(parcel),
      download: (wish: { url: string; header?: Record<string, string> }) => this.network.download(wish),
      socket: (wish: Parameters<PhoneNetwork['connect']>[0]) => this.network.connect(wish),
      socketSend: (message: { id: number; data: string }) => this.network.send(message),
      socketClose: (wish: { id: number; code: number; reason: string }) => this.network.disconnect(wish),
      remember: ({ storage }: { storage: Record<string, unknown> }) => {
        this.storage = storage;
        return {};
      },
      login: () => ({ code: reachable().issueLoginCode(name) }),
      phoneCode: () => {
        if (person.phone === null) throw new Error('user deny');
        return { code: reachable().issuePhoneCode(name, person.phone) };
      },
      requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => {
        if (person.allowsMessages) for (const template of tmplIds) reachable().consent(name, template);
        return Object.fromEntries(tmplIds.map((template) => [template, person.allowsMessages ? 'accept' : 'reject']));
      },
      scanCode: () => {
        if (person.scan === null) throw new Error('cancel');
        return { result: person.scan, scanType: 'QR_CODE', charSet: 'UTF-8' };
      },
      chooseMedia: async ({ count = 9 }: { count?: number }) => ({ type: 'image', tempFiles: (await this.shots(person, count)).map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })) }),
      chooseImage: async ({ count = 9 }: { count?: number }) => {
        const shots = await this.shots(person, count);
        return { tempFilePaths: shots.map(({ path }) => path), tempFiles: shots };
      },
      compressImage: async ({ src, quality = 80, compressedWidth, compressedHeight }: { src: string; quality?: number; compressedWidth?: number; compressedHeight?: number }) => ({ tempFilePath: await this.files.compress(src, quality, compressedWidth, compressedHeight) }),
      getImageInfo: async ({ src }: { src: string }) => ({ path: src, orientation: 'up', ...(await this.files.measure(src)) }),
      readFile: ({ filePath, encoding }: { filePath: string; encoding?: BufferEncoding }) => ({ data: this.files.read(filePath).toString(encoding ?? 'base64') }),
      showModal: (dialog: Person['dialogs'][number] & { showCancel?: boolean }) => {
        person.dialogs.push(dialog);
        const confirm = person.dialogAnswers.shift() ?? true;
        return { confirm, cancel: !confirm };
      },
      showActionSheet: () => {
        const line = person.sheetAnswers.shift() ?? null;
        if (line === null) throw new Error('cancel');
        return { tapIndex: line };
      },
      toast: ({ title }: { title: string }) => {
        person.toasts.push(title);
        return {};
      },
      ...Object.fromEntries(['makePhoneCall', 'openDocument', 'saveImageToPhotosAlbum', 'addPhoneCalendar', 'previewImage', 'setClipboardData', 'openLocation'].map((deed) => [deed, did(deed)])),
    };
  }

  /** One request of the runtime, JSON in and out. */
  async answer(request: string): Promise<string> {
    const { what, about } = JSON.parse(request) as { what: string; about: never };
    try {
      const answer = this.answers[what];
      if (!answer) throw new Error(`the host knows no ${what}`);
      return JSON.stringify({ value: await answer(about) });
    } catch (reason) {
      return JSON.stringify({ error: reason instanceof Error ? reason.message : String(reason) });
    }
  }

  private async shots(person: Person, count: number): Promise<{ path: string; size: number }[]> {
    const shots = await person.nextShots(count);
    if (shots.length === 0) throw new Error('cancel');
    return shots.map((bytes) => ({ path: this.files.keep(bytes, bytes[0] === 0x89 ? 'png' : 'jpg'), size: bytes.length }));
  }
}
