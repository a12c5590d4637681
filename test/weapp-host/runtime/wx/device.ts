import { api } from '../convention.ts';
import { noteCall } from '../ledger.ts';
import { ask } from '../outside.ts';

/** What WeChat or the phone does at the person's wish: all of it is decided outside. */
const outside = <O extends object>(name: string, about: (options: O) => object = (options) => options) =>
  api(name, (options: O) => {
    noteCall(name, about(options));
    return ask<object>(name, about(options));
  });

const overlay = () => document.getElementById('host-overlay')!;
const quietly = (name: string) =>
  api(name, (options: object) => {
    noteCall(name, options);
  });

const data = (...names: string[]) => (options: object) => Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));

const showToast = api('showToast', ({ title = '', duration = 1500 }: { title?: string; duration?: number }) => {
  noteCall('showToast', title);
  overlay().textContent = title;
  setTimeout(() => { overlay().textContent = ''; }, duration);
  return ask<object>('toast', { title });
});

function getFileSystemManager() {
  return {
    readFile: outside('readFile', data('filePath', 'encoding')),
    unlink: quietly('unlink'),
    access: quietly('access'),
  };
}

export const device = {
  login: outside('login', data()),
  getRandomValues: api('getRandomValues', ({ length }: { length: number }) => ({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer })),
  checkSession: quietly('checkSession'),
  scanCode: outside('scanCode', data()),
  chooseMedia: outside('chooseMedia', data('count', 'mediaType', 'sourceType')),
  chooseImage: outside('chooseImage', data('count', 'sourceType')),
  chooseMessageFile: outside('chooseMessageFile', data('count', 'type')),
  compressImage: outside('compressImage', data('src', 'quality', 'compressedWidth', 'compressedHeight')),
  getImageInfo: outside('getImageInfo', data('src')),
  showModal: outside('showModal', data('title', 'content', 'confirmText', 'cancelText', 'showCancel', 'editable')),
  showActionSheet: outside('showActionSheet', data('itemList')),
  requestSubscribeMessage: outside('requestSubscribeMessage', data('tmplIds')),
  makePhoneCall: outside('makePhoneCall', data('phoneNumber')),
  openDocument: outside('openDocument', data('filePath', 'fileType')),
  saveImageToPhotosAlbum: outside('saveImageToPhotosAlbum', data('filePath')),
  addPhoneCalendar: outside('addPhoneCalendar', data('title', 'startTime', 'endTime', 'location')),
  previewImage: outside('previewImage', data('urls', 'current')),
  setClipboardData: outside('setClipboardData', data('data')),
  openLocation: outside('openLocation', data('latitude', 'longitude', 'name', 'address')),
  showToast,
  getFileSystemManager,
  ...Object.fromEntries(['hideToast', 'showLoading', 'hideLoading', 'startPullDownRefresh', 'stopPullDownRefresh', 'pageScrollTo', 'setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot',
    'hideTabBar', 'showTabBar', 'setNavigationBarColor', 'setBackgroundColor', 'setKeepScreenOn', 'vibrateShort', 'vibrateLong', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'showShareMenu', 'hideShareMenu', 'hideKeyboard'].map((name) => [name, quietly(name)])),
};
