import { instantInZone } from '../newsroom/calendar.ts';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { pictureBeside } from './beside.ts';
import { figureOf } from './clipping.ts';
import { splitNames } from './clipping-lines.ts';
import type { Draft, DraftPicture, Refusal } from './draft.ts';
import { draftOf } from './export-story.ts';
import { wordsBeyond } from './words.ts';
import { allIn, childrenOf, elementsIn, htmlOf, textAt, textOf, type Xml } from './xml.ts';

interface Named {
  source: string;
  file?: string | undefined;
}

/** What a wire says of a story, in whatever form it came. */
interface Wire {
  id: string;
  version?: string | undefined;
  /** As the form has it: usable, withheld, canceled; ninjs: usable, withheld, canceled. */
  state: string;
  embargo?: string | undefined;
  headline: string;
  standfirst?: string | undefined;
  byline: string[];
  agency?: string | undefined;
  place?: string | undefined;
  date?: string | undefined;
  changed?: string | undefined;
  subjects: string[];
  language?: string | undefined;
  terms?: string | undefined;
  urgency?: string | undefined;
  note?: string | undefined;
  html: string;
  /** The first is the lead picture; those that the text shows stand there. */
  pictures: (DraftPicture & { id?: string })[];
  /** All words of it but those of its text. */
  words: string[];
}

function storyOf(wire: Wire, form: string, { source, file }: Named): Draft | Refusal {
  const called = `${source}, ${wire.id || wire.headline.slice(0, 60)}`;
  if (/^(?:withheld)$/.test(wire.state))
    return { source: called, refused: 'The agency withholds it.', isWithheld: true };
  const isKilled = /^(?:cancell?ed|killed?)$/.test(wire.state);
  const leftovers: Draft['leftovers'] = [];
  const tell = (kind: string, text: string | undefined) =>
    void (text?.trim() && leftovers.push({ kind, text: text.trim() }));
  tell('usage terms', wire.terms);
  tell('note to editors', wire.note);
  tell('urgency', wire.urgency);
  const [lead, ...others] = wire.pictures.filter(({ id }) => !id || !wire.html.includes(`"${id}"`));
  const draft = draftOf({
    source: called,
    key: `${form} ${wire.id || wire.headline}`,
    title: wire.headline,
    standfirst: wire.standfirst,
    html: wire.html,
    byline: wire.byline,
    topics: wire.subjects,
    published: wire.date,
    updated: wire.changed,
    language: wire.language,
    picture: lead && { value: lead },
    leftovers,
    pictureBytes: (src) => pictureBeside(file, src),
    change: (tree) => {
      showPictures(tree, wire.pictures);
      tree.children.push(...others.map(figureOf));
    },
  });
  if (wire.agency) draft.agencies = [{ value: wire.agency }];
  if (wire.place) draft.dateline = { value: { place: wire.place } };
  if (wire.embargo)
    draft.status = { value: { embargoedUntil: instantInZone(wire.embargo, 'UTC') }, from: wire.embargo };
  if (isKilled)
    draft.status = {
      value: {
        withdrawn: instantInZone(wire.changed ?? wire.date ?? new Date().toISOString(), 'UTC'),
        reason: wire.note ?? wire.headline,
      },
      from: wire.state,
    };
  draft.words = [draft.words, wire.agency, wire.place, wire.terms, wire.note, wire.urgency].filter(Boolean).join('\n');
  const rest = wordsBeyond(wire.words.filter(isSaid).join('\n'), draft.words);
  if (rest.length > 0) leftovers.push({ kind: 'words around the story', text: rest.join(' ') });
  draft.words = [draft.words, ...rest].join('\n');
  return draft;
}

/** Pictures that a text names by their ids, with what is said of them. */
function showPictures(tree: Root, pictures: Wire['pictures']): void {
  visit(tree, 'element', (element, index, parent) => {
    const known = element.tagName === 'img' && pictures.find(({ id }) => id === element.properties.src);
    if (!known || !parent || index === undefined) return;
    parent.children[index] = figureOf({ ...known, alt: known.alt || String(element.properties.alt ?? '') });
  });
}

