import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { PictureCheck } from './picture-check.ts';

const check = new PictureCheck();
const photo = (width = 300, height = 200) => sharp({ create: { width, height, channels: 3, background: '#c0392b', noise: { type: 'gaussian', mean: 128, sigma: 40 } } });
const outcome = (upload: Buffer, name?: string) => check.clean(upload, name).then(() => 'accepted', (error: { code: string }) => error.code);
const textOf = (bytes: Buffer) => bytes.toString('latin1');

const pngChunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};
/** A PNG of one colour whose packed size says nothing about its real size. */
const pngOfSize = (width: number, height: number) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))]);
};

describe('what is accepted', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('a real %s becomes a clean JPEG and a thumbnail', async (format) => {
    const { picture, thumbnail } = await check.clean(await photo(900, 600).toFormat(format).toBuffer(), `IMG_2026.11.23.${format}`);
    expect(picture).toMatchObject({ width: 900, height: 600, bytes: picture.jpeg.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(thumbnail).toMatchObject({ width: 360, height: 240 });
    for (const { jpeg } of [picture, thumbnail]) expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' });
  });

  it('a photograph named by its telephone, or not named at all, is accepted', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    for (const name of [undefined, 'blob', 'tmp_a1b2.jpg', '身份证正面.JPEG', 'IMG.2026.11.23.png', 'C:\\fakepath\\a.jpg']) expect(await outcome(jpeg, name)).toBe('accepted');
  });

  it('a large photograph is kept at 2400 px on its longer side, a small one is not blown up', async () => {
    expect((await check.clean(await photo(4000, 3000).jpeg().toBuffer())).picture).toMatchObject({ width: 2400, height: 1800 });
    expect((await check.clean(await photo(120, 80).jpeg().toBuffer())).picture).toMatchObject({ width: 120, height: 80 });
  });

  it('a picture with transparent parts gets white paper behind it', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    const { data } = await sharp((await check.clean(clear)).picture.jpeg).raw().toBuffer({ resolveWithObject: true });
    expect(Math.min(...data)).toBeGreaterThan(250);
  });
});

describe('what a photograph carries along', () => {
  const withSecrets = async () => photo(300, 200)
    .withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '32/1 2/1 0/1', GPSLatitudeRef: 'N' } })
    .withIccProfile('p3').withMetadata({ orientation: 6 }).jpeg().toBuffer();

  it('its position, its telephone and its colour profile are gone, and it stands upright', async () => {
    const original = await withSecrets();
    expect(await sharp(original).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer), icc: expect.any(Buffer) });
    expect(textOf(original)).toContain('SecretPhone');

    const { picture, thumbnail } = await check.clean(original, 'a.jpg');
    expect(picture).toMatchObject({ width: 200, height: 300 });
    for (const { jpeg } of [picture, thumbnail]) {
      const left = await sharp(jpeg).metadata();
      expect([left.exif, left.icc, left.xmp, left.iptc, left.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(textOf(jpeg)).not.toMatch(/SecretPhone|Exif|ICC_PROFILE/);
    }
  });

  it('a script hidden in a comment or behind the end of a real JPEG does not survive', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    const script = Buffer.from('<html><script>alert(document.cookie)</script></html>');
    const comment = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, script.length + 2]), script, jpeg.subarray(2)]);
    const trailing = Buffer.concat([jpeg, script]);
    for (const polyglot of [comment, trailing]) {
      expect(textOf(polyglot)).toContain('<script>');
      const { picture, thumbnail } = await check.clean(polyglot, 'a.jpg');
      expect(textOf(picture.jpeg) + textOf(thumbnail.jpeg)).not.toContain('<script>');
    }
  });
});

describe('what is refused', () => {
  it('an empty file', async () => {
    expect(await outcome(Buffer.alloc(0), 'a.jpg')).toBe('FILE_EMPTY');
  });

  it('a file of more than 8 MB, and not one of just 8 MB', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    const padded = (bytes: number) => Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]);
    expect(await outcome(padded(8 * 1024 * 1024), 'a.jpg')).toBe('accepted');
    expect(await outcome(padded(8 * 1024 * 1024 + 1), 'a.jpg')).toBe('FILE_TOO_LARGE');
  });

  it('anything whose content is no JPEG, PNG or WebP, whatever it calls itself', async () => {
    const hostile: Record<string, Buffer> = {
      html: Buffer.from('<!doctype html><script>alert(1)</script>'),
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'),
      gif: await photo().gif().toBuffer(),
      tiff: await photo().tiff().toBuffer(),
      avif: await photo(64, 64).avif().toBuffer(),
      pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
      exe: Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'),
      zip: Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1'),
      text: Buffer.from('身份证正面'),
      'html before a jpeg': Buffer.concat([Buffer.from('<script>alert(1)</script>'), await photo().jpeg().toBuffer()]),
    };
    for (const bytes of Object.values(hostile)) expect(await outcome(bytes, 'idcard.jpg')).toBe('FILE_NOT_A_PICTURE');
  });

  it('a real picture under a name that some program would run', async () => {
    const jpeg = await photo().jpeg().toBuffer();
    for (const name of ['a.jpg.exe', 'a.php.jpg', 'a.html', 'a.svg.png', 'a.jpg.', 'a.gif', 'a.jpg\u0000.php', 'a. php .jpg']) expect(await outcome(jpeg, name)).toBe('FILE_NOT_A_PICTURE');
    expect(await outcome(jpeg, 'a.jpg')).toBe('accepted');
  });

  it('a bomb of a few kilobytes that would unpack to a wall of pixels', async () => {
    const bomb = pngOfSize(20_000, 20_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await outcome(bomb, 'a.png')).toBe('FILE_TOO_MANY_PIXELS');
    expect(await outcome(pngOfSize(2_000, 2_000), 'a.png')).toBe('accepted');
  });

  it('a PNG that promises little and unpacks to much', async () => {
    const small = pngOfSize(8, 8);
    const big = pngOfSize(9_000, 9_000);
    const lie = Buffer.concat([small.subarray(0, 33), big.subarray(33)]);
    const { picture } = await check.clean(lie, 'a.png').catch(() => ({ picture: { width: 0, height: 0 } }));
    expect(picture.width * picture.height).toBeLessThanOrEqual(64);
  });

  it('a picture that broke off on its way, or was scrambled', async () => {
    const jpeg = await photo(800, 600).jpeg().toBuffer();
    const png = await photo(800, 600).png().toBuffer();
    const webp = await photo(800, 600).webp().toBuffer();
    for (const whole of [jpeg, png, webp]) {
      expect(await outcome(whole)).toBe('accepted');
      expect(await outcome(whole.subarray(0, Math.floor(whole.length * 0.6)))).toBe('FILE_DAMAGED');
    }
    expect(await outcome(jpeg.subarray(0, 200))).toBe('FILE_DAMAGED');
    const scrambled = Buffer.from(png);
    scrambled.fill(0x55, 2_000, 6_000);
    expect(await outcome(scrambled)).toBe('FILE_DAMAGED');
  });

  it('every refusal is a sentence that says what to do next', async () => {
    await expect(check.clean(Buffer.from('x'.repeat(100)))).rejects.toMatchObject({ title: expect.stringMatching(/请重新拍照后上传$/) });
  });
});
