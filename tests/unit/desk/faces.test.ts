import { expect, it } from 'vitest';

it('The desk leaves the faces of this machine to the browser that it starts.', async () => {
  await import('../../../src/desk/edition.ts');
  expect(process.env.FONTCONFIG_FILE).toBeUndefined();
});
