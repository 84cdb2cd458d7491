import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { readArticleFile } from '../filing/article-file.ts';
import { commentOn } from '../filing/field-comments.ts';
import { slugOf } from '../filing/slug.ts';
import { instantInZone, isInstant } from '../newsroom/calendar.ts';
import { digestOf } from '../newsroom/digest.ts';
import { primaryOf } from '../newsroom/language.ts';
import { isFormerPath } from '../newsroom/permalink.ts';
import { mistakesIn } from '../newsroom/problem.ts';
import { bare, bodyOf } from './body.ts';
import { withoutCredit } from '../newsroom/credit.ts';
import { instantOf, timeIn } from './dates.ts';
import { ofPart, type Draft, type DraftPicture, type Fact } from './draft.ts';
import type { Intake } from './intake.ts';
import { fieldLine } from './invisible.ts';
import { languageSaid } from './language-said.ts';
import { addressesBeyond, addressesIn, settleLinks } from './links.ts';
import { adopted, PictureHouse } from './pictures.ts';
import { parsedBody, printedBody } from './print-body.ts';
import { wordsOfReport, type StoryReport, type Told } from './report.ts';
import { accounted, textOfMarkdown, wordsBeyond } from './words.ts';

/** A field of the front matter in the order in which they stand there. */
interface Field {
  name: string;
  value: unknown;
  /** What is said above it in place of what the field is for. */
  comment?: string | undefined;
  /** Whether it stands there as a comment, for an editor to fill in. */
  isToCome?: boolean;
}

/** A story that was written, with the addresses that it had. */
export interface Written {
  report: StoryReport;
  addresses: string[];
}

/**
 * Files a draft as an article of the paper, with its pictures: all of it or nothing. An article that was imported before is replaced
 * where nobody has touched it since.
 * @param force replaces it all the same
 */
export async function fileDraft(draft: Draft, intake: Intake, { force = false } = {}): Promise<Written> {
  const { source, key, digest, leftovers } = draft;
  const before = intake.record.find(key, digest);
  const there = before && readIfThere(path.join(intake.root, 'content/articles', before.article, 'index.md'));
  const untouched = before && there !== undefined && digestOf(there) === before.written;
  const nothing = { facts: [], leftovers: [], source };
  const base = draft.base ?? intake.mapping.site;
  const addresses = [...draft.former, ...(draft.known ?? [])].map((address) =>
    URL.canParse(address, base) ? new URL(address, base).href : address,
  );
  if (before && there !== undefined && !force) {
    const isLess = draft.isPart && !before.source.startsWith(ofPart);
    if ((before.source === digest || isLess) && untouched)
      return { report: { ...nothing, outcome: 'unchanged', article: before.article }, addresses };
    if (!untouched) {
      const reason =
        before.source === digest
          ? undefined
          : 'The source has changed, and so has the article: `--force` replaces what editors have written.';
      return { report: { ...nothing, outcome: 'left', article: before.article, reason }, addresses };
    }
  }
  const composer = new Composer(draft, intake);
  const at = composer.published();
  const headline = composer.headline();
  const slug = slugFor(draft, headline, composer.language);
  const place = before?.article ?? intake.placeFor(at.slice(0, 10), slug);
  if (!place)
    return refused(source, `Neither "${slug}" nor its date can be part of an address. Give it a slug or a date.`);
  const file = `content/articles/${place}/index.md`;
  const id = before?.id ?? intake.idFor(file);
  const house = new PictureHouse(intake);
  try {
    const { text, facts, former, review } = await composer.compose({ id, file, place, house });
    const reading = readArticleFile(file, text, intake.publication.url, intake.article);
    const mistakes = mistakesIn(reading.problems);
    if (mistakes.length > 0 || !('taken' in reading))
      return refused(source, `It cannot be filed: ${mistakes.map(({ found }) => found).join(' ')}`);
    const outcome = before && there !== undefined ? 'updated' : 'new';
    if (!intake.isDry) {
      putInPlace(path.join(intake.root, path.dirname(file)), text, house.folder);
      intake.record.add({
        key,
        source: digest,
        article: place,
        id,
        written: digestOf(text),
        ...(former.length > 0 ? { former } : {}),
      });
    }
    return { report: { source, outcome, article: place, review, facts, leftovers }, addresses };
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return refused(source, 'It is nested too deep.');
  } finally {
    house.clear();
  }
}

