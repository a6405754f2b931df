import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// During development the app runs on Vite's port and talks to a running fleet's gateway.
const gateway = process.env.SUPERINTEL_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': gateway, '/ws': { target: gateway, ws: true } } },
  build: { outDir: 'dist', sourcemap: false },
  test: { environment: 'jsdom', setupFiles: 'src/testing/setup.ts', testTimeout: 180_000 },
});
