import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../support/paper.ts';

/** Rooms of `src/` and what each may import from this project; the README says what each holds. */
const rooms: Record<string, readonly string[]> = {
  newsroom: [],
  body: ['newsroom'],
  schema: ['newsroom'],
  markdown: ['newsroom'],
  filing: ['newsroom', 'schema', 'markdown', 'body', 'cards/lettering', 'cards/own-faces'],
  checks: ['filing', 'newsroom', 'schema'],
  archive: ['newsroom', 'schema', 'body', 'filing/now'],
  views: ['newsroom'],
  components: ['views', 'press/astro-internals', 'styles/colours'],
  layouts: ['components', 'views', 'newsroom/language', 'styles', 'fonts', 'scripts'],
  pages: [
    'archive',
    'views',
    'layouts',
    'components/photo/thumbnail',
    'components/photo/reader-pictures',
    'markdown/from-html',
    'scripts/service-worker',
    'styles/feed',
    'styles/colours',
  ],
  styles: ['fonts'],
  scripts: [],
  binding: ['newsroom', 'cards'],
  desk: ['filing', 'checks', 'binding', 'newsroom', 'schema', 'cards/cover'],
  cards: ['newsroom'],
  press: ['filing', 'checks', 'body', 'cards', 'newsroom', 'schema'],
  artwork: [],
  fonts: [],
  'content.config.ts': ['press'],
};

const src = path.join(project, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
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

describe('the rooms of src/', () => {
  it('are all on the list', () => {
    expect(
      [...new Set(files.map((file) => file.split(/[\\/]/)[0]))].filter(
        (room) => room !== undefined && !(room in rooms) && room !== 'env.d.ts',
      ),
    ).toEqual([]);
  });

  it('import only what their rows allow', () => {
    const forbidden = files.flatMap((file) => {
      const room = file.split(/[\\/]/)[0] ?? '';
      const allowed = rooms[room] ?? [];
      return importsOf(file, readFileSync(path.join(src, file), 'utf8'))
        .filter(
          (target) =>
            !target.startsWith(`${room}/`) &&
            !allowed.some((each) => target === each || target.startsWith(`${each}/`) || target.startsWith(`${each}.`)),
        )
        .map((target) => `${file} imports ${target}`);
    });
    expect(forbidden).toEqual([]);
  });

  it('have no file that leads back to itself', () => {
    const importing = new Map(
      files.map((file) => {
        const name = file.replaceAll(path.sep, '/');
        return [name, importsOf(name, readFileSync(path.join(src, file), 'utf8'))] as const;
      }),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const follow = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const next of importing.get(file) ?? []) follow(next, [...way, file]);
      done.add(file);
    };
    for (const file of importing.keys()) follow(file, []);
    const left = /^(newsroom\/words|binding\/book)\.ts/;
    expect(circles.filter((circle) => !left.test(circle))).toEqual([]);
  });

  it('leave dayjs to the calendar and astro:content to the archive', () => {
    const users = (name: RegExp) => files.filter((file) => name.test(readFileSync(path.join(src, file), 'utf8')));
    expect(users(/from 'dayjs/)).toEqual([path.join('newsroom', 'calendar.ts')]);
    expect(users(/import .*getCollection.*'astro:content'/)).toEqual([path.join('archive', 'archive.ts')]);
  });

  it('have a file system and a clock outside the newsroom and the views only', () => {
    const pure = files.filter((file) => /^(newsroom|views)[\\/]/.test(file));
    const impure = pure.filter((file) =>
      /node:fs|Date\.now\(\)|new Date\(\)|process\.|import\.meta\.env/.test(readFileSync(path.join(src, file), 'utf8')),
    );
    expect(impure).toEqual([]);
  });

  it('are read with every way of importing', () => {
    const text = `import type { A } from './a.ts';\nimport '../desk/b.ts';\nexport { c } from '../press/c.ts';\nawait import('../views/d.ts');\nimport x from '@/styles/e.css';\n@import '../fonts/f.css';`;
    expect(importsOf('room/file.ts', text)).toEqual([
      'room/a.ts',
      'desk/b.ts',
      'press/c.ts',
      'views/d.ts',
      'styles/e.css',
      'fonts/f.css',
    ]);
  });
});