/** Whether a value is words, and no time, address or name for programs. */
function isSaid(value: string): boolean {
  return (
    /\p{L}/u.test(value) && !/^(?:\d{4}-?\d\d-?\d\d(?:T\S*)?|[a-z][\w+.-]*:\S+|[\w.+-]+\/[\w.+-]+)$/i.test(value.trim())
  );
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const isPicture = /picture|graphic/;

/**
 * The texts of a message in NewsML-G2, which is read twice: first for its pictures. One belongs to the texts that name it, that are in one package
 * with it, or to the only text.
 */
export async function* readNewsMl(chunks: () => Chunks, named: Named): AsyncGenerator<Draft | Refusal> {
  const pictures = new Map<string, DraftPicture>();
  const sources = new Map<string, Xml>();
  const together: string[][] = [];
  let texts = 0;
  for await (const each of elementsIn(chunks(), (name) => /^(?:newsItem|packageItem)$/.test(local(name)))) {
    if ('tooLarge' in each) continue;
    const item = plainNames(each);
    if (item.name === 'packageItem')
      together.push(allIn(item, 'itemRef').map(({ attributes }) => attributes.residref ?? ''));
    else if (isPicture.test(classOf(item))) {
      pictures.set(item.attributes.guid ?? '', pictureOf(item));
      sources.set(item.attributes.guid ?? '', item);
    } else texts += 1;
  }
  const shown = new Set<string>();
  const left: Refusal[] = [];
  for await (const each of elementsIn(chunks(), (name) => local(name) === 'newsItem')) {
    if ('tooLarge' in each) {
      yield { source: named.source, refused: 'An item has more than 12 million letters.' };
      continue;
    }
    const item = plainNames(each);
    const [meta] = childrenOf(item, 'itemMeta');
    const [content] = childrenOf(item, 'contentMeta');
    const [set] = childrenOf(item, 'contentSet');
    const guid = item.attributes.guid ?? '';
    const kind = classOf(item);
    if (/picture|video|audio|graphic/.test(kind)) {
      left.push({
        source: `${named.source}, ${guid}`,
        refused: `It is of the kind ${kind}, not a text.`,
        isWithheld: true,
      });
      continue;
    }
    const inline = childrenOf(set, 'inlineXML')[0] ?? childrenOf(set, 'inlineData')[0];
    const nitf = inline && allIn(inline, 'body.content')[0];
    const body = nitf ?? (inline && (allIn(inline, 'body')[0] ?? allIn(inline, 'section')[0])) ?? inline;
    const html = !body
      ? ''
      : body.children.some((child) => typeof child !== 'string')
        ? htmlOf(body)
        : paragraphs(textOf(body));
    const links = [
      ...childrenOf(meta, 'link').map(({ attributes }) => attributes.residref ?? ''),
      ...together.filter((ids) => ids.includes(guid)).flat(),
    ];
    const own = [...pictures].filter(([id]) => texts === 1 || links.includes(id) || html.includes(`"${id}"`));
    for (const [id] of own) shown.add(id);
    const qcode = (name: string) => childrenOf(meta, name)[0]?.attributes.qcode?.replace(/^.*:/, '') ?? '';
    yield storyOf(
      {
        id: item.attributes.guid ?? '',
        version: item.attributes.version,
        state: qcode('pubStatus') || 'usable',
        embargo: textAt(meta, 'embargoed') || undefined,
        headline: textAt(content, 'headline') || textAt(meta, 'title'),
        standfirst: childrenOf(content, 'description')
          .filter(({ attributes }) => /summary/.test(attributes.role ?? ''))
          .map(textOf)[0],
        byline: namesIn(textAt(content, 'by')),
        agency:
          nameOf(childrenOf(meta, 'provider')[0]) ||
          nameOf(childrenOf(content, 'creditline')[0]) ||
          textAt(content, 'creditline') ||
          undefined,
        place: nameOf(childrenOf(content, 'located')[0]) || undefined,
        date:
          textAt(meta, 'firstCreated') ||
          textAt(content, 'contentCreated') ||
          textAt(meta, 'versionCreated') ||
          undefined,
        changed: textAt(meta, 'firstCreated') ? textAt(meta, 'versionCreated') || undefined : undefined,
        subjects: childrenOf(content, 'subject').map(nameOf).filter(Boolean),
        language: childrenOf(content, 'language')[0]?.attributes.tag,
        terms: allIn(childrenOf(item, 'rightsInfo')[0], 'usageTerms').map(textOf).join(' ') || undefined,
        urgency: textAt(content, 'urgency') || undefined,
        note: textAt(meta, 'edNote') || undefined,
        html,
        pictures: own.map(([id, picture]) => ({ id, ...picture })),
        words: [item, ...own.flatMap(([id]) => sources.get(id) ?? [])].flatMap((xml) => wordsIn(xml, set)),
      },
      'newsml',
      named,
    );
  }
  for (const refusal of left) if (![...shown].some((id) => refusal.source.endsWith(`, ${id}`))) yield refusal;
}

function classOf(item: Xml): string {
  return childrenOf(childrenOf(item, 'itemMeta')[0], 'itemClass')[0]?.attributes.qcode ?? '';
}

/** A picture of a message, by the largest of its renditions. */
function pictureOf(item: Xml): DraftPicture {
  const [content] = childrenOf(item, 'contentMeta');
  const [largest] = allIn(item, 'remoteContent')
    .map(({ attributes }) => attributes)
    .sort((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0));
  const said = (role: RegExp) =>
    childrenOf(content, 'description')
      .filter(({ attributes }) => role.test(attributes.role ?? ''))
      .map((each) => textOf(each).trim())[0];
  return {
    src: largest?.href ?? '',
    alt: said(/alt|access/i),
    caption: said(/caption/) ?? said(/./) ?? textAt(content, 'description', 'headline'),
    credit: textAt(content, 'creditline') || nameOf(childrenOf(content, 'creator')[0]) || undefined,
  };
}

/** Every text and every name in an element, but in one that lies in it. */
function wordsIn(xml: Xml, except?: Xml): string[] {
  const { literal, info, holder, key, content, unit } = xml.attributes;
  const attributes = [literal, info, holder, key, content, unit, xml.attributes['alternate-text']];
  return [
    ...attributes.filter((each) => each !== undefined),
    ...xml.children.flatMap((child) =>
      typeof child === 'string' ? [child] : child === except ? [] : wordsIn(child, except),
    ),
  ];
}

/** Names of a line that says who wrote a story. */
function namesIn(line: string): string[] {
  return splitNames(withoutBy(line));
}

/** A story in NITF. */
export async function* readNitf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  named: Named,
): AsyncGenerator<Draft | Refusal> {
  for await (const nitf of elementsIn(chunks, (name) => name === 'nitf')) {
    if ('tooLarge' in nitf) {
      yield { source: named.source, refused: 'It has more than 12 million letters.' };
      continue;
    }
    const [head] = childrenOf(nitf, 'head');
    const [body] = childrenOf(nitf, 'body');
    const [top] = childrenOf(body, 'body.head');
    const [content] = childrenOf(body, 'body.content');
    const attribute = (element: string, name: string) => allIn(head, element)[0]?.attributes[name] ?? '';
    const line = allIn(top, 'hedline')[0];
    const media = allIn(content, 'media');
    const photos = media.flatMap(photoIn);
    yield storyOf(
      {
        id: attribute('doc-id', 'id-string'),
        state:
          /^(?:del-list|kill)/.test(attribute('docdata', 'management-status')) ||
          attribute('docdata', 'management-status') === 'canceled'
            ? 'canceled'
            : attribute('docdata', 'management-status') || 'usable',
        embargo: time(attribute('date.release', 'norm')),
        headline: textAt(line, 'hl1') || textAt(head, 'title'),
        standfirst: textAt(top, 'abstract') || textAt(line, 'hl2') || undefined,
        byline: allIn(top, 'byline')
          .map((each) => withoutBy(textAt(each, 'person') || textOf(each).trim()))
          .filter(Boolean),
        agency: textAt(top, 'distributor') || undefined,
        place: textAt(allIn(top, 'dateline')[0], 'location') || undefined,
        date: time(attribute('date.issue', 'norm')),
        subjects: allIn(head, 'tobject.subject')
          .map(({ attributes }) => attributes['tobject.subject.type'] ?? attributes['tobject.subject.matter'] ?? '')
          .filter(Boolean),
        urgency: attribute('urgency', 'ed-urg') || undefined,
        note: allIn(head, 'ed-msg')[0]?.attributes.info,
        terms:
          allIn(top, 'rights')
            .map((each) => textOf(each).trim())
            .join(' ') || undefined,
        language: nitf.attributes['xml:lang'],
        html: content ? htmlOf(inHtml(content)) : '',
        pictures: photos,
        words: [...wordsIn(nitf, content), ...media.flatMap((each) => wordsIn(each))],
      },
      'nitf',
      named,
    );
  }
}

