import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const CHINESE = '/[\\u3400-\\u9fff]/';

const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the clock: platform/clock on the server, kit/clock in a client.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the clock: platform/clock on the server, kit/clock in a client.' },
];
// TARO_ENV is no setting: the build replaces it by a constant.
const environment = { selector: ":not(MemberExpression[property.name='TARO_ENV']) > MemberExpression[object.name='process'][property.name='env']", message: 'Settings are read once, in platform/config.' };
const circle = { selector: "CallExpression[callee.name='forwardRef']", message: 'Two modules that need each other are one module, or an event.' };
const copy = ['JSXText[value=%]', 'Literal[value=%]', 'TemplateElement[value.raw=%]'].map((selector) => ({
  selector: selector.replace('%', CHINESE),
  message: 'Words for people live in kit/copy.',
}));
const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules.flat()] });
const lines = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }] });

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '.cache/', 'data/', 'docs/', 'test/artefacts/', 'packages/shared/src/api/', 'miniapp/types/'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...syntax(clock, environment, circle),
      ...lines(300),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-self-compare': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-restricted-imports': ['error', { patterns: [{ regex: '^@hall/[^/]+/src/|/(shared|doubles|cloud-api|console|miniapp)/src/', message: 'Another package is used by its name: @hall/<package>/<folder>/<file>.' }] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // Constructor injection needs classes as values, which look like types to a linter without type information.
  { files: ['cloud-api/src/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  { files: ['console/src/**/*.{ts,tsx}', 'miniapp/src/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  { files: ['console/src/**/*.tsx', 'miniapp/src/**/*.tsx'], ignores: ['**/kit/copy/**', '**/*.test.tsx'], rules: syntax(clock, environment, circle, copy) },
  { files: ['miniapp/src/**/index.tsx'], rules: lines(200) },

  // The homes of what is forbidden elsewhere.
  { files: ['cloud-api/src/platform/clock/**', '**/kit/clock.ts', 'packages/doubles/src/system-clock.ts'], rules: syntax(environment, circle) },
  { files: ['cloud-api/src/platform/config/**', 'cloud-api/src/main.ts', 'cloud-api/src/openapi.ts', 'cloud-api/src/set-up-hall.ts'], rules: syntax(clock, circle) },
  { files: ['scripts/**', '**/config/**', '*.config.*', '**/*.config.{ts,mjs,cjs}', '.dependency-cruiser.mjs'], rules: { 'no-restricted-syntax': 'off', 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' } },

  // Tests stand outside: they start servers, measure, and look at any file they like.
  { files: ['**/*.test.{ts,tsx}', '**/*.{builder,builders}.{ts,tsx}', '**/testing/**', 'test/**'], rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off', ...lines(400) } },
);
