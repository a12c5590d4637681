Page({
  data: { who: '', number: 0, name: '', areas: ['樊城', '襄城'], area: '请选择', day: '', code: '' },
  onLoad() {
    wx.login({
      success: ({ code }) => this.setData({ who: code, remembered: wx.getStorageSync('visits') || 0 }),
      fail: ({ errMsg }) => this.setData({ who: errMsg }),
    });
    wx.setStorageSync('visits', (wx.getStorageSync('visits') || 0) + 1);
  },
  next() {
    this.setData({ number: this.data.number + 1 });
  },
  write(event) {
    this.setData({ name: event.detail.value });
  },
  choose(event) {
    this.setData({ area: this.data.areas[event.detail.value] });
  },
  appoint(event) {
    this.setData({ day: event.detail.value });
  },
  share(event) {
    this.setData({ code: event.detail.code || event.detail.errMsg });
  },
  go() {
    wx.navigateTo({ url: '/paper/index?case=7' });
  },
});
