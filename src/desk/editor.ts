import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorApart } from '../press/editor-desk.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';

/** Hosts of Git that Sveltia knows, and signs editors in at. */
export const hosts = ['github', 'gitlab', 'gitea'] as const;

/**
 * `npm run desk editor <folder>`: writes the editor in the browser as a site of its own, for editors who have the paper on no machine.
 * @returns whether it was written
 */
export async function editor(
  root: string,
  folder: string,
  { repo, branch, host }: { repo: string; branch: string; host: string },
): Promise<Outcome> {
  if (!hosts.some((known) => known === host)) return refuse(`"${host}" is none of ${hosts.join(', ')}.`);
  if (!/^[\w.-]+(?:\/[\w.-]+)+$/.test(repo)) return refuse(`"${repo}" names no repository. Write it as owner/name.`);
  const home = path.resolve(root, folder);
  if (`${home}${path.sep}`.startsWith(path.join(root, 'dist') + path.sep))
    return refuse('dist/ is what readers get. Name another folder.');
  for (const [name, bytes] of await editorApart(root, { name: host, repo, branch })) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), bytes);
  }
  console.log(`${folder} is the editor. Put it where editors alone come by; they sign in with a token of the host.`);
  return true;
}
