Page({
  data: { board: '', called: '', scanned: '' },
  onShow() {
    this.refresh();
  },
  refresh() {
    wx.request({
      url: 'https://built.in.example/api/board', data: { hall: 1 }, header: { authorization: 'Bearer t' },
      success: ({ statusCode, data }) => this.setData({ board: statusCode + ' ' + data.sentence }),
      fail: ({ errMsg }) => this.setData({ board: errMsg }),
    });
  },
  listen() {
    const socket = wx.connectSocket({ url: 'wss://built.in.example/api/live' });
    socket.onOpen(() => socket.send({ data: 'board' }));
    socket.onMessage(({ data }) => this.setData({ called: data }));
  },
  scan() {
    wx.scanCode({ success: ({ result }) => this.setData({ scanned: result }), fail: ({ errMsg }) => this.setData({ scanned: errMsg }) });
  },
  watch() {
    wx.requestSubscribeMessage({ tmplIds: ['called'], success: (result) => this.setData({ scanned: result.called }) });
  },
  broken() {
    throw new Error('the drawer is stuck');
  },
});
