import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { defineErrors } from '../errors/domain-error.ts';

export const pictureErrors = defineErrors({
  FILE_EMPTY: { status: 422, title: '这个文件是空的，请重新拍照或换一张照片' },
  FILE_TOO_LARGE: { status: 413, title: '照片超过 8 MB,请压缩或重新拍照后再上传' },
  FILE_NOT_A_PICTURE: { status: 415, title: '只能上传 JPG、PNG 或 WebP 照片，请重新拍照后上传' },
  FILE_TOO_MANY_PIXELS: { status: 422, title: '照片尺寸太大，请用手机的普通模式重新拍照后上传' },
  FILE_DAMAGED: { status: 422, title: '照片不完整或已损坏，请重新拍照后上传' },
});

export interface CleanImage {
  /** A JPEG made here: no EXIF, position, colour profile, comment or trailing byte of the original is in it. */
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

export interface CheckedPicture { readonly picture: CleanImage; readonly thumbnail: CleanImage }

export interface PictureLimits {
  /** Default 8 MB. */
  maxBytes?: number;
  /** Default 50 million, what today's telephones take at most in their ordinary mode. */
  maxPixels?: number;
  /** Longest side of what is kept, default 2400 px: an A4 page stays readable. */
  keepSide?: number;
  /** Longest side of the thumbnail, default 360 px. */
  thumbnailSide?: number;
}

const ACCEPTED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const LAST_EXTENSIONS: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp']);
/** Endings that some program would run or render; none has a place inside the name of a photograph. */
const ACTIVE_EXTENSIONS: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml', 'shtml', 'svg', 'xml', 'js', 'mjs', 'css', 'php', 'phtml', 'jsp', 'jspx', 'asp', 'aspx', 'cgi', 'pl', 'py',
  'rb', 'sh', 'bash', 'bat', 'cmd', 'com', 'exe', 'dll', 'msi', 'scr', 'ps1', 'vbs', 'jar', 'apk', 'hta', 'lnk', 'swf', 'zip', 'rar', '7z', 'gz', 'tar', 'pdf', 'doc', 'docx', 'docm', 'xls', 'xlsx', 'xlsm']);

const DECODE_SECONDS = 20;

/** Turns what somebody uploaded into a picture that is safe to keep and to show. Nothing of the original bytes is kept. */
export class PictureCheck {
  readonly #limits: Required<PictureLimits>;

  constructor(limits: PictureLimits = {}) {
    this.#limits = { maxBytes: 8 * 1024 * 1024, maxPixels: 50_000_000, keepSide: 2400, thumbnailSide: 360, ...limits };
  }

  /** How many bytes may be read from an upload before it is refused. */
  get maxBytes(): number {
    return this.#limits.maxBytes;
  }

  /**
   * @param fileName as the client named it, if it did; judged, never used
   * @throws DomainError with one of the `FILE_…` codes
   */
  async clean(upload: Buffer, fileName?: string): Promise<CheckedPicture> {
    if (upload.length === 0) throw pictureErrors.FILE_EMPTY();
    if (upload.length > this.#limits.maxBytes) throw pictureErrors.FILE_TOO_LARGE();
    if (fileName !== undefined && !isPictureName(fileName)) throw pictureErrors.FILE_NOT_A_PICTURE();
    const type = await fileTypeFromBuffer(upload).catch(() => undefined);
    if (!type || !ACCEPTED.has(type.mime)) throw pictureErrors.FILE_NOT_A_PICTURE();
    await this.#checkSize(upload);
    try {
      const picture = await this.#redraw(upload, this.#limits.keepSide, 86);
      return { picture, thumbnail: await this.#redraw(picture.jpeg, this.#limits.thumbnailSide, 78) };
    } catch (error) {
      throw damaged(error);
    }
  }

  /** Reads the declared size only, so that a bomb is refused before a pixel of it is unpacked. */
  async #checkSize(upload: Buffer): Promise<void> {
    let declared: { width: number; height: number };
    try {
      declared = await sharp(upload, { limitInputPixels: false, failOn: 'error' }).metadata();
    } catch (error) {
      throw damaged(error);
    }
    if (declared.width * declared.height > this.#limits.maxPixels) throw pictureErrors.FILE_TOO_MANY_PIXELS();
  }

  async #redraw(source: Buffer, side: number, quality: number): Promise<CleanImage> {
    // 4:4:4 keeps the edges of red seals and small print that chroma subsampling smears.
    const { data, info } = await sharp(source, { limitInputPixels: this.#limits.maxPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .timeout({ seconds: DECODE_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height, bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') };
  }
}

function damaged(cause: unknown): Error {
  return Object.assign(pictureErrors.FILE_DAMAGED(), { cause });
}

/** Names without any ending (`blob`) are usual for pictures from a canvas; digits between dots are dates. */
function isPictureName(fileName: string): boolean {
  if (fileName.length > 255 || /[\u0000-\u001f]/.test(fileName)) return false;
  const name = fileName.split(/[/\\]/).at(-1) ?? '';
  const endings = name.toLowerCase().split('.').slice(1).map((ending) => ending.trim());
  const last = endings.at(-1);
  if (last === undefined) return true;
  return LAST_EXTENSIONS.has(last) && !endings.some((ending) => ACTIVE_EXTENSIONS.has(ending));
}
