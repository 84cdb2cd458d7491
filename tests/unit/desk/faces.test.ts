import { expect, it, vi } from 'vitest';

it('The desk leaves the faces of this machine to the browser that it starts.', async () => {
  vi.stubEnv('FONTCONFIG_FILE', undefined);
  // Loaded anew, whatever other tests have loaded.
  vi.resetModules();
  await import('../../../src/desk/edition.ts');
  expect(process.env.FONTCONFIG_FILE).toBeUndefined();
  vi.unstubAllEnvs();
});
