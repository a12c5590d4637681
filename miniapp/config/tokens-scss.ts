import path from 'node:path'
import { requireWithEsbuild } from '@tarojs/helper'

type Tokens = typeof import('../../packages/shared/src/design/tokens.ts')

const tokensFile = path.resolve(__dirname, '../../packages/shared/src/design/tokens.ts')

/**
 * The design tokens as a Sass preamble: two mixins that print custom properties, the two values Sass itself needs,
 * and `$h5`, by which a stylesheet tells the browser from WeChat.
 * Prepended to every stylesheet, so it must print nothing by itself.
 */
export function tokensAsScss(): string {
  // Compiled here, so that any Node that runs the build can read the TypeScript source.
  const { customProperties, fontFamily, lineHeight } = requireWithEsbuild(tokensFile, { customSwcConfig: { module: { type: 'commonjs' } } }) as Tokens
  const mixin = (name: string, properties: Record<string, string>) =>
    `@mixin ${name}{${Object.entries(properties).map(([key, value]) => `--${key}:${value};`).join('')}}`
  return [mixin('tokens', customProperties('normal')), mixin('tokens-elder', customProperties('elder')),
    `$font-family:${fontFamily};`, `$line-height:${lineHeight};`, `$h5:${process.env.TARO_ENV === 'h5'};`].join('\n')
}
