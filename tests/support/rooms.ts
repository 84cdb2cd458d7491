import { readdirSync } from 'node:fs';
import path from 'node:path';
import { project } from './paper.ts';

/** Rooms of `src/` and what each may import from this project; the README says what each holds. */
export const rooms: Record<string, readonly string[]> = {
  newsroom: [],
  astro: ['newsroom'],
  body: ['newsroom'],
  schema: ['newsroom'],
  markdown: ['newsroom', 'body'],
  filing: ['newsroom', 'schema', 'markdown', 'body', 'cards/lettering', 'cards/own-faces'],
  checks: ['filing', 'newsroom', 'schema', 'body/own-blocks', 'body/body', 'body/body-cache', 'body/text', 'body/tree'],
  importing: ['newsroom', 'schema', 'markdown', 'filing', 'body/own-blocks', 'checks/examples'],
  archive: ['newsroom', 'schema', 'body', 'astro', 'filing/now'],
  views: ['newsroom', 'body'],
  components: [
    'views',
    'body/html',
    'body/parts',
    'newsroom/escaping',
    'newsroom/hyphenation',
    'newsroom/permalink',
    'astro',
    'styles/colours',
    'styles/blocks',
    'styles/nameplate',
  ],
  layouts: [
    'components',
    'views',
    'body/italics',
    'newsroom/language',
    'newsroom/languages',
    'newsroom/permalink',
    'styles',
    'fonts',
    'scripts',
  ],
  pages: [
    'archive',
    'newsroom/permalink',
    'views',
    'layouts',
    'components/photo/thumbnail',
    'components/photo/reader-pictures',
    'components/photo/book-files',
    'body/html',
    'markdown/to-markdown',
    'scripts/service-worker',
    'styles/feed',
    'styles/colours',
  ],
  styles: ['fonts', 'newsroom'],
  scripts: [],
  binding: ['newsroom', 'body', 'views'],
  editor: ['schema', 'filing/field-edits'],
  desk: [
    'filing',
    'editor/blocks',
    'editor/told-schema',
    'checks',
    'binding',
    'body',
    'newsroom',
    'schema',
    'astro',
    'importing',
    'press',
    'views/paper/book',
    'cards/cover',
  ],
  cards: ['newsroom'],
  press: [
    'filing',
    'checks',
    'astro',
    'body',
    'cards',
    'newsroom',
    'schema',
    'scripts/writing-desk',
    'styles/languages',
    'editor/configuration',
  ],
  artwork: [],
  fonts: [],
  'content.config.ts': ['press'],
};

export const src = path.join(project, 'src');
/** Every file of code and style in `src/`, from there, with forward slashes. */
export const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|mjs|astro|css)$/.test(file),
);

/** Everything that a file imports from `src/`, as paths from there: static, type-only, dynamic, of style sheets. */
export function importsOf(file: string, text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|@import\s+(?:url\()?)['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)]
    .map((match) => (match[1] ?? '').replace(/\?.*$/, ''))
    .flatMap((target) => {
      if (target.startsWith('.')) return [path.join(path.dirname(file), target)];
      if (/^(@\/|~\/|src\/|\/src\/)/.test(target)) return [target.replace(/^(@\/|~\/|\/?src\/)/, '')];
      return [];
    })
    .map((target) => target.replaceAll(path.sep, '/'));
}
