import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { digestOf } from '../newsroom/digest.ts';
import { kinds, type CorrectionKind, type Kind } from '../newsroom/kinds.ts';
import { timeIn } from './dates.ts';
import { ofPart, type Draft, type DraftPicture, type Refusal } from './draft.ts';
import { plainText } from './export-story.ts';
import { htmlTree } from './html.ts';
import { languageSaid } from './language-said.ts';
import { ownPicture } from './own-pictures.ts';
import { creditIn, correctionCalled, licenceIn, printIn, type Print } from './own-words.ts';
import { textOfHtml, wordsBeyond } from './words.ts';
import { wordsOf } from '../newsroom/words.ts';

/** What a form of a story that this engine has published says of it. All values are plain words. */
export interface OwnStory {
  /** Its permalink, where the form has it. */
  url?: string | undefined;
  title: string;
  summary?: string | undefined;
  kicker?: string | undefined;
  kind?: Kind | undefined;
  language?: string | undefined;
  published?: string | undefined;
  updated?: string | undefined;
  /** Of all who made it. */
  names: string[];
  agencies?: string[];
  dateline?: { place: string; date?: string | undefined } | undefined;
  section?: string | undefined;
  topics?: string[];
  licence?: string | undefined;
  print?: Print | undefined;
  corrections?: { at: string; kind: CorrectionKind; text: string }[];
  /** Lead picture, text, corrections, provenance and licence, one after another, as feeds have them. */
  content: Root;
  /** The lead picture, where the form says more of it than is below it. */
  lead?: DraftPicture | undefined;
  /** Credits of pictures by the addresses of these, where the form says them apart. */
  credits?: ReadonlyMap<string, string>;
}

interface Form {
  source: string;
  key: string;
  digest: string;
  /** Whether the form leaves out what others have: roles, dateline, kind. */
  isPart?: boolean;
  /** All that readers of the form see or programs are told. */
  words: string;
  /** Bytes of a picture by its address; where it is absent they are looked for in the site that the form lies in. */
  pictureBytes?: Draft['pictureBytes'];
  file?: string | undefined;
}

/**
 * The draft of a story of this engine's own. What stands at the end of its text and is a field here is taken from there: corrections, where it
 * was printed, its licence. Who did what for it becomes a byline of names; what is none of the story is told.
 */
export function ownDraft(
  own: OwnStory,
  { source, key, digest, words, file, isPart = false, pictureBytes = (src) => ownPicture(src, file) }: Form,
): Draft {
  const { content } = own;
  const language = languageSaid(own.language ?? '') ?? 'en';
  const leftovers: Draft['leftovers'] = [];
  const ending = takeEnding(content, { language, around: own.published ?? '' });
  const lead = takeLead(content, own, leftovers);
  setFigures(content, own);
  setNotes(content);
  const { corrections = ending.corrections, print = ending.print, licence = ending.licence } = own;
  const { title, summary, kicker, kind, names, agencies = [], dateline, section, topics = [], url, updated } = own;
  const said = (value: string | undefined) => (value?.trim() ? { value: value.trim() } : undefined);
  const story = [
    title,
    summary,
    kicker,
    ...names,
    ...agencies,
    dateline?.place,
    section,
    ...topics,
    licence,
    ...corrections.map(({ text }) => text),
    ...(print ? [print.publication, print.headline, print.section, print.page] : []),
    ...(lead ? [lead.alt, lead.caption, lead.credit, lead.licence] : []),
    textOfHtml(content),
  ].join('\n');
  const rest = wordsBeyond(words, story);
  if (rest.length > 0) leftovers.push({ kind: 'words around the story', text: rest.join(' ') });
  return {
    source,
    key: url ? `own ${url}` : key,
    digest: isPart ? `${ofPart}${digest}` : digest,
    isPart,
    words: [words, ...wordsBeyond(story, words)].join('\n'),
    headline: said(title),
    standfirst: said(summary),
    kicker: said(kicker),
    byline: names.map((value) => ({ value })),
    agencies: agencies.map((value) => ({ value })),
    section: said(section),
    topics: topics.map((value) => ({ value })),
    published: own.published ? { value: own.published, from: '' } : undefined,
    ...(updated && Date.parse(updated) > Date.parse(own.published ?? '')
      ? { updated: { value: updated, from: '' } }
      : {}),
    status: { value: 'published' },
    language: own.language ? { value: own.language } : undefined,
    licence: said(licence),
    ...(kind ? { kind: { value: kind } } : {}),
    ...(dateline ? { dateline: { value: dateline } } : {}),
    ...(print ? { print: { value: print } } : {}),
    corrections,
    slug: url && new URL(url).pathname.split('/').filter(Boolean).pop(),
    former: url ? [url] : [],
    base: url,
    picture: lead && { value: lead },
    body: content,
    leftovers,
    pictureBytes,
  };
}