/** The picture of a medium, in the size that is largest. */
function photoIn(media: Xml, index: number): (DraftPicture & { id?: string })[] {
  const [largest] = allIn(media, 'media-reference')
    .map(({ attributes }) => attributes)
    .filter(({ source, ...more }) => source && !/^(?!image)/.test(more['mime-type'] ?? 'image'))
    .sort((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0));
  if (!largest?.source) return [];
  return [
    {
      ...(index > 0 ? { id: `media ${index}` } : {}),
      src: largest.source,
      alt: largest['alternate-text'],
      caption: textAt(media, 'media-caption'),
      credit: textAt(media, 'media-producer') || undefined,
    },
  ];
}

/** Elements of NITF by the names that HTML has for them; of media the places are left, but for the first. */
function inHtml(content: Xml): Xml {
  const names: Record<string, string> = { hl2: 'h2', bq: 'blockquote', credit: 'p', fn: 'div', block: 'div' };
  let count = 0;
  const walk = (xml: Xml): Xml[] => {
    if (xml.name === 'media') {
      const [photo] = photoIn(xml, count);
      count += 1;
      if (photo) return photo.id ? [{ name: 'img', attributes: { src: photo.id }, children: [] }] : [];
      return [{ name: 'p', attributes: {}, children: [wordsIn(xml).join(' ')] }];
    }
    return [
      {
        ...xml,
        name: names[xml.name] ?? xml.name,
        children: xml.children.flatMap((child): (Xml | string)[] =>
          typeof child === 'string' ? [child] : walk(child),
        ),
      },
    ];
  };
  return {
    ...content,
    children: content.children.flatMap((child): (Xml | string)[] =>
      typeof child === 'string' ? [child] : walk(child),
    ),
  };
}

