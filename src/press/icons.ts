import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { iconPath } from '../filing/icon.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { digestOfEngine, digestOfSharp } from '../filing/sources.ts';
import { digestOf } from '../newsroom/digest.ts';
import { initialOf } from '../newsroom/initial.ts';
import { directionOf } from '../newsroom/language.ts';

/** All that these pictures are made of, as it is written, for those who have to know whether it has changed. */
export function iconFacts(root: string): string[] {
  const text = readFileSync(path.join(root, 'content/publication.yaml'), 'utf8');
  const drawings = [...text.matchAll(/^(?:icon|nameplate):\s*["']?(?:\.\/)?([^"'\n]*)/gm)].map(([, file = '']) =>
    path.join(root, 'content', file.trim()),
  );
  const written = (field: string) => new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(text)?.[1] ?? '';
  const name = written('name');
  const language = /[a-z]+(?:-\w+)*/i.exec(written('language'))?.[0] ?? 'en';
  // A name of several lines, or one that stands elsewhere, is as good as all of the file.
  const initial = /^[>|&*!{[]|^$/.test(name) ? text : initialOf(name.replace(/^["']/, ''), language);
  return [
    initial,
    language,
    written('icon'),
    written('nameplate'),
    ...drawings.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'latin1')),
  ];
}

/**
 * A folder with the pictures that stand for a paper, made of its name or of the picture that it names; what lies in its own `public/`
 * is published in their place. They are drawn once, and kept in the cache.
 * @returns `undefined` for a paper that does not say what it is
 */
export async function iconsOf(root: string): Promise<string | undefined> {
  const { publication } = readPaperData(root);
  if (!publication) return undefined;
  const { name, language, icon, nameplate } = publication;
  const picture = icon && iconPath(icon);
  const drawn = nameplate && iconPath(nameplate);
  const drawing = [digestOfEngine(['cards', 'fonts/cards', 'newsroom/initial.ts']), digestOfSharp()];
  const shown = picture ? readFileSync(path.join(root, picture)).toString('latin1') : `${name} ${language}`;
  const home = path.join(root, '.astro/icons');
  const named = drawn ? [readFileSync(path.join(root, drawn)).toString('latin1')] : [];
  const folder = path.join(home, digestOf(...drawing, shown, ...named));
  if (existsSync(folder)) return folder;
  const { iconFiles, nameplateFile } = await import('../cards/icon.ts');
  const initial = { text: initialOf(name, language), language, direction: directionOf(language) };
  const files = await iconFiles(picture ? { picture: path.join(root, picture) } : { initial });
  if (drawn) files['icons/nameplate.png'] = await nameplateFile(path.join(root, drawn));
  rmSync(home, { recursive: true, force: true });
  const unfinished = `${folder}.${process.pid}`;
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(unfinished, file)), { recursive: true });
    writeFileSync(path.join(unfinished, file), bytes);
  }
  renameSync(unfinished, folder);
  return folder;
}