type Corrections = NonNullable<OwnStory['corrections']>;

/** Takes from the end of a text what has fields of its own. */
function takeEnding(content: Root, { language, around }: { language: string; around: string }) {
  const found: { corrections: Corrections; print?: Print; licence?: string } = { corrections: [] };
  const last = () => {
    while (content.children.at(-1)?.type === 'text') content.children.pop();
    const node = content.children.at(-1);
    return node?.type === 'element' ? node : undefined;
  };
  // Markdown has its notes last.
  const notesBelow = last()?.tagName === 'section' ? content.children.pop() : undefined;
  for (let node = last(); node?.tagName === 'p'; node = last()) {
    const line = textOfHtml(node).trim();
    const licence = found.licence === undefined ? licenceIn(line, language) : undefined;
    const print = found.print === undefined ? printIn(line, language, around) : undefined;
    if (licence) found.licence = licence;
    else if (print) found.print = print;
    else break;
    content.children.pop();
  }
  const list = last();
  const notes = list?.tagName === 'ol' ? notesIn(list, { language, around }) : [];
  if (list && notes.length > 0) {
    content.children.pop();
    const heading = last();
    if (heading && /^h\d$/.test(heading.tagName) && textOfHtml(heading).trim() === wordsOf(language).corrections) {
      content.children.pop();
      found.corrections = notes;
    } else content.children.push(list);
  }
  if (notesBelow) content.children.push(notesBelow);
  return found;
}

/** Corrections in a list of them; none where one of its items is something else. */
function notesIn(list: Element, { language, around }: { language: string; around: string }): Corrections {
  const items = elementsOf(list);
  const notes = items.flatMap((item): Corrections => {
    const [head, ...text] = elementsOf(item);
    const [name, time] = head ? elementsOf(head) : [];
    const kind = name && correctionCalled(textOfHtml(name).trim(), language);
    const told = head ? textOfHtml({ ...head, children: head.children.filter((child) => child !== name) }) : '';
    const at = typeof time?.properties.dateTime === 'string' ? time.properties.dateTime : instantTold(told, around);
    return kind && at
      ? [{ at, kind, text: text.map((each) => textOfHtml(each).replace(/\s+/g, ' ').trim()).join(' ') }]
      : [];
  });
  return notes.length === items.length ? notes : [];
}

/** An instant by words that name its day and hour, at the distance from UTC of one that is known. */
function instantTold(words: string, known: string): string | undefined {
  const read = timeIn(words.trim());
  const [offset = 'Z'] = /(?:Z|[+-]\d\d:\d\d)$/.exec(known) ?? [];
  return read && `${read.date}T${read.time ?? '00:00'}:00${read.offset ?? offset}`;
}

function elementsOf(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

/** The picture that a text begins with. */
function takeLead(
  content: Root,
  { lead, credits, url }: OwnStory,
  leftovers: Draft['leftovers'],
): DraftPicture | undefined {
  const first = content.children.find((node) => node.type === 'element');
  const isLead = first?.tagName === 'figure' && pictureOf(first) && !filmOf(first) && !isGroup(first);
  if (!isLead || (lead && absoluteOf(pictureOf(first), url) !== lead.src)) return lead;
  content.children = content.children.filter((node) => node !== first);
  const photo = lead ?? photoIn(first, credits);
  visit(first, 'element', ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && href !== photo.source) leftovers.push({ kind: 'link of a caption', text: String(href) });
  });
  return photo;
}

