import Taro from '@tarojs/taro';

/**
 * Bytes nobody can guess, for what stands in for a name: both platforms have a source of their own for that.
 * @throws when this WeChat is too old to have one
 */
export function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)));
  return new Promise((resolve, reject) => {
    // It answers by its callbacks; where there is none of it, what stands in its place only returns a refusal.
    const answer: unknown = Taro.getRandomValues({ length, success: ({ randomValues }) => resolve(new Uint8Array(randomValues)), fail: ({ errMsg }) => reject(new Error(errMsg)) });
    Promise.resolve(answer).catch(reject);
  });
}
