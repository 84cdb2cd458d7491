import type { Root } from 'hast';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { digestOf } from '../newsroom/digest.ts';
import { kinds } from '../newsroom/kinds.ts';
import { adviceFor, statusFor } from '../schema/other-names.ts';
import { splitNames } from './clipping-lines.ts';
import { timeIn } from './dates.ts';
import type { Draft, Fact, Refusal } from './draft.ts';
import { awaitedHost } from './links.ts';
import { fieldNames, type Mapping } from './mapping.ts';
import { matterOf } from './matter.ts';
import { readOwnMarkdown } from './own-markdown.ts';
import { scriptLanguage } from './script-language.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { pictureIn, siteOf, storyNamed, type Site } from './site.ts';
import { textOfHtml } from './words.ts';

const toHtml = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', footnoteLabel: '​' })
  .use(rehypeRaw)
  .freeze();

/** A Markdown text as a tree of HTML, what is HTML in it included. */
export function htmlOfMarkdown(text: string): Root {
  const tree = toHtml.runSync(toHtml.parse(text));
  return tree;
}

/** A Markdown file of a site generator or of a folder of notes. */
export function readMarkdown(
  text: string,
  {
    source,
    key,
    file,
    folder,
    mapping,
  }: { source: string; key: string; file: string; folder?: string | undefined; mapping: Mapping },
): Draft | Refusal {
  const site = siteOf(file, folder);
  const place = path.relative(site.root, file).replaceAll(path.sep, '/');
  const { fields, body, fault } = matterOf(text);
  const own = fault
    ? undefined
    : readOwnMarkdown({ fields, text: () => htmlOfMarkdown(body) }, { source, key, digest: digestOf(text), file });
  if (own) return own;
  const withheld = whyNoStory(place, fields, body);
  if (withheld) return { source, refused: withheld, isWithheld: true };
  const draft: Draft = {
    ...headOf({ fields, fault }, { place, site, mapping }),
    source,
    key,
    digest: digestOf(text),
    known: [waitingFor(place)],
    pictureBytes: (src) => pictureIn(site, file, src),
  };
  const markdown = withoutShortcodes(body, {
    mapping,
    leftovers: draft.leftovers,
    site: site.url ?? '',
    addressOf: (name) => addressOfFile(name, { place, site, mapping }),
  });
  draft.body = htmlOfMarkdown(markdown);
  linkFiles(draft.body, (name) => addressOfFile(name, { place, site, mapping }));
  const named = draft.headline?.clue === ofFile ? draft.headline.value : '';
  draft.words = `${scalarsIn(fields).join('\n')}\n${named}\n${textOfHtml(draft.body)}`;
  if (!draft.language) {
    const guess = scriptLanguage(textOfHtml(draft.body));
    if (guess?.clue === 'its letters') draft.language = guess;
  }
  return draft;
}

/** A file of a site: its path from the site's folder. */
interface Filed {
  place: string;
  site: Site;
  mapping: Mapping;
}

/** A story by what stands above its text, and by where its file lies. */
function headOf({ fields, fault }: Pick<ReturnType<typeof matterOf>, 'fields' | 'fault'>, filed: Filed): Draft {
  const { place, site, mapping } = filed;
  const draft: Draft = {
    source: '',
    key: '',
    digest: '',
    words: '',
    byline: [],
    topics: [],
    former: [],
    base: site.url,
    body: { type: 'root', children: [] },
    leftovers: [],
  };
  if (fault) draft.leftovers.push({ kind: 'fields that had to be read line by line', text: '' });
  takeFields(draft, fields, { mapping, site, clue: fault ? 'fields that are not well formed' : undefined });
  takePlace(draft, place, site);
  draft.former.push(...addressesOf(draft, { place, site, fields }));
  return draft;
}

