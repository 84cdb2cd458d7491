import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, importsOf, rooms, src } from '../support/rooms.ts';

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
    expect(circles).toEqual([]);
  });

  it('leave dayjs to the calendar and astro:content to the archive', () => {
    const users = (name: RegExp) => files.filter((file) => name.test(readFileSync(path.join(src, file), 'utf8')));
    expect(users(/from 'dayjs/)).toEqual([path.join('newsroom', 'calendar.ts')]);
    expect(users(/import .*getCollection.*'astro:content'/)).toEqual([path.join('archive', 'archive.ts')]);
  });

  it('are left alone by commands that look at no paper: neither schemas nor languages are loaded for them', () => {
    const { packages, modules } = loadedBy(['desk/desk.ts', 'desk/explain.ts', 'desk/completion.ts']);
    expect(packages).toEqual(['commander', 'leven']);
    expect(modules.filter((file) => /^newsroom\/languages|^schema|^markdown/.test(file))).toEqual([]);
  });

  it.each(['next', 'change', 'check', 'publish', 'build'])(
    'load Astro, pictures, Markdown and the index of the search when a verb needs them, not with it: %s',
    (verb) => {
      const { packages } = loadedBy([`desk/${verb}.ts`]);
      expect(packages.filter((name) => /^(?:astro|vite|sharp|remark|rehype|pagefind)\b/.test(name))).toEqual([]);
    },
  );

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

/** What is loaded with some modules, before anything is done. */
function loadedBy(begin: readonly string[]): { modules: string[]; packages: string[] } {
  const modules = new Set(begin);
  const packages = new Set<string>();
  for (const file of modules)
    for (const [, target = ''] of readFileSync(path.join(src, file), 'utf8').matchAll(
      /^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm,
    ))
      if (target.startsWith('.')) modules.add(path.posix.join(path.posix.dirname(file), target));
      else if (!target.startsWith('node:')) packages.add(target);
  return { modules: [...modules], packages: [...packages].sort() };
}