function photoIn(figure: Element, credits: OwnStory['credits']): DraftPicture {
  const image = pictureOf(figure);
  const src = String(image?.properties.src ?? '');
  const [caption] = elementsOf(figure).filter(({ tagName }) => tagName === 'figcaption');
  const small = caption && elementsOf(caption).find(({ tagName }) => tagName === 'small');
  const line = small ? textOfHtml(small).replace(/\s+/g, ' ').trim() : '';
  const known = credits?.get(src);
  const parted =
    known && line.startsWith(known) ? { credit: known, licence: line.slice(known.length + 2) } : creditIn(line);
  const words = caption && { ...caption, children: caption.children.filter((child) => child !== small) };
  const link = small && elementsOf(small).find(({ tagName }) => tagName === 'a')?.properties.href;
  return {
    src,
    alt: String(image?.properties.alt ?? ''),
    caption: words ? textOfHtml(words).replace(/\s+/g, ' ').trim() : '',
    credit: parted.credit || undefined,
    licence: parted.licence || undefined,
    ...(typeof link === 'string' ? { source: link } : {}),
  };
}

function absoluteOf(image: Element | undefined, base: string | undefined): string {
  const src = String(image?.properties.src ?? '');
  return URL.canParse(src, base) ? new URL(src, base).href : src;
}

function pictureOf(figure: Element): Element | undefined {
  for (const child of elementsOf(figure)) {
    if (child.tagName === 'img' && !child.properties.hidden) return child;
    const below = child.tagName === 'figcaption' ? undefined : pictureOf(child);
    if (below) return below;
  }
  return undefined;
}

/** The line that names a film. */
function filmOf(figure: Element): Element | undefined {
  return elementsOf(figure).find(({ tagName }) => tagName === 'p');
}

function isGroup(figure: Element): boolean {
  return elementsOf(figure).some((child) => child.tagName === 'figure' || isGroup(child));
}

/**
 * Figures as other sources have them: credits are marked as such, the way to a film stands below its picture, galleries and quotations are called
 * what they are.
 */
function setFigures(parent: Root | Element, own: OwnStory): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.tagName !== 'figure') {
      setFigures(child, own);
      return [child];
    }
    if (isGroup(child)) {
      setFigures(child, own);
      return [{ ...child, properties: { className: ['gallery'] } }];
    }
    if (!pictureOf(child)) return [{ ...child, properties: { className: ['pull-quote'] } }];
    const film = filmOf(child);
    return [settled(child, own), ...(film ? [trimmed(film)] : [])];
  });
}

/** A line whose links begin and end with their words. */
function trimmed(line: Element): Element {
  const children = line.children.map((child): ElementContent => {
    if (child.type !== 'element') return child;
    const inside = child.children.filter((each) => each.type !== 'text' || each.value.trim() !== '');
    const [first, last] = [inside[0], inside.at(-1)];
    if (first?.type === 'text') first.value = first.value.trimStart();
    if (last?.type === 'text') last.value = last.value.trimEnd();
    return { ...child, children: inside };
  });
  return { ...line, properties: {}, children };
}

function settled(figure: Element, { credits }: OwnStory): Element {
  const { credit, licence, source } = photoIn(figure, credits);
  const image = pictureOf(figure);
  if (image) Object.assign(image.properties, { dataLicence: licence, dataSource: source });
  const [caption] = elementsOf(figure).filter(({ tagName }) => tagName === 'figcaption');
  const legend = caption && {
    ...caption,
    children: caption.children.flatMap((child): ElementContent[] =>
      child.type === 'element' && child.tagName === 'small'
        ? [{ ...child, properties: { className: ['credit'] }, children: [{ type: 'text', value: credit ?? '' }] }]
        : [child],
    ),
  };
  return { ...figure, properties: {}, children: [...(image ? [image] : []), ...(legend ? [legend] : [])] };
}

