import { afterEach, expect, test, vi } from 'vitest';
import { serve } from '../../../src/desk/serve.ts';
import { project } from '../../support/paper.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test.each(['abc', '', '-1', '70000'])(
  'A port "%s" is refused before anything is built, with the remedy',
  async (PORT) => {
    vi.stubEnv('PORT', PORT);
    const told = vi.spyOn(console, 'log').mockReturnValue();
    const refused = vi.spyOn(console, 'error').mockReturnValue();
    expect(await serve(project)).toBe(false);
    expect([told.mock.calls, refused.mock.calls]).toEqual([
      [],
      [[`PORT is "${PORT}", which is no port. Give a number from 1024 to 65535, or leave it out.`]],
    ]);
  },
);
