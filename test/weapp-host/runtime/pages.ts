import { allPages, appConfig, pageConfig, parseAddress, tabPaths, type Address } from './configs.ts';
import { backend, codeSpace } from './engine.ts';
import { count, noteFault, openRecord, type PageRecord } from './ledger.ts';
import { define } from './modules.ts';
import { stir } from './outside.ts';

/** The page as the mini-program knows it. */
interface Instance {
  setData(data: object, done?: () => void): void;
  onLoad?(query: object): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  onPageScroll?(at: { scrollTop: number }): void;
  onReachBottom?(): void;
  onTabItemTap?(tab: object): void;
}

interface OpenPage { address: Address; element: HTMLElement; instance: Instance; record: PageRecord; release(): void }

/** WeChat keeps at most ten pages open. */
const DEEPEST = 10;
const stack: OpenPage[] = [];
const part = (name: string) => document.getElementById(`host-${name}`)!;

export const topPage = (): OpenPage | undefined => stack.at(-1);
export const openPages = (): object[] => stack.map((page) => page.instance);
export const pageElement = (): HTMLElement => topPage()?.element ?? document.body;
const isTab = (address: Address) => tabPaths().includes(address.path);

/** Counts what the page sends to its view, and sends it as a phone does: as a copy. */
function countSetData(instance: Instance, path: string): PageRecord {
  const record = openRecord(path);
  const setData = instance.setData;
  Object.defineProperties(instance, {
    route: { value: path },
    __route__: { value: path },
    setData: {
      value(data: object, done?: () => void) {
        count(record, data);
        setData.call(instance, JSON.parse(JSON.stringify(data)) as object, done);
      },
    },
  });
  return record;
}

function push(address: Address): void {
  if (!allPages().includes(address.path)) throw new Error(`page "${address.path}" is not found`);
  define(address.path);
  const below = topPage();
  if (below) {
    below.element.hidden = true;
    below.instance.onHide?.();
  }
  const element = document.createElement('wx-page');
  element.dataset.path = address.path;
  const placeholder = element.appendChild(document.createElement('div'));
  part('pages').appendChild(element);
  const root = backend.createRoot('wx-page-root', codeSpace, address.path);
  const instance = root.get() as unknown as Instance;
  const record = countSetData(instance, address.path);
  stack.push({ address, element, instance, record, release: () => root.release() });
  root.attach(element as never, placeholder as never);
  instance.onLoad?.(address.query);
  show();
  requestAnimationFrame(() => instance.onReady?.());
  element.addEventListener('scroll', () => {
    instance.onPageScroll?.({ scrollTop: element.scrollTop });
    if (element.scrollTop + element.clientHeight >= element.scrollHeight - 50) instance.onReachBottom?.();
  });
}

function pop(): void {
  const page = stack.pop();
  if (!page) return;
  page.instance.onUnload?.();
  page.release();
  page.element.remove();
}

const clear = (): void => {
  while (stack.length > 0) pop();
};

/** WeChat's five ways from page to page, with its refusals. */
export const ways = {
  navigateTo(url: string): void {
    const address = parseAddress(url);
    if (isTab(address)) throw new Error('can not navigateTo a tabbar page');
    if (stack.length >= DEEPEST) throw new Error('webview count limit exceed');
    push(address);
  },
  redirectTo(url: string): void {
    const address = parseAddress(url);
    if (isTab(address)) throw new Error('can not redirectTo a tabbar page');
    pop();
    push(address);
  },
  switchTab(url: string): void {
    const address = parseAddress(url);
    if (!isTab(address)) throw new Error('can not switch to no-tabBar page');
    clear();
    push(address);
  },
  reLaunch(url: string): void {
    clear();
    push(parseAddress(url));
  },
  navigateBack(delta: number): void {
    for (let steps = 0; steps < delta && stack.length > 1; steps += 1) pop();
    show();
  },
};

export function setTitle(title: string): void {
  const place = part('bar').querySelector('.host-title');
  if (place) place.textContent = title;
}

function showBar(path: string): void {
  const config = pageConfig(path);
  const bar = part('bar');
  bar.hidden = config.navigationStyle === 'custom';
  bar.style.background = config.navigationBarBackgroundColor ?? '#fff';
  bar.style.color = config.navigationBarTextStyle === 'white' ? '#fff' : '#000';
  const title = Object.assign(document.createElement('span'), { className: 'host-title', textContent: config.navigationBarTitleText ?? '' });
  const back = Object.assign(document.createElement('span'), { className: 'host-back', textContent: '‹', onclick: () => ways.navigateBack(1) });
  bar.replaceChildren(...(stack.length > 1 ? [back] : []), title);
}

function showTabs(page: OpenPage): void {
  const bar = appConfig().tabBar;
  const tabs = !bar || !isTab(page.address) ? [] : bar.list.map(({ pagePath, text }) => {
    const tab = Object.assign(document.createElement('div'), { textContent: text });
    tab.dataset.tab = pagePath;
    tab.style.color = pagePath === page.address.path ? bar.selectedColor : bar.color;
    tab.addEventListener('click', () => {
      page.instance.onTabItemTap?.({ pagePath, text });
      ways.switchTab(`/${pagePath}`);
    });
    return tab;
  });
  part('tabs').replaceChildren(...tabs);
}

function show(): void {
  const page = topPage();
  if (!page) return;
  stir();
  page.element.hidden = false;
  page.instance.onShow?.();
  showBar(page.address.path);
  showTabs(page);
}

/** The person leaves for another app, or comes back. */
export function setForeground(shown: boolean): void {
  try {
    if (shown) topPage()?.instance.onShow?.();
    else topPage()?.instance.onHide?.();
  } catch (fault) {
    noteFault(fault);
  }
}
