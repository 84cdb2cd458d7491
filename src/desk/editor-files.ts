import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { blocks } from '../editor/blocks.ts';
import { toldSchema } from '../editor/told-schema.ts';
import { article, type ArticleSchema } from '../schema/article.ts';
import { front } from '../schema/front.ts';
import { page } from '../schema/page.ts';
import { contributor, elsewhere, heading, publication } from '../schema/paper.ts';

const folder = '.vscode/schemas';

/** What each file of YAML may hold, by what its schema is called. */
const filed = {
  publication: [publication, 'content/publication.yaml'],
  section: [heading, 'content/sections/*.yaml'],
  topic: [heading, 'content/topics/*.yaml'],
  contributor: [contributor, 'content/contributors/*.yaml'],
  front: [front, 'content/fronts/*.yaml'],
  elsewhere: [elsewhere, 'content/related/*.yaml'],
} as const;

/** Files that make Visual Studio Code know a paper, by their names from its folder. */
export function editorFiles(): Record<string, string> {
  return {
    '.vscode/extensions.json': json({ recommendations: ['redhat.vscode-yaml', 'astro-build.astro-vscode'] }),
    '.vscode/settings.json': json({
      'yaml.schemas': Object.fromEntries(
        Object.entries(filed).map(([name, [, files]]) => [`./${folder}/${name}.json`, files]),
      ),
      'files.exclude': { '.astro': true, node_modules: true },
      'markdown.copyFiles.destination': { '/content/**/*': './' },
    }),
    '.vscode/broadsheet.code-snippets': json(
      Object.fromEntries(
        Object.entries(blocks).map(([name, body]) => [name, { scope: 'markdown', prefix: name, body }]),
      ),
    ),
    ...schemas(article),
  };
}

/**
 * Brings the schemas of a paper up to date that has them, with the fields of its own.
 * @param own what reads the front matter of its articles
 */
export function renewSchemas(root: string, own: ArticleSchema = article): void {
  if (!existsSync(path.join(root, folder))) return;
  for (const [file, text] of Object.entries(schemas(own))) {
    const place = path.join(root, file);
    if (existsSync(place) && readFileSync(place, 'utf8') === text) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
}

function schemas(ofArticles: z.ZodType): Record<string, string> {
  const all = {
    ...Object.fromEntries(Object.entries(filed).map(([name, [schema]]) => [name, schema])),
    // The front matter of Markdown.
    article: ofArticles,
    page,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, schema]) => [`${folder}/${name}.json`, json(toldSchema(schema))]),
  );
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
