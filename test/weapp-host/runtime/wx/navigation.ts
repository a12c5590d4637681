import { api } from '../convention.ts';
import { noteCall } from '../ledger.ts';
import { setTitle, ways } from '../pages.ts';

const by = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
  api(name, ({ url }: { url: string }) => {
    noteCall(name, url);
    ways[name](url);
  });

export const navigation = {
  navigateTo: by('navigateTo'),
  redirectTo: by('redirectTo'),
  switchTab: by('switchTab'),
  reLaunch: by('reLaunch'),
  navigateBack: api('navigateBack', ({ delta = 1 }: { delta?: number }) => {
    noteCall('navigateBack', String(delta));
    ways.navigateBack(delta);
  }),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }: { title: string }) => setTitle(title)),
};
