import { existsSync, globSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { matterOf } from './matter.ts';

type System = 'jekyll' | 'hugo' | 'zola' | 'eleventy' | 'astro' | 'obsidian' | 'plain';

/** A site of Markdown files on this machine: what its configuration says of addresses, names and files. */
export interface Site {
  root: string;
  system: System;
  /** Where it was published. */
  url?: string | undefined;
  /** Patterns of addresses, by the folder or kind that they are for; `''` for all. */
  permalinks: Record<string, string>;
  /** Authors by their keys. */
  authors: Record<string, string>;
}

const marks: [file: string, system: System][] = [
  ['_config.yml', 'jekyll'],
  ['_config.yaml', 'jekyll'],
  ['hugo.toml', 'hugo'],
  ['hugo.yaml', 'hugo'],
  ['hugo.json', 'hugo'],
  ['config/_default/hugo.toml', 'hugo'],
  ['config/_default/config.toml', 'hugo'],
  ['config.yaml', 'hugo'],
  ['config.toml', 'hugo'],
  ['.eleventy.js', 'eleventy'],
  ['eleventy.config.js', 'eleventy'],
  ['eleventy.config.mjs', 'eleventy'],
  ['astro.config.mjs', 'astro'],
  ['astro.config.ts', 'astro'],
  ['.obsidian', 'obsidian'],
];

const sites = new Map<string, Site>();

/** The site that a file belongs to: the nearest folder above it with a configuration, or the folder that was named. */
export function siteOf(file: string, named: string | undefined): Site {
  let folder = path.dirname(file);
  for (let above = 0; above < 8; above += 1) {
    const known = sites.get(folder);
    if (known) return known;
    const mark = marks.find(([name]) => existsSync(path.join(folder, name)));
    if (mark) {
      const site = readSite(folder, mark);
      sites.set(folder, site);
      return site;
    }
    const up = path.dirname(folder);
    if (up === folder) break;
    folder = up;
  }
  return { root: named ?? path.dirname(file), system: 'plain', permalinks: {}, authors: {} };
}

function readSite(root: string, [name, system]: [string, System]): Site {
  const fields = fieldsIn(path.join(root, name));
  // Zola and Hugo share the name of a file.
  const is =
    name === 'config.toml' && ('base_url' in fields || ('taxonomies' in fields && 'markdown' in fields))
      ? 'zola'
      : system;
  const text = name.includes('config.') && /\.m?[jt]s$/.test(name) ? readOr(path.join(root, name)) : '';
  const url = [
    fields.url,
    fields.baseURL,
    fields.baseurl,
    fields.base_url,
    fields.site,
    /\bsite:\s*['"]([^'"]+)['"]/.exec(text)?.[1],
  ]
    .map((each) => (typeof each === 'string' ? each : ''))
    .find((each) => /^https?:\/\//.test(each) && URL.canParse(each));
  const base =
    is === 'jekyll' && typeof fields.baseurl === 'string' && url
      ? `${url.replace(/\/$/, '')}/${fields.baseurl.replace(/^\/|\/$/g, '')}`
      : url;
  return {
    root,
    system: is,
    url: base ? `${base.replace(/\/$/, '')}/` : undefined,
    permalinks: patternsIn(fields),
    authors: authorsIn(root, fields),
  };
}

function patternsIn(fields: Record<string, unknown>): Record<string, string> {
  const { permalink, permalinks } = fields;
  if (typeof permalink === 'string') return { '': permalink };
  if (!permalinks || typeof permalinks !== 'object') return {};
  const { page } = permalinks as { page?: unknown };
  const all = page && typeof page === 'object' ? page : permalinks;
  return Object.fromEntries(
    Object.entries(all).filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}

function authorsIn(root: string, fields: Record<string, unknown>): Record<string, string> {
  const names: Record<string, string> = {};
  const sources: unknown[] = [
    '_data/authors.yml',
    '_data/authors.yaml',
    '_data/authors.json',
    'data/authors.yaml',
    'data/authors.json',
  ]
    .map((file) => path.join(root, file))
    .filter((file) => existsSync(file))
    .map(fieldsIn);
  for (const source of [...sources, fields.authors]) {
    if (!source || typeof source !== 'object') continue;
    for (const [key, value] of Object.entries(source)) {
      const name = typeof value === 'string' ? value : String((value as { name?: string } | null)?.name ?? '');
      if (name) names[key] = name;
    }
  }
  return names;
}

function fieldsIn(file: string): Record<string, unknown> {
  const text = readOr(file);
  if (file.endsWith('.toml')) return matterOf(`+++\n${text}\n+++\n`).fields;
  if (file.endsWith('.json')) return matterOf(`;;;\n${text}\n;;;\n`).fields;
  if (/\.ya?ml$/.test(file)) return matterOf(`---\n${text.replace(/^---[ \t]*$/gm, '')}\n---\n`).fields;
  return {};
}

function readOr(file: string): string {
  try {
    return statSync(file).isFile() && statSync(file).size < 2_000_000 ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Markdown files of sites, in small letters and without what their kind ends in, by how much of their path is named. */
const filed = new Map<string, ReadonlyMap<string, string>>();

/**
 * The Markdown file of a site that another one means: from its folder, from the root, from where the site keeps stories, or by the end of its path.
 * @param name as a link or a template has it, with or without its ending
 * @param from path of the file that names it, from the site's folder
 * @returns its path from the site's folder; `undefined` where there is none
 */
export function storyNamed({ root }: Site, name: string, from: string): string | undefined {
  const files = filed.get(root) ?? filesOf(root);
  filed.set(root, files);
  const bare = bareName(name);
  const places = name.startsWith('/') ? [bare] : [path.posix.join(path.posix.dirname(from).toLowerCase(), bare), bare];
  return [...places, `content/${bare}`, `_posts/${bare}`, `src/content/${bare}`, `…/${bare}`]
    .map((place) => files.get(place))
    .find((file) => file !== undefined);
}

function filesOf(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const all = globSync('**/*.{md,markdown,mdx,mkd}', {
    cwd: root,
    exclude: (file) => /(?:^|[\\/])(?:node_modules|_site|dist|\.[^\\/]+)$/.test(file),
  }).map((file) => file.replaceAll(path.sep, '/'));
  // Of two files of one name that is meant which lies higher.
  for (const file of all.sort((a, b) => a.length - b.length)) {
    const bare = bareName(file);
    const parts = bare.split('/');
    files.set(bare, file);
    for (let index = 1; index < parts.length; index += 1) {
      const end = `…/${parts.slice(index).join('/')}`;
      if (!files.has(end)) files.set(end, file);
    }
    if (!files.has(`…/${bare}`)) files.set(`…/${bare}`, file);
  }
  return files;
}

function bareName(name: string): string {
  let decoded = name;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    // A stray percent sign is part of the name.
  }
  return decoded
    .replace(/^\/+|[?#].*$/g, '')
    .replace(/\.(?:md|markdown|mdx|mkd)$/i, '')
    .replace(/\/_?index$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** The bytes of a picture that a story of a site names, from its own folder or from where the site keeps files; nothing outside the site. */
export function pictureIn({ root }: Site, file: string, src: string): Uint8Array | undefined {
  let name = src.replace(/[?#].*$/, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // A stray percent sign is part of the name.
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|\0/i.test(name) || name === '') return undefined;
  const bare = name.replace(/^\/+/, '');
  const places = name.startsWith('/')
    ? ['', 'static', 'assets', 'public', 'src', 'content', 'src/assets'].map((folder) => path.join(root, folder, bare))
    : [
        path.resolve(path.dirname(file), name),
        ...['', 'static', 'assets', 'public', 'images', 'attachments', 'assets/images', 'static/images'].map((folder) =>
          path.join(root, folder, bare),
        ),
      ];
  const home = realpathOr(root);
  for (const place of places) {
    const real = realpathOr(place);
    if (!home || !real || !(real + path.sep).startsWith(home.replace(/\/?$/, path.sep))) continue;
    try {
      const facts = statSync(real);
      if (facts.isFile() && facts.size <= 60 * 1024 * 1024) return readFileSync(real);
    } catch {
      // The next place.
    }
  }
  return undefined;
}

function realpathOr(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
