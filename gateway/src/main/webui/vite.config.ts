import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockPlatform } from './mock/plugin.ts';

// `npm run mock` answers /api from made-up data; `npm run dev` forwards to a running platform.
const mocked = process.env.FAIRLEAD_MOCK === '1';
const gateway = process.env.FAIRLEAD_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), ...(mocked ? [mockPlatform()] : [])],
  server: mocked ? {} : { proxy: Object.fromEntries(['/api', '/login', '/logout'].map((path) => [path, { target: gateway, changeOrigin: true }])) },
  build: {
    // The gateway's content security policy allows no data: fonts or images of ours.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licences.md' },
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'map', test: /maplibre|topojson/ },
            { name: 'board', test: /cytoscape/ },
            { name: 'patternfly', test: /@patternfly/ },
            { name: 'vendor', test: /node_modules/ },
          ],
        },
      },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