/** Why a file holds no story; `undefined` where it holds one. */
function whyNoStory(place: string, fields: Record<string, unknown>, body: string): string | undefined {
  if (/(?:^|\/)_index\.\w+$/.test(place))
    return 'It is the page of a section: content/sections/ has its name and what it is about.';
  if (body.trim() === '' && Object.keys(fields).length === 0) return 'It is empty.';
  if (body.trim() === '' && !('title' in fields)) return 'It has neither a headline nor a text.';
  const type = textsIn(fields.type ?? fields.layout)
    .join(' ')
    .toLowerCase();
  if (/^(?:home|archive|archives|categories|tags|search|redirect|404|list|index|feed|sitemap)$/.test(type))
    return `It is a page that the system makes (${type}), not a story.`;
  return undefined;
}

interface Reader {
  mapping: Mapping;
  site: Site;
  clue?: string | undefined;
}

/** Fields by what this paper calls them: by the mapping, or by the names that other systems are known to use. */
function takeFields(draft: Draft, fields: Record<string, unknown>, { mapping, site, clue }: Reader): void {
  const filled: string[] = [];
  const all = Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
    holdsFields(name, value) ? Object.entries(value) : [[name, value]],
  );
  const fact = (value: string): Fact => ({ value, ...(clue ? { clue } : {}) });
  const known = [...fieldNames, 'contributors', 'kind', 'id', 'credit', 'related', 'corrections', 'print'];
  for (const [name, value] of all) {
    if (value === null || value === undefined || value === '') continue;
    const leave = () => draft.leftovers.push({ kind: `field "${name}"`, text: textsIn(value).join(', ') });
    if (Object.hasOwn(mapping.fields, name)) {
      const field = mapping.fields[name];
      if (!field || !take(draft, field, value, { fact, site })) leave();
      continue;
    }
    const word = name.toLowerCase().replace(/[^a-z]/g, '');
    const status = statusFor(name, value);
    if (status) {
      if (status === 'draft' || draft.status === undefined) draft.status = { value: status };
      draft.leftovers.push({ kind: `field "${name}"`, text: textsIn(value).join(' ') });
      continue;
    }
    if (/^(?:permalink|url|canonicalurl|canonical|path)$/.test(word) && typeof value === 'string') {
      if (/\{[{%]/.test(value)) leave();
      else if (!/[:{]\w/.test(value.replace(/^https?:/, ''))) draft.former.push(value);
      continue;
    }
    if (/^(?:aliases|alias|redirectfrom|redirectsfrom|oldurls?|redirects)$/.test(word)) {
      draft.former.push(...textsIn(value).filter((each) => site.system !== 'obsidian' || each.startsWith('/')));
      if (site.system === 'obsidian') leave();
      continue;
    }
    if (/^(?:slug|postname)$/.test(word) && typeof value === 'string') {
      draft.slug = value.replace(/^.*\//, '');
      draft.leftovers.push({ kind: 'field "slug"', text: value });
      continue;
    }
    const advice = adviceFor(name, { value, known, filled });
    const field = advice && 'field' in advice ? advice.field : undefined;
    if (field && !filled.includes(field) && take(draft, field, value, { fact, site })) filled.push(field);
    else if (field === 'topics' && take(draft, field, value, { fact, site })) filled.push(field);
    else leave();
  }
}

function take(
  draft: Draft,
  field: string,
  value: unknown,
  { fact, site }: { fact: (value: string) => Fact; site: Site },
): boolean {
  const texts = textsIn(value)
    .map((text) => text.trim())
    .filter(Boolean);
  const [first] = texts;
  if (first === undefined) return false;
  switch (field) {
    case 'headline':
    case 'shortHeadline':
    case 'standfirst':
    case 'kicker':
    case 'licence':
    case 'language':
      if (draft[field] || typeof value === 'object') return false;
      draft[field] = { ...fact(first), ...(field === 'language' ? { from: first } : {}) };
      return true;
    case 'published':
    case 'updated':
      if (!timeIn(first) || draft[field]) return false;
      draft[field] = { ...fact(first), from: first };
      return true;
    case 'contributors':
    case 'byline':
      draft.byline.push(...namesOf(value, site).map(fact));
      leaveBetween(draft, texts);
      return draft.byline.length > 0;
    case 'section': {
      // Of several categories the first is the section.
      const several = Array.isArray(value) ? texts : first.includes(',') ? first.split(/\s*,\s*/) : [first];
      draft.section = fact(several[0] ?? first);
      draft.topics.push(...several.slice(1).map(fact));
      return true;
    }
    case 'topics': {
      const named = (
        Array.isArray(value) ? texts : first.split(first.includes(',') ? /\s*,\s*/ : /\s+(?=#)|(?<=^#\S+)\s+/)
      ).map((text) => text.replace(/^#/, ''));
      // With tags Eleventy says also in which lists of its templates a story stands.
      const isList = (name: string) =>
        site.system === 'eleventy' && /^(?:posts?|all|nav|pages?|articles?|blog)$/i.test(name);
      draft.topics.push(...named.filter((name) => !isList(name)).map(fact));
      for (const text of named.filter(isList)) draft.leftovers.push({ kind: 'list of a template', text });
      return true;
    }
    case 'kind': {
      const kind = kinds.find((each) => each === first.toLowerCase());
      if (kind) draft.kind = { value: kind, from: first };
      return kind !== undefined;
    }
    case 'picture':
      return takePicture(draft, value, fact);
    case 'agencies':
      draft.agencies = texts.map(fact);
      return true;
    case 'status': {
      const word = first.toLowerCase();
      if (/^(?:draft|pending|private|unlisted|idea|wip|in progress|unpublished)$/.test(word))
        draft.status = { value: 'draft', from: first };
      else if (/^(?:published|publish|public|live|done)$/.test(word))
        draft.status = { value: 'published', from: first };
      else return false;
      return true;
    }
    case 'slug':
      draft.slug = first;
      return false;
    case 'aliases':
      draft.former.push(...texts);
      return true;
    case 'dateline':
      if (typeof value !== 'string') return false;
      draft.dateline = { value: { place: first } };
      return true;
    default:
      return false;
  }
}

function takePicture(draft: Draft, value: unknown, fact: (value: string) => Fact): boolean {
  const single = (Array.isArray(value) ? (value as unknown[]) : [value]).at(0);
  const { clue } = fact('');
  const isPath = (text: unknown): text is string =>
    typeof text === 'string' && /[./]/.test(text) && !/\s{2}|\n/.test(text);
  if (isPath(single)) {
    if (draft.picture) draft.picture.value.src = single;
    else draft.picture = { value: { src: single }, clue };
    return true;
  }
  if (!single || typeof single !== 'object') return false;
  const facts = single as Record<string, unknown>;
  const of = (...names: string[]) =>
    names.map((name) => facts[name]).find((each): each is string => typeof each === 'string');
  const src = of('src', 'url', 'image', 'path', 'file', 'feature', 'teaser', 'filename', 'relative');
  if (!src) return false;
  const alt = of('alt', 'alt_text', 'altText');
  const caption = of('caption', 'title', 'description');
  const credit = of('credit', 'attribution', 'copyright', 'author');
  draft.picture = { value: { src, alt, caption, credit }, clue };
  const others = Object.values(facts).filter(
    (each) => typeof each === 'string' && ![src, alt, caption, credit].includes(each),
  );
  if (others.length > 0) draft.leftovers.push({ kind: 'words of a picture', text: others.join(' ') });
  return true;
}

/** Words between the names of authors. */
function leaveBetween(draft: Draft, texts: string[]): void {
  let rest = texts.join(' ');
  for (const { value } of draft.byline) rest = rest.replace(value, ' ');
  if (/[\p{L}\p{N}]/u.test(rest) && draft.byline.length > 0)
    draft.leftovers.push({ kind: 'words beside the names of authors', text: rest.trim() });
}

/** Names of authors, as text ("a and b"), as a list, as objects with a name, or by their keys. */
function namesOf(value: unknown, site: Site): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each): string[] => {
    if (typeof each === 'string') {
      const known = site.authors[each.trim()];
      return known ? [known] : splitNames(each.replace(/<[^>]*@[^>]*>|\([^)]*@[^)]*\)/g, ''));
    }
    if (each && typeof each === 'object' && 'name' in each && typeof each.name === 'string') return [each.name];
    return [];
  });
}

const ofFile = 'the name of the file';

/** What folders and names of files say: a day, a section, a language, and the end of the address. */
function takePlace(draft: Draft, place: string, { system }: Site): void {
  const parts = place.replace(/\.(?:md|markdown|mdx|mkd|html?)$/i, '').split('/');
  let name = parts.pop() ?? '';
  const language = /^(.+)\.([a-z]{2}(?:-[a-z]{2,4})?)$/i.exec(name);
  if (language?.[1] && language[2]) {
    name = language[1];
    draft.language ??= { value: language[2] };
  }
  if (name === 'index' || name === 'README') name = parts.pop() ?? name;
  const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_ ]?(.*)$/.exec(name);
  if (dated) {
    const day = `${dated[1]}-${dated[2]?.padStart(2, '0')}-${dated[3]?.padStart(2, '0')}`;
    draft.published ??= { value: day, from: '' };
    name = dated[4] || name;
  } else {
    const day = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})(?:\/|$)/.exec(parts.join('/'));
    if (day) draft.published ??= { value: `${day[1]}-${day[2]}-${day[3]}`, from: '' };
  }
  draft.slug ??= name;
  if (parts.includes('_drafts') || parts.includes('drafts')) draft.status = { value: 'draft' };
  const folders = parts.filter(
    (part) =>
      !/^(?:_?posts?|_?articles?|_?blog|_?news|content|src|data|pages|docs|_drafts|drafts|\d{1,4}|[a-z]{2}(?:-[a-z]{2})?)$/i.test(
        part,
      ),
  );
  const [folder] = folders;
  if (!draft.section && folder && system !== 'obsidian' && system !== 'plain')
    draft.section = { value: folder.replace(/^_/, ''), from: '' };
  if (!draft.headline && system === 'obsidian') draft.headline = { value: name, clue: ofFile };
}