/** Whether something was not read because of how deep its parts lie in one another. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack|nested/i.test(error.message);
}

export function refused(source: string, reason: string): Written {
  return { report: { source, outcome: 'refused', facts: [], leftovers: [], reason }, addresses: [] };
}

function slugFor({ slug }: Draft, headline: string, language: string): string {
  const own = slug?.toLowerCase() ?? '';
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(own) && own.length <= 100) return own;
  return (
    slugOf(slug ? decoded(slug).replace(/[-_]+/g, ' ') : headline, language) || slugOf(headline, language) || 'story'
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The text goes last, in one step: what breaks off before leaves no article. */
function putInPlace(home: string, text: string, pictures: { name: string; file: string }[]): void {
  mkdirSync(home, { recursive: true });
  for (const { name, file } of pictures) copyFileSync(file, path.join(home, name));
  const beside = path.join(home, `.index.md.${process.pid}`);
  writeFileSync(beside, text);
  renameSync(beside, path.join(home, 'index.md'));
}

/** Makes the text of an article's file of a draft, and notes how each value of it is known. */
class Composer {
  readonly #draft: Draft;
  readonly #intake: Intake;
  readonly #facts: Told[] = [];
  readonly #said: string[] = [];
  readonly language: string;
  readonly #addresses: string[];
  #root: Root;

  constructor(draft: Draft, intake: Intake) {
    this.#draft = draft;
    this.#intake = intake;
    this.#addresses = addressesIn(draft.body);
    this.#root = bodyOf(draft);
    const said = draft.language?.value;
    const own = (said && languageSaid(said)) ?? intake.mapping.language;
    if (said && !languageSaid(said)) draft.leftovers.push({ kind: 'language that is none', text: said });
    const { language } = intake.publication;
    this.language = own && primaryOf(own) !== primaryOf(language) ? own : language;
  }

