import { readFileSync } from 'node:fs';
import type { BackNumbers } from './back-numbers.ts';
import type { Shelved } from './shelf.ts';

/** What is known of the published site, so that the next build renders only what has changed. */
export interface Proof {
  /** Name of the bundle that the pages were rendered of, where one was kept. */
  bundle?: string | undefined;
  backNumbers: BackNumbers;
  books: Shelved;
  /** By address. A part of the search index goes by the address of its records. */
  pages: Record<string, ProvenPage>;
  /** Files that are no page's: scripts, styles, public files. */
  others: string[];
}

/** A page or another file that is rendered; files are named from the site. */
export interface ProvenPage {
  key: string;
  file: string;
  stamp: string;
  /** What it needs: pictures, faces, its card, its compressed forms. */
  assets: string[];
}

/** The proof in a file; one of nothing where there is none that can be read. */
export function readProof(file: string): Proof {
  try {
    const proof = JSON.parse(readFileSync(file, 'utf8')) as Partial<Proof>;
    if (proof.others) return { backNumbers: {}, books: {}, pages: {}, ...proof, others: proof.others };
  } catch {
    // As if nothing were published.
  }
  return { backNumbers: {}, books: {}, pages: {}, others: [] };
}

/** All files of the site that a proof is of, but those of former publications. */
export function filesOf({ pages, others }: Pick<Proof, 'pages' | 'others'>): Set<string> {
  const files = new Set(others);
  for (const { file, assets } of Object.values(pages)) {
    files.add(file);
    for (const asset of assets) files.add(asset);
  }
  return files;
}