/** Addresses that a story had: those that it says, or by the pattern of its site. */
function addressesOf(
  draft: Draft,
  { place, site, fields }: { place: string; site: Site; fields: Record<string, unknown> },
): string[] {
  if (typeof fields.permalink === 'string' && draft.former.length > 0) return [];
  if (typeof fields.url === 'string' && site.system === 'hugo') return [];
  const parts = place.replace(/\.(?:md|markdown|mdx|mkd|html?)$/i, '').split('/');
  const name = parts.at(-1) === 'index' ? (parts.at(-2) ?? '') : (parts.at(-1) ?? '');
  const day = timeIn(draft.published?.value ?? '')?.date ?? '';
  const [year = '', month = '', date = ''] = day.split('-');
  const title = draft.slug ?? name;
  const folders = parts
    .slice(0, parts.at(-1) === 'index' ? -2 : -1)
    .filter((part) => !/^(?:content|src|_posts|data)$/.test(part));
  const words: Record<string, string> = {
    year,
    month,
    day: date,
    i_month: String(Number(month)),
    i_day: String(Number(date)),
    short_year: year.slice(2),
    title,
    slug: title,
    filename: name,
    contentbasename: name,
    slugorfilename: title,
    slugorcontentbasename: title,
    section: folders[0] ?? '',
    sections: folders.join('/'),
    categories: [draft.section?.value ?? ''].join('/').toLowerCase().replace(/\s+/g, '-'),
    output_ext: '.html',
    collection: (folders[0] ?? '').replace(/^_/, ''),
    path: folders.join('/'),
    name,
  };
  const filled = (pattern: string) =>
    `/${pattern
      .replace(/:(\w+)/g, (_, key: string) => words[key.toLowerCase()] ?? '')
      .replace(/\/{2,}/g, '/')
      .replace(/^\//, '')}`;
  const presets: Record<string, string> = {
    date: '/:categories/:year/:month/:day/:title.html',
    pretty: '/:categories/:year/:month/:day/:title/',
    ordinal: '/:categories/:year/:title.html',
    none: '/:categories/:title.html',
  };
  switch (site.system) {
    case 'jekyll': {
      if (!parts.includes('_posts')) return [filled(`/${folders.join('/')}/:title.html`)];
      const pattern = site.permalinks[''] ?? 'date';
      return day ? [filled(presets[pattern] ?? pattern)] : [];
    }
    case 'hugo': {
      const pattern = site.permalinks[folders[0] ?? ''] ?? site.permalinks['/'];
      return [filled(pattern ?? `/${folders.join('/')}/:title/`)];
    }
    case 'zola':
    case 'astro':
    case 'eleventy':
      return [
        filled(
          `/${folders.filter((folder) => folder !== 'pages').join('/')}/${site.system === 'zola' ? title : name}/`,
        ),
      ];
    default:
      return [];
  }
}

