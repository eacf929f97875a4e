import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests compare the texts with the lists in the core's sources.
const core = process.env['VITEST'] ? [fileURLToPath(new URL('../src-tauri/core/src', import.meta.url))] : [];
const assets = fileURLToPath(new URL('../assets', import.meta.url));

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  resolve: { alias: { '@locales': `${assets}/locales`, '@fonts': `${assets}/fonts` } },
  server: { port: 5173, strictPort: true, fs: { allow: ['.', assets, ...core] } },
  // Nothing is inlined: the window's policy allows neither data addresses nor inline scripts and styles.
  build: { target: ['es2022', 'safari16'], assetsInlineLimit: 0, cssCodeSplit: false, modulePreload: false, sourcemap: false },
  // The rules of accessibility take seconds where the machine has other work.
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'], setupFiles: ['src/test-setup.ts'], testTimeout: 20_000 },
});
