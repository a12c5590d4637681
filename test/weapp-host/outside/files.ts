import sharp from 'sharp';

/** The phone's temporary files: `wxfile://tmp_3.jpg` → bytes. They live as long as the phone. */
export class PhoneFiles {
  private readonly files = new Map<string, Buffer>();

  keep(bytes: Buffer, extension: string): string {
    const path = `wxfile://tmp_${this.files.size + 1}.${extension}`;
    this.files.set(path, bytes);
    return path;
  }

  /** @throws in WeChat's words when there is no such file */
  read(path: string): Buffer {
    const bytes = this.files.get(path);
    if (!bytes) throw new Error(`no such file or directory ${path}`);
    return bytes;
  }

  async measure(path: string): Promise<{ width: number; height: number; type: string; size: number }> {
    const bytes = this.read(path);
    const { width = 0, height = 0, format = 'unknown' } = await sharp(bytes).metadata();
    return { width, height, type: format, size: bytes.length };
  }

  /** As WeChat's own compression does: a JPEG of this quality, never larger than asked. */
  async compress(path: string, quality: number, width?: number, height?: number): Promise<string> {
    const smaller = await sharp(this.read(path)).resize({ ...(width ? { width } : {}), ...(height ? { height } : {}), withoutEnlargement: true }).jpeg({ quality }).toBuffer();
    return this.keep(smaller, 'jpg');
  }
}
