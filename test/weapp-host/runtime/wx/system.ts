import { appConfig, parseAddress } from '../configs.ts';
import { pageElement } from '../pages.ts';

const BAR = 44;

const system = () => ({
  pixelRatio: devicePixelRatio, windowWidth: innerWidth, windowHeight: innerHeight - BAR, screenWidth: innerWidth, screenHeight: innerHeight, statusBarHeight: 0,
  platform: 'devtools', SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', brand: 'host', model: 'host', system: 'iOS 17', fontSizeSetting: 16, fontSizeScaleFactor: 1, theme: 'light',
  safeArea: { top: 0, left: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
});

const entered = () => {
  const { path, query } = parseAddress(window.hostBoot.path || (appConfig().pages[0] ?? ''));
  return { path, query, scene: window.hostBoot.scene, referrerInfo: {} };
};

type Wish = Record<string, boolean>;

function measure(element: Element, wish: Wish): object {
  const box = element.getBoundingClientRect();
  const inner = element.querySelector('canvas');
  return {
    id: element.id, dataset: { ...(element as HTMLElement).dataset },
    left: box.left, top: box.top, right: box.right, bottom: box.bottom, width: box.width, height: box.height,
    scrollTop: element.scrollTop, scrollLeft: element.scrollLeft, ...(wish.node && inner ? { node: inner } : {}),
  };
}

/** `wx.createSelectorQuery`: measures elements of the page that is shown. */
function createSelectorQuery() {
  const measures: (() => unknown)[] = [];
  const selected = (find: () => Element[], single: boolean) => {
    const add = (usual: Wish) => (first?: unknown, second?: unknown) => {
      const tell = (typeof first === 'function' ? first : second) as ((result: unknown) => void) | undefined;
      const wish = first && typeof first === 'object' ? (first as Wish) : usual;
      measures.push(() => {
        const all = find().map((element) => measure(element, wish));
        const result = single ? (all[0] ?? null) : all;
        tell?.(result);
        return result;
      });
      return query;
    };
    return { boundingClientRect: add({}), scrollOffset: add({}), fields: add({}), node: add({ node: true }), context: add({}) };
  };
  const within = (selector: string) => [...pageElement().querySelectorAll(selector)];
  const query = {
    in: () => query,
    select: (selector: string) => selected(() => within(selector).slice(0, 1), true),
    selectAll: (selector: string) => selected(() => within(selector), false),
    selectViewport: () => selected(() => [document.documentElement], true),
    exec(tell?: (results: unknown[]) => void) {
      requestAnimationFrame(() => {
        const results = measures.map((take) => take());
        tell?.(results);
      });
    },
  };
  return query;
}

export const systemApis = {
  getSystemInfoSync: system, getWindowInfo: system, getDeviceInfo: system, getAppBaseInfo: system,
  getSystemSetting: () => ({}), getAppAuthorizeSetting: () => ({}),
  getMenuButtonBoundingClientRect: () => ({ top: 6, left: innerWidth - 94, right: innerWidth - 7, bottom: 38, width: 87, height: 32 }),
  getLaunchOptionsSync: entered, getEnterOptionsSync: entered,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
  getUpdateManager: () => ({ onCheckForUpdate: () => undefined, onUpdateReady: () => undefined, onUpdateFailed: () => undefined, applyUpdate: () => undefined }),
  canIUse: () => true,
  nextTick: (then: () => void) => setTimeout(then),
  createSelectorQuery,
};