const known = new Map<string, string>();

/** The address of a story that another one names by its file: that which it had, or one for a link that waits until it is imported. */
function addressOfFile(name: string, { place, site, mapping }: Filed): string | undefined {
  const found = storyNamed(site, name, place);
  if (found === undefined) return guessedAddress(name, site);
  const file = path.join(site.root, found);
  const before = known.get(file);
  if (before !== undefined) return before;
  const [former = ''] = site.url
    ? headOf(matterOf(readFileSync(file, 'utf8')), { place: found, site, mapping }).former
    : [];
  const address = former && URL.canParse(former, site.url) ? new URL(former, site.url).href : waiting(found);
  known.set(file, address);
  return address;
}

/** Of a file that is not here only the path tells something. */
function guessedAddress(file: string, { url, system }: Site): string | undefined {
  if (!url || !/^(?:hugo|zola)$/.test(system) || !file.includes('/')) return undefined;
  return new URL(file.replace(/^\/+/, '').replace(/(?:\/index)?\.\w+$/, '/'), url).href;
}

function waitingFor(place: string): string {
  return `/~/${encodeURI(place)}`;
}

function waiting(place: string): string {
  return `https://${awaitedHost}${waitingFor(place)}`;
}

/** Gives links to files of the site the addresses of the stories in them. */
function linkFiles(tree: Root, addressOf: (name: string) => string | undefined): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    const { href } = properties;
    if (tagName !== 'a' || typeof href !== 'string') return;
    if (/^(?!\/\/|[a-z][a-z\d+.-]*:)[^?#]+\.(?:md|markdown|mdx|mkd)(?:[?#].*)?$/i.test(href))
      properties.href = addressOf(href) ?? href;
  });
}

/** All texts in a value, from its inside. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value instanceof Date) return [value.toISOString()];
  if (value && typeof value === 'object') return Object.values(value).flatMap(textsIn);
  return value === null || value === undefined ? [] : [`${value as string | number | boolean}`];
}

/** Whether a field has others in it, which stand for themselves. */
function holdsFields(name: string, value: unknown): value is object {
  return /^(?:extra|params|taxonomies)$/i.test(name) && !!value && typeof value === 'object' && !Array.isArray(value);
}

/** The words of fields; what only says where something lies has none. */
function scalarsIn(value: unknown): string[] {
  return Object.entries(value as object).flatMap(([name, each]) =>
    holdsFields(name, each)
      ? scalarsIn(each)
      : /^(?:permalink|url|aliases|alias|redirect_from|slug|image|cover|featured_?image|thumbnail|hero|banner|path|canonical\w*)$/i.test(
            name,
          )
        ? textsIn(each).filter((text) => /\s/.test(text))
        : textsIn(each),
  );
}
