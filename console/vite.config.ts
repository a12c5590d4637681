import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two builds from one source: `vite build` makes the desk console (dist/console, served at /console) and
 * `vite build --mode screen` the hall screen (dist/screen, served at /screen). They are built apart so that the
 * screen, which runs on small boxes, can never pull in the console's component library.
 */
export default defineConfig(({ mode }) => {
  const name = mode === 'screen' ? 'screen' : 'console';
  return {
    root: here(`./src/${name === 'screen' ? 'screen' : 'app'}`),
    base: `/${name}/`,
    plugins: [react()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir: here(`./dist/${name}`), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
    server: { proxy: { '/api': { target: process.env['HALL_API'] ?? 'http://127.0.0.1:3000', ws: true } } },
  };
});