/** A story in ninjs 1, 2 or 3, or a list of them. */
export function* readNinjs(text: string, named: Named): Generator<Draft | Refusal> {
  const data = JSON.parse(text) as Json | Json[];
  for (const item of Array.isArray(data) ? data : [data]) {
    if (item.type && item.type !== 'text' && item.type !== 'composite') {
      yield {
        source: `${named.source}, ${said(item.uri)}`,
        refused: `It is of the kind ${said(item.type)}, not a text.`,
        isWithheld: true,
      };
      continue;
    }
    const bodies = listOf(item.bodies);
    const main = bodies.find(({ contenttype }) => /html/.test(said(contenttype))) ?? bodies[0];
    const of = (list: unknown, role: RegExp) => said(listOf(list).find((each) => role.test(said(each.role)))?.value);
    const html = said(item.body_xhtml) || said(item.body_html) || said(main?.value);
    const pictures = valuesOf(item.associations)
      .filter(({ type }) => type === 'picture' || type === 'graphic')
      .flatMap((picture) => {
        const [largest] = valuesOf(picture.renditions)
          .filter(({ href }) => said(href))
          .sort((one, other) => Number(other.width ?? 0) - Number(one.width ?? 0));
        const words = {
          alt: said(picture.description_text) || of(picture.descriptions, /alt/),
          caption: said(picture.body_text) || of(picture.descriptions, /caption/),
          credit: said(picture.creditline) || said(picture.byline) || said(picture.by) || undefined,
        };
        return largest ? [{ src: said(largest.href), ...words }] : [];
      });
    const by = said(item.byline) || said(item.by);
    yield storyOf(
      {
        id: said(item.uri),
        state: said(item.pubstatus) || 'usable',
        embargo: said(item.embargoed) || undefined,
        headline: said(item.headline) || of(item.headlines, /main|^$/) || said(listOf(item.headlines)[0]?.value),
        standfirst: said(item.description_text) || of(item.descriptions, /summary|^$/) || undefined,
        byline: by ? namesIn(by) : listOf(item.authors).map(({ name }) => said(name)),
        agency: said(listOf(item.infosources)[0]?.name) || said(item.copyrightholder) || undefined,
        place: said(item.located) || undefined,
        date: said(item.firstcreated) || said(item.contentcreated) || said(item.versioncreated) || undefined,
        changed: item.firstcreated ? said(item.versioncreated) || undefined : undefined,
        subjects: [...listOf(item.subject), ...listOf(item.subjects)].map(({ name }) => said(name)).filter(Boolean),
        language: said(item.language) || undefined,
        terms: said(item.usageterms) || undefined,
        urgency: item.urgency === undefined ? undefined : said(item.urgency),
        note: said(item.ednote) || undefined,
        html: /<\w/.test(html) ? html : paragraphs(html || said(item.body_text)),
        pictures,
        words: Object.entries(item).flatMap(([name, each]) =>
          /^bod(?:y_|ies)/.test(name) ? [] : wordsOfJson(each, name),
        ),
      },
      'ninjs',
      named,
    );
  }
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Objects of a list, or of an object by whatever names. */
function valuesOf(value: unknown): Json[] {
  return Array.isArray(value) ? listOf(value) : isObject(value) ? Object.values(value).filter(isObject) : [];
}

/** Names under which JSON has what only programs use. */
const forPrograms =
  /^(?:uri|version|type|language|profile|rel|role|contenttype|mimetype|href|creator|scheme|code|format|colourspace|pubstatus|standard|\$schema|urgency|altids|\w*(?:created|time|date)|embargoed|renditions)$/;

/** What is said in JSON to readers. */
function wordsOfJson(value: unknown, key = ''): string[] {
  if (forPrograms.test(key)) return [];
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => wordsOfJson(each, Array.isArray(value) ? key : name));
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function said(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function local(name: string): string {
  return name.replace(/^\w+:/, '');
}

/** The same without prefixes of namespaces. */
function plainNames(xml: Xml): Xml {
  return {
    ...xml,
    name: local(xml.name),
    children: xml.children.map((child) => (typeof child === 'string' ? child : plainNames(child))),
  };
}

function nameOf(xml: Xml | undefined): string {
  return textAt(xml, 'name') || xml?.attributes.literal || '';
}

function withoutBy(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|von|par|por)\s+/i, '')
    .trim();
}

/** `20190301T050000Z` as ISO 8601 writes it with marks. */
function time(norm: string): string | undefined {
  const [, year, month, day, hour, minute, offset] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{0,2}(Z|[+-]\d{4})?$/.exec(norm) ?? [];
  if (!year) return norm || undefined;
  return `${year}-${month}-${day}T${hour}:${minute}:00${offset === undefined ? '' : offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n|\n(?=\s{2,})/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((each) => `<p>${each.replace(/[<&]/g, (letter) => `&#${letter.charCodeAt(0)};`)}</p>`)
    .join('\n');
}
