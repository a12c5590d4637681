import Taro from '@tarojs/taro';

/** Long side of a picture sent to the hall, in pixels: a whole ID page stays readable, the file stays near 300 KB. */
const LONG_SIDE = 1_920;
const QUALITY = 80;

/** Lets the person take or choose one picture and makes it small. Null when they changed their mind. */
export const takePicture = async (source: 'camera' | 'album'): Promise<string | null> => (await taken([source], 1))[0] ?? null;

/** Lets the person take or choose several at once, at most so many; the phone itself asks from where. */
export const takePictures = (most: number): Promise<string[]> => taken(['camera', 'album'], most);

async function taken(sources: Source[], most: number): Promise<string[]> {
  const small: string[] = [];
  // One after the other: nine large pictures redrawn at once are more than an old phone holds.
  if (process.env.TARO_ENV === 'h5') for (const path of await chosenInBrowser(sources, most)) small.push(await shrunkInBrowser(path));
  else for (const path of await chosenInWechat(sources, most)) small.push(await shrunkByWechat(path));
  return small;
}

type Source = 'camera' | 'album';

/** A file field that nobody sees. A person who changes their mind fires `cancel`, where the browser knows it. */
function chosenInBrowser(sources: readonly Source[], most: number): Promise<string[]> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = 'image/*';
    field.id = 'picture-file';
    field.style.display = 'none';
    field.multiple = most > 1;
    if (!sources.includes('album')) field.setAttribute('capture', 'environment');
    const done = (paths: string[]) => { field.remove(); resolve(paths); };
    field.addEventListener('change', () => done(Array.from(field.files ?? []).slice(0, most).map((file) => URL.createObjectURL(file))));
    field.addEventListener('cancel', () => done([]));
    document.getElementById('picture-file')?.remove();
    document.body.append(field);
    field.click();
  });
}

async function chosenInWechat(sourceType: Source[], count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType, sizeType: ['original'] });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch {
    return [];
  }
}

async function shrunkByWechat(src: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src });
    const side = width >= height ? { compressedWidth: Math.min(width, LONG_SIDE) } : { compressedHeight: Math.min(height, LONG_SIDE) };
    return (await Taro.compressImage({ src, quality: QUALITY, ...side })).tempFilePath;
  } catch {
    return src;
  }
}

/** Redraws the picture: smaller, upright, and without the place and time a camera writes into it. */
async function shrunkInBrowser(src: string): Promise<string> {
  const image = new Image();
  image.src = src;
  try {
    await image.decode();
  } catch {
    // Not a picture this browser can read (HEIC, for one); the server says so in words.
    return src;
  }
  const ratio = Math.min(1, LONG_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * ratio);
  canvas.height = Math.round(image.naturalHeight * ratio);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY / 100));
  return blob ? URL.createObjectURL(blob) : src;
}
