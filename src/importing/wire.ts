import { instantInZone } from '../newsroom/calendar.ts';
import type { Draft, Refusal } from './draft.ts';
import { draftOf } from './export-story.ts';
import { allIn, childrenOf, elementsIn, htmlOf, textAt, textOf, type Xml } from './xml.ts';

interface Named {
  source: string;
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
  picture?: Draft['picture'];
}

function storyOf(wire: Wire, form: string, { source }: Named): Draft | Refusal {
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
    picture: wire.picture,
    leftovers,
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
  return draft;
}

/** The news items of a message in NewsML-G2; pictures that belong to a text are not fetched. */
export async function* readNewsMl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  named: Named,
): AsyncGenerator<Draft | Refusal> {
  for await (const each of elementsIn(chunks, (name) => local(name) === 'newsItem')) {
    if ('tooLarge' in each) {
      yield { source: named.source, refused: 'An item has more than 12 million letters.' };
      continue;
    }
    const item = plainNames(each);
    const [meta] = childrenOf(item, 'itemMeta');
    const [content] = childrenOf(item, 'contentMeta');
    const [set] = childrenOf(item, 'contentSet');
    const kind = childrenOf(meta, 'itemClass')[0]?.attributes.qcode ?? '';
    if (/picture|video|audio|graphic/.test(kind)) {
      yield {
        source: `${named.source}, ${item.attributes.guid ?? ''}`,
        refused: `It is of the kind ${kind}, not a text.`,
        isWithheld: true,
      };
      continue;
    }
    const inline = childrenOf(set, 'inlineXML')[0] ?? childrenOf(set, 'inlineData')[0];
    const nitf = inline && allIn(inline, 'body.content')[0];
    const body = nitf ?? (inline && (allIn(inline, 'body')[0] ?? allIn(inline, 'section')[0])) ?? inline;
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
        byline: [textAt(content, 'by')].filter(Boolean).map(withoutBy),
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
        html: body
          ? body.children.some((child) => typeof child !== 'string')
            ? htmlOf(body)
            : paragraphs(textOf(body))
          : '',
      },
      'newsml',
      named,
    );
  }
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
    const [media] = allIn(content, 'media');
    const photo =
      media && allIn(media, 'media-reference').find(({ attributes }) => /^https?:/.test(attributes.source ?? ''));
    const rest = content && { ...content, children: content.children.filter((child) => child !== media) };
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
        html: rest ? htmlOf(rest) : '',
        picture: photo?.attributes.source
          ? {
              value: {
                src: photo.attributes.source,
                alt: photo.attributes['alternate-text'],
                caption: textAt(media, 'media-caption'),
                credit: textAt(media, 'media-producer') || undefined,
              },
            }
          : undefined,
      },
      'nitf',
      named,
    );
  }
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
    const picture = [
      ...listOf(item.associations),
      ...Object.values(
        isObject(item.associations) && !Array.isArray(item.associations) ? item.associations : {},
      ).filter(isObject),
    ].find(({ type }) => type === 'picture');
    const rendition =
      picture &&
      [
        ...listOf(picture.renditions),
        ...Object.values(
          isObject(picture.renditions) && !Array.isArray(picture.renditions) ? picture.renditions : {},
        ).filter(isObject),
      ].find(({ href }) => said(href));
    yield storyOf(
      {
        id: said(item.uri),
        state: said(item.pubstatus) || 'usable',
        embargo: said(item.embargoed) || undefined,
        headline: said(item.headline) || of(item.headlines, /main|^$/) || said(listOf(item.headlines)[0]?.value),
        standfirst: said(item.description_text) || of(item.descriptions, /summary|^$/) || undefined,
        byline: [said(item.byline)].filter(Boolean).map(withoutBy),
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
        picture:
          picture && rendition
            ? {
                value: {
                  src: said(rendition.href),
                  alt: said(picture.description_text) || of(picture.descriptions, /alt/),
                  caption: said(picture.body_text) || of(picture.descriptions, /caption/),
                  credit: said(picture.byline) || undefined,
                },
              }
            : undefined,
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
