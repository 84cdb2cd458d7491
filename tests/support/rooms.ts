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
  checks: ['filing', 'newsroom', 'schema', 'body/own-blocks'],
  archive: ['newsroom', 'schema', 'body', 'filing/now'],
  views: ['newsroom', 'body'],
  components: ['views', 'body/html', 'body/parts', 'newsroom/escaping', 'astro', 'styles/colours'],
  layouts: [
    'components',
    'views',
    'body/italics',
    'newsroom/language',
    'newsroom/languages',
    'styles',
    'fonts',
    'scripts',
  ],
  pages: [
    'archive',
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
  desk: ['filing', 'checks', 'binding', 'body', 'newsroom', 'schema', 'views/paper/book', 'cards/cover'],
  cards: ['newsroom'],
  press: ['filing', 'checks', 'astro', 'body', 'cards', 'newsroom', 'schema', 'styles/languages'],
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
