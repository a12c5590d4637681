import Taro from '@tarojs/taro';
import { fileUrl } from '../kit/files.ts';

/**
 * Hands over a public file: a browser saves it; WeChat saves no files, so the address is copied for a computer.
 * @param path from the server's root on
 */
export async function offerFile(path: string, name: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a');
    link.href = fileUrl(path);
    link.download = name;
    link.click();
  } else await Taro.setClipboardData({ data: fileUrl(path) });
}
