const path = require('node:path')
const { components } = require('./components.js')

/** Registers the aria attributes with the mini-program platform; the browser needs nothing. */
module.exports = (ctx) => {
  ctx.registerMethod('onSetupClose', (platform) => {
    if (!platform.template) return
    platform.template.mergeComponents(ctx, components)
    platform.runtimePath = [].concat(platform.runtimePath, path.join(__dirname, 'runtime.js'))
  })
}
