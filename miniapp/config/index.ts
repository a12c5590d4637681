import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { iconUrl } from './lean/icon-url'
import { tokensAsScss } from './tokens-scss'

/**
 * One build for both faces of the mini-program.
 *
 * `HALL_API_BASE` is the only setting: the origin of the API without `/api`. The weapp needs it
 * (`https://hall.example.cn`, declared as a request domain in the WeChat console); without it the build talks to a
 * server on this computer, which only the developer tools accept. H5 needs none: it asks its own origin.
 */
export default defineConfig<'webpack5'>(async () => {
  process.env.BROWSERSLIST_ENV = process.env.NODE_ENV
  const platform = process.env.TARO_ENV
  const apiBase = process.env.HALL_API_BASE ?? (platform === 'h5' ? '' : 'http://127.0.0.1:3000')
  // Functions, because Taro's validator refuses a RegExp here and still exits 0.
  const include = [(file: string) => /packages[\\/]shared/.test(file)]

  const config: UserConfigExport<'webpack5'> = {
    projectName: 'service-hall', date: '2026-11-22',
    designWidth: 750, deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src', outputRoot: `dist/${platform}`,
    framework: 'react',
    plugins: [path.join(__dirname, 'aria', 'plugin.js')],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Webpack's cache on disk has left out modules after builds in a row. A build takes half a minute at most without it.
    cache: { enable: false },
    defineConstants: { HALL_API_BASE: JSON.stringify(apiBase.replace(/\/+$/, '')) },
    sass: { data: tokensAsScss() },
    terser: { enable: true, config: { output: { comments: false, ascii_only: false } } },
    mini: {
      optimizeMainPackage: { enable: true },
      experimental: { compileMode: true, useXsForTemplate: true },
      compile: { include },
      // Sizes are CSS pixels everywhere: they follow the elder mode, not the width of the phone.
      postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      publicPath: './', staticDirectory: 'static', router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
      compile: { include },
      postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
      webpackChain(chain) {
        chain.module.rule('icons-as-text').test(/lucide-static[\\/]icons[\\/][\w-]+\.svg$/).set('type', 'asset').set('parser', { dataUrlCondition: { maxSize: 10_000 } }).set('generator', { dataUrl: iconUrl })
        chain.module.rule('without-icon-font').test(/taro-components\.css$/).enforce('pre').use('drop-font-face').loader(path.join(__dirname, 'lean', 'drop-font-face.js'))
        // A page loads what it uses: modules shared by the same set of pages travel together, and nothing is bundled by name.
        chain.optimization.splitChunks({
          chunks: 'all', minSize: 6_000, maxInitialRequests: 30, maxAsyncRequests: 30,
          cacheGroups: { default: false, defaultVendors: false, shared: { minChunks: 2, reuseExistingChunk: true } },
        })
      },
    },
  }
  return config
})