  /** The headline; one is taken from the text where the source has none. */
  headline(): string {
    const { headline } = this.#draft;
    if (headline && fieldLine(headline.value) !== '') {
      this.#withoutHeadline(headline.value);
      return fieldLine(headline.value);
    }
    const [first] = this.#root.children;
    if (first?.type === 'heading') {
      this.#root.children.shift();
      this.#draft.headline = { value: textOfMarkdown(first), clue: 'the first heading of the text' };
    } else {
      const text = this.#root.children.find(({ type }) => type === 'paragraph');
      const words = fieldLine(text ? textOfMarkdown(text) : '');
      const sentence = /^.{1,90}?[.!?。！？](?=\s|$)|^.{1,80}(?=\s|$)|^.{1,60}/u.exec(words)?.[0] ?? '';
      this.#draft.headline = sentence
        ? { value: sentence, clue: 'the beginning of the text, where it stands as well' }
        : { value: fieldLine(decoded(this.#draft.slug ?? '').replace(/[-_]+/g, ' ')) || '–', clue: 'its address' };
      this.#doubled = sentence || this.#draft.headline.value;
    }
    return fieldLine(this.#draft.headline?.value ?? '');
  }

  #doubled = '';

  /** The headline stands once. */
  #withoutHeadline(headline: string) {
    const [first] = this.#root.children;
    const words = first?.type === 'heading' ? textOfMarkdown(first).trim() : '';
    if (words === '' || bare(words) !== bare(headline)) return;
    this.#root.children.shift();
    this.#draft.leftovers.push({ kind: 'headline that stands again in the text', text: words });
  }

  /** When it was published, in the paper's zone; the present where nothing tells it. */
  published(): string {
    const { published } = this.#draft;
    const { timeZone } = this.#intake.publication;
    const instant = published && instantIn(published.value, timeZone);
    if (instant) return instant;
    if (published) this.#draft.leftovers.push({ kind: 'time that cannot be read', text: published.value });
    this.#draft.published = { value: this.#intake.now, clue: 'the day of the import' };
    return this.#intake.now;
  }

  async compose({ id, file, place, house }: { id: string; file: string; place: string; house: PictureHouse }) {
    const { leftovers, base } = this.#draft;
    const { origin, intake, draft } = {
      origin: this.#intake.publication.url,
      intake: this.#intake,
      draft: this.#draft,
    };
    const fields: Field[] = [{ name: 'id', value: id }];
    const { aliases, former } = this.#formerAddresses(place);
    if (aliases.length > 0) fields.push({ name: 'aliases', value: aliases });
    this.#line(fields, 'headline', draft.headline);
    this.#line(fields, 'shortHeadline', draft.shortHeadline);
    this.#line(fields, 'standfirst', draft.standfirst);
    this.#line(fields, 'kicker', draft.kicker);
    this.#section(fields);
    this.#topics(fields);
    if (draft.kind) fields.push(this.#told('kind', draft.kind, draft.kind.value));
    this.#byline(fields);
    this.#agencies(fields);
    this.#dateline(fields);
    this.#times(fields);
    const picture = await this.#picture(house);
    const root = this.#root;
    await house.settle(root, draft, leftovers);
    settleLinks(root, { base: base ?? intake.mapping.site, origin, leftovers });
    this.#related(root, fields);
    const body = printedBody(root, { file, language: this.language, origin, blocks: intake.blocks, leftovers });
    this.#status(fields, body === '' && !picture);
    if (picture) fields.push(picture);
    else if (draft.pictureToCome) fields.push(toCome(draft.pictureToCome));
    this.#print(fields);
    if (draft.corrections && draft.corrections.length > 0) {
      fields.push({ name: 'corrections', value: draft.corrections });
      this.#said.push(...draft.corrections.map(({ text }) => text));
    }
    const said = draft.language ?? { value: this.language };
    if (this.language !== intake.publication.language) fields.push(this.#told('language', said, this.language));
    else if (said.from && !said.clue && languageSaid(said.value)) this.#told('language', said, this.language);
    this.#line(fields, 'licence', draft.licence);
    this.#account(body, leftovers);
    const review = this.#facts.some(({ clue }) => clue !== undefined);
    if (review) fields.splice(1, 0, { name: 'review', value: 'required' });
    return { text: frontMatter(fields) + body, facts: this.#facts, former, review };
  }

  #told(name: string, { clue, from }: Fact<unknown>, value: unknown, shown = shownValue(value)): Field {
    this.#facts.push({
      field: name,
      value: shown,
      ...(clue ? { clue: fieldLine(clue) } : {}),
      ...(from ? { from: fieldLine(from) } : {}),
    });
    return { name, value, ...(clue ? { comment: `Guessed from ${fieldLine(clue)}.` } : {}) };
  }

  /** A field that readers have the words of. */
  #line(
    fields: Field[],
    name: 'headline' | 'shortHeadline' | 'standfirst' | 'kicker' | 'licence',
    fact: Fact | undefined,
  ) {
    const value = fact && fieldLine(fact.value);
    if (!value) return;
    fields.push(this.#told(name, fact, value));
    this.#said.push(value);
  }

  #section(fields: Field[]) {
    const { section } = this.#draft;
    const intake = this.#intake;
    const file = section && intake.fileOf('sections', section.value);
    if (file) fields.push(this.#told('section', { ...section, from: section.value }, file));
    else {
      if (section) this.#draft.leftovers.push({ kind: 'section that is none here', text: section.value });
      const clue = intake.mapping.section ? undefined : 'the order of sections: the source names none';
      fields.push(this.#told('section', { value: intake.firstSection, clue }, intake.firstSection));
    }
  }

  #topics(fields: Field[]) {
    const files: string[] = [];
    for (const topic of this.#draft.topics) {
      const file = this.#intake.fileOf('topics', topic.value);
      if (file) files.push(file);
      this.#facts.push({
        field: 'topic',
        value: file ?? 'left out',
        ...(topic.clue ? { clue: topic.clue } : {}),
        from: fieldLine(topic.value),
      });
    }
    if (files.length > 0) fields.push({ name: 'topics', value: [...new Set(files)] });
  }

  #byline(fields: Field[]) {
    const intake = this.#intake;
    const contributors: { who: string }[] = [];
    for (const name of this.#draft.byline) {
      const who = intake.fileOf('contributors', name.value);
      if (who && !contributors.some((each) => each.who === who)) {
        contributors.push({ who });
        this.#said.push(fieldLine(name.value));
      } else if (who) this.#draft.leftovers.push({ kind: 'name that stands twice', text: name.value });
      else this.#draft.leftovers.push({ kind: 'name that is left out of the byline', text: name.value });
      if (who) this.#told('byline', name, fieldLine(name.value));
    }
    if (contributors.length === 0 && intake.mapping.credit) contributors.push({ who: intake.mapping.credit });
    const clue = this.#draft.byline.find((name) => name.clue !== undefined)?.clue;
    if (contributors.length > 0)
      fields.push({
        name: 'contributors',
        value: contributors,
        ...(clue ? { comment: `Guessed from ${fieldLine(clue)}.` } : {}),
      });
  }

