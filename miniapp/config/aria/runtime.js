import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './components.js'

mergeInternalComponents(components)
