import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Body } from '../newsroom/article.ts';

/** Where rendered bodies are kept between builds, below Astro's cache folder. */
export function bodiesFolder(cacheDir: URL): string {
  return fileURLToPath(new URL('bodies/', cacheDir));
}

/** Rendered bodies in a folder, by key. */
export class BodyCache {
  readonly #folder: string;

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

  write(key: string, body: Body): Body {
    const file = this.#fileOf(key);
    mkdirSync(path.dirname(file), { recursive: true });
    // A build that is killed here must not leave half a body under a name that stands for the whole.
    writeFileSync(`${file}.part`, JSON.stringify(body));
    renameSync(`${file}.part`, file);
    return body;
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, key.slice(0, 2), `${key.slice(2)}.json`);
  }
}
