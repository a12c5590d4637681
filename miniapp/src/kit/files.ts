import Taro from '@tarojs/taro';
import { ApiError } from './api.ts';
import { copy } from './copy/kit.ts';
import { usableToken } from './session.ts';
import { apiUrl } from './transport.ts';

/** A link from the server as something a picture viewer can open: short links are paths of the API's own origin. */
export const fileUrl = (url: string): string => (/^https?:/.test(url) ? url : `${HALL_API_BASE}${url}`);

/** Opens a PDF that belongs to the person: inside WeChat in its own viewer, in a browser in a new page. */
export async function openPdf(path: string): Promise<void> {
  const token = await usableToken();
  if (process.env.TARO_ENV === 'weapp') {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: apiUrl(path), header: { Authorization: `Bearer ${token ?? ''}` } });
    if (statusCode !== 200) throw new ApiError(statusCode, 'FILE', copy.unknownProblem);
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
  } else {
    location.assign(URL.createObjectURL(await fetched(path, token)));
  }
}

/** Saves a file of the person's in the browser under a name. */
export async function saveFile(path: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await fetched(path, await usableToken()));
  link.download = name;
  link.click();
}

async function fetched(path: string, token: string | null): Promise<Blob> {
  const reply = await fetch(apiUrl(path), { headers: { Authorization: `Bearer ${token ?? ''}` } }).catch(() => null);
  if (!reply) throw new ApiError(0, 'UNREACHABLE', copy.unreachable);
  if (!reply.ok) throw new ApiError(reply.status, 'FILE', copy.unknownProblem);
  return reply.blob();
}
