export interface PageConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  usingComponents?: Record<string, string>;
}

interface Subpackage { root: string; pages: string[] }

export interface AppConfig extends PageConfig {
  pages: string[];
  subPackages?: Subpackage[];
  subpackages?: Subpackage[];
  window?: PageConfig;
  tabBar?: { color: string; selectedColor: string; list: { pagePath: string; text: string }[] };
}

const join = (base: string, path: string): string => {
  const parts = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

/** A path as written in a file of the package, made whole. */
export const resolvePath = join;

export const appConfig = (): AppConfig => window.weapp.configs.app;
export const pageConfig = (path: string): PageConfig => ({ ...appConfig().window, ...window.weapp.configs[path] });

export function allPages(): string[] {
  const app = appConfig();
  return [...app.pages, ...(app.subPackages ?? app.subpackages ?? []).flatMap(({ root, pages }) => pages.map((page) => join('', `${root}/${page}`)))];
}

export const tabPaths = (): string[] => (appConfig().tabBar?.list ?? []).map((tab) => tab.pagePath);

export interface Address { path: string; query: Record<string, string> }

export function parseAddress(url: string): Address {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(query)) };
}