  #agencies(fields: Field[]) {
    const agencies = (this.#draft.agencies ?? []).map((each) => {
      this.#told('agency', each, fieldLine(each.value));
      return fieldLine(each.value);
    });
    if (agencies.length === 0) return;
    fields.push({ name: 'agencies', value: [...new Set(agencies)] });
    this.#said.push(...agencies);
  }

  #dateline(fields: Field[]) {
    const { dateline } = this.#draft;
    if (!dateline) return;
    fields.push(this.#told('dateline', dateline, dateline.value));
    this.#said.push(dateline.value.place);
  }

  #times(fields: Field[]) {
    const { timeZone } = this.#intake.publication;
    const { published, updated } = this.#draft;
    const at = this.published();
    const clue =
      published?.clue ??
      (timeIn(published?.value ?? '')?.isAmbiguous ? 'a date that can be read in two ways' : undefined);
    const fact = this.#draft.published ?? { value: at };
    fields.push(
      this.#told(
        'published',
        { ...fact, clue: fact.clue ?? clue, from: fact.from ?? (published ? published.value : undefined) },
        at,
      ),
    );
    if (!updated) return;
    const later = instantIn(updated.value, timeZone);
    if (later && Date.parse(later) > Date.parse(at))
      fields.push(this.#told('updated', { ...updated, from: updated.from ?? updated.value }, later));
    else if (!later || later !== at)
      this.#draft.leftovers.push({ kind: 'time of a change that is left out', text: updated.value });
    else this.#draft.leftovers.push({ kind: 'time of a change that is none', text: updated.value });
  }

  #status(fields: Field[], isEmpty: boolean) {
    const given = this.#draft.status ?? { value: 'published' as const };
    const hidden = isEmpty && given.value === 'published';
    const fact = hidden ? { value: 'draft' as const, clue: 'its empty text' } : given;
    fields.push(this.#told('status', fact, fact.value));
    if (typeof fact.value === 'object' && 'reason' in fact.value) this.#said.push(fact.value.reason);
  }

  /** The lead picture. It is not shown again where the text begins with it. */
  async #picture(house: PictureHouse): Promise<Field | undefined> {
    const { leftovers } = this.#draft;
    const given = this.#draft.picture ?? this.#pictureAtTheTop();
    if (!given) return undefined;
    const shown = this.#withOwnWords(given.value);
    const { src, alt = '', source, licence } = shown;
    const parted = shown.credit
      ? { caption: fieldLine(shown.caption ?? ''), credit: fieldLine(shown.credit) }
      : withoutCredit(fieldLine(shown.caption ?? ''));
    const settled = await house.take(src, this.#draft);
    if ('fault' in settled) {
      leftovers.push({
        kind: settled.fault,
        text: [src, alt, parted.caption, parted.credit].filter(Boolean).join(' '),
      });
      return undefined;
    }
    const own = adopted(settled.says, { alt, ...parted }, this.#draft);
    const caption = parted.caption || own.caption;
    const credit = parted.credit ?? own.credit;
    const repeats = bare(alt) !== '' && bare(alt) === bare(parted.caption);
    if (repeats) leftovers.push({ kind: 'alternative text that repeats the caption', text: alt });
    const words = repeats ? '' : fieldLine(alt) || (own.alt ?? '');
    this.#leaveOut(src, [alt, caption, credit, licence].join(' '));
    const value = {
      file: settled.file,
      alt: words,
      ...(caption ? { caption } : {}),
      ...(credit ? { credit } : {}),
      ...(source && /^https?:\/\//.test(source) ? { source } : {}),
      ...(licence ? { licence: fieldLine(licence) } : {}),
    };
    this.#said.push(words, caption ?? '', credit ?? '', licence ?? '');
    return this.#told('picture', given, value, src);
  }

  /** A picture at the head of a text is its lead picture. */
  #pictureAtTheTop(): Draft['picture'] {
    const [first] = this.#root.children;
    if (first?.type !== 'containerDirective' || first.name !== 'figure') return undefined;
    const { src, alt, credit, repeated } = first.attributes ?? {};
    this.#root.children.shift();
    visit(first, 'link', ({ url }) => void this.#draft.leftovers.push({ kind: 'link of a caption', text: url }));
    if (repeated) this.#draft.leftovers.push({ kind: 'alternative text that repeats the caption', text: repeated });
    return { value: { src: src ?? '', alt: alt ?? '', caption: toString(first), credit: credit ?? undefined } };
  }

  /** The lead picture stands once; with a caption of its own it may stand in the text again. */
  #leaveOut(src: string, words: string) {
    const index = this.#root.children.findIndex(
      (node) =>
        node.type === 'containerDirective' && node.name === 'figure' && sameFile(node.attributes?.src ?? '', src),
    );
    const there = index >= 0 && index < 3 ? this.#root.children[index] : undefined;
    if (!there || wordsBeyond(textOfMarkdown(there), words).length > 0) return;
    this.#root.children.splice(index, 1);
    this.#draft.leftovers.push({
      kind: 'lead picture that stands again in the text',
      text: textOfMarkdown(there).trim() || src,
    });
  }

  /** What the text says of the lead picture that begins it, where the source says nothing of it elsewhere. */
  #withOwnWords(given: DraftPicture): DraftPicture {
    if (given.caption || given.credit) return given;
    const index = this.#root.children
      .slice(0, 3)
      .findIndex(
        (node) =>
          node.type === 'containerDirective' &&
          node.name === 'figure' &&
          sameFile(node.attributes?.src ?? '', given.src),
      );
    const [figure] = index >= 0 ? this.#root.children.splice(index, 1) : [];
    if (figure?.type !== 'containerDirective') return given;
    const { alt, credit, repeated } = figure.attributes ?? {};
    if (repeated) this.#draft.leftovers.push({ kind: 'alternative text that repeats the caption', text: repeated });
    const words = given.alt || alt || '';
    if (alt && given.alt) this.#draft.leftovers.push({ kind: 'alternative text of the lead picture', text: alt });
    return { ...given, alt: words, caption: toString(figure), credit: credit ?? undefined };
  }

  #related(root: Root, fields: Field[]) {
    const { related = [], print } = this.#draft;
    const groups: { heading: string; stories: { elsewhere: string }[] }[] = [];
    for (const { heading, stories } of related) {
      if (stories.length === 0) continue;
      if (!print) {
        root.children.push(
          { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] },
          {
            type: 'list',
            spread: false,
            children: stories.map(({ title, url }) => ({
              type: 'listItem',
              spread: false,
              children: [
                {
                  type: 'paragraph',
                  children: [
                    url
                      ? { type: 'link', url, children: [{ type: 'text', value: title }] }
                      : { type: 'text', value: title },
                  ],
                },
              ],
            })),
          },
        );
        continue;
      }
      const { publication, edition } = print.value;
      groups.push({
        heading: fieldLine(heading),
        stories: stories.map((story) => ({ elsewhere: this.#intake.elsewhere(story, publication, edition) })),
      });
      this.#said.push(heading, ...stories.map(({ title }) => title));
    }
    if (groups.length === 0) return;
    const clue = 'where a version of the article appeared: that paper, on that day';
    fields.push(this.#told('related', { value: '', clue }, groups, groups.map(({ heading }) => heading).join(', ')));
  }

  #print(fields: Field[]) {
    const { print } = this.#draft;
    if (!print) return;
    fields.push(this.#told('print', print, print.value));
    const { publication, headline, section, page } = print.value;
    this.#said.push(publication, headline ?? '', section ?? '', page ?? '');
  }

  #formerAddresses(place: string): { aliases: string[]; former: string[] } {
    const aliases: string[] = [];
    const former: string[] = [];
    for (const given of this.#draft.former) {
      const url = URL.canParse(given, 'https://x.invalid') ? new URL(given, 'https://x.invalid') : undefined;
      if (!url) continue;
      const bareName = url.pathname.replace(/^\/+|(?:\/index\.html?)?\/*$/g, '');
      if (bareName === place || (bareName === '' && url.search === '')) continue;
      if (isFormerPath(bareName) && url.search === '' && !this.#intake.hasArticleAt(bareName))
        aliases.push(`/${bareName}/`);
      else former.push(url.pathname + url.search);
    }
    return { aliases: [...new Set(aliases)], former: [...new Set(former)] };
  }

  /** Words that are neither in the article nor in the report become lines of it. */
  #account(body: string, leftovers: Draft['leftovers']) {
    const root = parsedBody(body);
    const setting = { root, base: this.#draft.base ?? this.#intake.mapping.site, origin: this.#intake.publication.url };
    for (const address of addressesBeyond(this.#addresses, body, setting))
      if (!leftovers.some(({ text }) => text.includes(address)))
        leftovers.push({ kind: 'address that no words lead to', text: address });
    const article = [...this.#said, textOfMarkdown(root)].join('\n');
    const { lost, invented } = accounted(
      { source: this.#draft.words, again: `${this.#draft.again ?? ''}\n${this.#doubled}` },
      { article, report: wordsOfReport({ facts: this.#facts, leftovers }) },
    );
    if (lost.length > 0) leftovers.push({ kind: 'words that found no place', text: lost.join(' ') });
    if (invented.length > 0) leftovers.push({ kind: 'words that the source does not have', text: invented.join(' ') });
  }
}

function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sameFile(one: string, other: string): boolean {
  const name = (src: string) =>
    src
      .replace(/[?#].*$/, '')
      .replace(/-\d+x\d+(?=\.\w+$)/, '')
      .replace(/^.*\//, '');
  return name(one) === name(other);
}

function instantIn(text: string, timeZone: string): string | undefined {
  if (isInstant(text)) return instantInZone(text, timeZone);
  const time = timeIn(text);
  return time && instantOf(time, timeZone);
}

function toCome({ alt = '', caption = '', credit = '' }: Omit<DraftPicture, 'src'>): Field {
  const value = { file: './picture.jpg', alt: fieldLine(alt), caption: fieldLine(caption), credit: fieldLine(credit) };
  return {
    name: 'picture',
    value,
    comment: 'The source has the words of a picture and no file: put one here.',
    isToCome: true,
  };
}

function frontMatter(fields: Field[]): string {
  const lines = fields.flatMap(({ name, value, comment, isToCome }) => {
    const yaml = stringify({ [name]: value }, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
    return [`# ${comment ?? commentOn(name)}`, isToCome ? yaml.replace(/^/gm, '# ') : yaml];
  });
  return `---\n${lines.join('\n')}\n---\n\n`;
}
