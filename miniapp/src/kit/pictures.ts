import Taro from '@tarojs/taro';

/** Long side of a picture sent to the hall, in pixels: a whole ID page stays readable, the file stays near 300 KB. */
const LONG_SIDE = 1_920;
const QUALITY = 80;

/** Lets the person take or choose one picture and makes it small. Null when they changed their mind. */
export async function takePicture(source: 'camera' | 'album'): Promise<string | null> {
  const path = await chosen(source);
  if (path === null) return null;
  return process.env.TARO_ENV === 'h5' ? shrunkInBrowser(path) : shrunkByWechat(path);
}

const chosen = (source: 'camera' | 'album'): Promise<string | null> => (process.env.TARO_ENV === 'h5' ? chosenInBrowser(source) : chosenInWechat(source));

/** A file field that nobody sees. A person who changes their mind fires `cancel`, where the browser knows it. */
function chosenInBrowser(source: 'camera' | 'album'): Promise<string | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = 'image/*';
    field.id = 'picture-file';
    field.style.display = 'none';
    if (source === 'camera') field.setAttribute('capture', 'environment');
    const done = (path: string | null) => { field.remove(); resolve(path); };
    field.addEventListener('change', () => { const file = field.files?.[0]; done(file ? URL.createObjectURL(file) : null); });
    field.addEventListener('cancel', () => done(null));
    document.getElementById('picture-file')?.remove();
    document.body.append(field);
    field.click();
  });
}

async function chosenInWechat(source: 'camera' | 'album'): Promise<string | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: [source], sizeType: ['original'] });
    return tempFiles[0]?.tempFilePath ?? null;
  } catch {
    return null;
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
