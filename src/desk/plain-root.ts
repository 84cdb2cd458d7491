import type { AstroInlineConfig } from 'astro';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The project's folder as Astro has to be told of it. Astro and Vite take its path for an address here and there, where `%`, `#`
 * and `?` mean something else, and write it between quotation marks: a folder with such a name they get by a link of a plain one.
 * @returns the place, and what takes the link away when Astro has ended
 */
export function plainRoot(root: string): { place: Pick<AstroInlineConfig, 'root' | 'vite'>; leave: () => void } {
  if (path.sep === '\\' || !/[%#?"\t\r\n]/.test(root)) return { place: { root }, leave: () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
  const link = path.join(folder, 'paper');
  symlinkSync(root, link);
  const cwd = process.cwd.bind(process);
  // Astro puts what it makes on the way below the working directory, which the system tells by its real name.
  process.cwd = () => link;
  // One module Astro asks for by its real name, which Vite would cut at the sign.
  const byRealName = {
    name: 'by-real-name',
    enforce: 'pre' as const,
    load: (id: string) => (id.startsWith(`${root}/`) ? readFileSync(id, 'utf8') : undefined),
  };
  return {
    place: { root: link, vite: { resolve: { preserveSymlinks: true }, plugins: [byRealName] } },
    leave: () => {
      process.cwd = cwd;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
