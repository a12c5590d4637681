App({
  onLaunch(options) {
    this.entered = options;
  },
});
