import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Body } from './body.ts';

/** Where rendered bodies are kept between builds, below Astro's cache folder. */
export function bodiesFolder(cacheDir: URL): string {
  return fileURLToPath(new URL('bodies/', cacheDir));
}

/** Rendered bodies in a folder, by key. */
export class BodyCache {
  readonly #folder: string;
  readonly #folders = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  has(key: string): boolean {
    return existsSync(this.#fileOf(key));
  }

  read(key: string): Body | undefined {
    try {
      return JSON.parse(readFileSync(this.#fileOf(key), 'utf8')) as Body;
    } catch {
      return undefined;
    }
  }

  /** A file that a dying build leaves half written is no JSON, and is made again. */
  write(key: string, body: Body): Body {
    const file = this.#fileOf(key);
    const folder = path.dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(file, JSON.stringify(body));
    return body;
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, key.slice(0, 1), `${key.slice(1)}.json`);
  }
}
