import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** Static style attributes are refused by our content policy, one report per element. */
const noStaticStyle = {
  meta: { type: 'problem', schema: [], messages: { found: 'Use a class or style:prop={…}: the content policy refuses style="…".' } },
  create(context) {
    return {
      'SvelteAttribute[key.name="style"]'(node) {
        context.report({ node, messageId: 'found' })
      },
    }
  },
}

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs['flat/recommended'],
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { muntsaus: { rules: { 'no-static-style': noStaticStyle } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', { name: 'svelte/store', message: 'State lives in runes.' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression > MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Build nodes, never markup.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'muntsaus/no-static-style': 'error',
      // State classes decide themselves what is reactive; a plain Map or Date behind a rune is often meant.
      'svelte/prefer-svelte-reactivity': 'off',
      // There are no stores, as no-restricted-imports holds; looking for their misuse asks the type of every expression.
      'svelte/require-store-reactive-access': 'off',
      // Paths are our own small router, not SvelteKit's.
      'svelte/no-navigation-without-resolve': 'off',
      // The parser sees handler arguments and component generics as any; svelte-check sees their types.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['*.js', 'bench/*.mjs'], ...ts.configs.disableTypeChecked },
  { files: ['bench/*.mjs'], languageOptions: { globals: { ...globals.node } } },
)