/** Notes as Markdown's readers mark them, where a form has only their links. */
function setNotes(content: Root): void {
  visit(content, 'element', (element) => {
    const [only] = element.children;
    const [, note] = only?.type === 'element' ? (/#(fn-.+)$/.exec(String(only.properties.href)) ?? []) : [];
    if (element.tagName === 'sup' && only?.type === 'element' && note)
      only.properties = { href: `#${note}`, dataFootnoteRef: '' };
    if (element.tagName !== 'section') return;
    element.properties = { dataFootnotes: '' };
    element.children = element.children.filter((child) => child.type !== 'element' || !/^h\d$/.test(child.tagName));
  });
}

const named = z.object({ name: z.string() });

/** The `index.json` of a story of a paper by this engine, as far as it is read. */
const story = z.object({
  version: z.literal(1),
  url: z.url(),
  title: z.string(),
  summary: z.string().optional(),
  kicker: z.string().optional(),
  kind: z.enum(kinds).optional(),
  language: z.string().optional(),
  date_published: z.string(),
  date_modified: z.string().optional(),
  authors: z.array(named).default([]),
  contributors: z.array(named.extend({ role: z.string() })).default([]),
  agencies: z.array(z.string()).default([]),
  dateline: z.object({ place: z.string(), date: z.string().optional() }).optional(),
  section: named.optional(),
  topics: z.array(named).default([]),
  content_html: z.string(),
  image: z.string().optional(),
  pictures: z
    .array(
      z.object({
        url: z.string(),
        alt: z.string().default(''),
        caption_html: z.string().default(''),
        credit: z.string().optional(),
        source: z.string().optional(),
        licence: z.string().optional(),
      }),
    )
    .default([]),
  corrections: z
    .array(z.object({ date: z.string(), kind: z.enum(['correction', 'clarification', 'update']), text: z.string() }))
    .default([]),
  print: z
    .object({
      publication: z.string(),
      edition: z.string(),
      headline: z.string().optional(),
      section: z.string().optional(),
      page: z.string().optional(),
    })
    .optional(),
  license: named.optional(),
});

/**
 * The story of an `index.json` that this engine has published. The roles of those who made it are told; what readers are led to at its end is
 * none of it.
 */
export function readOwnStory(
  text: string,
  {
    source,
    key,
    file,
    address,
  }: { source: string; key: string; file?: string | undefined; address?: string | undefined },
): Draft | Refusal {
  const read = story.safeParse(jsonOf(address ? withPicturesAt(address, text) : text));
  if (!read.success) return { source, refused: 'It is no story by this engine that can be read.' };
  const own = read.data;
  const lead = own.pictures.find(({ url }) => url === own.image);
  const names = [...new Set([...own.authors, ...own.contributors].map(({ name }) => name))];
  const content = htmlTree(own.content_html);
  const roles = own.contributors.map(({ name, role }) => `${name}: ${role}`);
  const { title, summary, kicker, agencies, dateline, print } = own;
  const draft = ownDraft(
    {
      url: own.url,
      title,
      summary,
      kicker,
      kind: own.kind,
      language: own.language,
      published: own.date_published,
      updated: own.date_modified,
      names,
      agencies,
      dateline,
      section: own.section?.name,
      topics: own.topics.map(({ name }) => name),
      licence: own.license?.name,
      ...(print ? { print: print } : {}),
      corrections: own.corrections.map(({ date, kind, text: said }) => ({ at: date, kind, text: said })),
      content,
      ...(lead
        ? {
            lead: {
              src: lead.url,
              alt: lead.alt,
              caption: plainText(lead.caption_html),
              credit: lead.credit,
              source: lead.source,
              licence: lead.licence,
            },
          }
        : {}),
      credits: new Map(own.pictures.flatMap(({ url, credit }) => (credit ? [[url, credit] as const] : []))),
    },
    { source, key, digest: digestOf(text), words: textOfHtml(content), file },
  );
  if (roles.length > 0) {
    draft.leftovers.push({ kind: 'who did what', text: roles.join(', ') });
    draft.words = [draft.words, ...roles].join('\n');
  }
  return draft;
}

/** A story whose pictures lie where it was fetched, which may be a copy of the site elsewhere. */
function withPicturesAt(address: string, text: string): string {
  const url = String((jsonOf(text) as { url?: unknown } | undefined)?.url);
  if (!URL.canParse(url)) return text;
  const { origin } = new URL(url);
  return text.replace(/https?:\/\/[^\s"'\\<>/]+(?=\/(?:[\w.~%-]+\/)*_astro\/)/g, (host) =>
    host === origin ? new URL(address).origin : host,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
