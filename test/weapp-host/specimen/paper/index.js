Page({
  data: { caseNumber: '', sent: '', picture: '' },
  onLoad(query) {
    this.setData({ caseNumber: query.case });
  },
  shoot() {
    wx.chooseMedia({
      count: 1,
      success: ({ tempFiles }) => wx.compressImage({
        src: tempFiles[0].tempFilePath, quality: 60, compressedWidth: 40,
        success: ({ tempFilePath }) => this.send(tempFilePath),
      }),
      fail: ({ errMsg }) => this.setData({ sent: errMsg }),
    });
  },
  send(filePath) {
    this.setData({ picture: filePath });
    wx.uploadFile({ url: 'https://built.in.example/api/pictures', filePath, name: 'file', header: { authorization: 'Bearer t' }, success: ({ data }) => this.setData({ sent: data }) });
  },
  leave() {
    wx.showModal({ title: '确定放弃吗', success: ({ confirm }) => { if (confirm) wx.navigateBack(); } });
  },
});
