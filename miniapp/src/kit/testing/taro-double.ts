/** A phone for tests: what Taro would ask of WeChat or the browser, in memory. Mapped to `@tarojs/taro` by the test runner. */
export interface Asked { url: string; method: string; header: Record<string, string>; data: unknown }
type Answer = (asked: Asked) => { statusCode: number; data: unknown } | 'no network';

const shelf = new Map<string, string>();
export const phone = { asked: [] as Asked[], answer: (() => ({ statusCode: 200, data: {} })) as Answer, reset(): void { shelf.clear(); phone.asked = []; } };

export default {
  getStorageSync: (key: string) => shelf.get(key) ?? '',
  setStorageSync: (key: string, value: string) => { shelf.set(key, value); },
  removeStorageSync: (key: string) => { shelf.delete(key); },
  getStorageInfoSync: () => ({ keys: [...shelf.keys()] }),
  login: () => Promise.resolve({ code: 'login-code' }),
  getRandomValues: ({ length, success }: { length: number; success: (answer: { randomValues: ArrayBuffer }) => void }) => success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
  async request(asked: Partial<Asked> & { url: string }) {
    const whole = { method: 'GET', header: {}, data: undefined, ...asked };
    phone.asked.push(whole);
    await Promise.resolve();
    const answer = phone.answer(whole);
    if (answer === 'no network') throw new Error('request:fail');
    return answer;
  },
};
