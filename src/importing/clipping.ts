import type { ElementContent, Root } from 'hast';
import { digestOf } from '../newsroom/digest.ts';
import {
  bareNamesIn,
  datesIn,
  isCall,
  isCapitals,
  isCaption,
  isDateLine,
  isFurniture,
  isProvider,
  isRelatedHeading,
  isSameCaption,
  isSentence,
  isTrail,
  namesIn,
  paragraphsOf,
  relatedIn,
} from './clipping-lines.ts';
import { withoutCredit } from '../newsroom/credit.ts';
import { timeIn } from './dates.ts';
import type { Draft, DraftPicture, RelatedTitle } from './draft.ts';
import { printNoteIn } from './print-note.ts';
import { scriptLanguage } from './script-language.ts';
import { linkTo, paragraph } from './tidy.ts';

/** Pictures that lie beside a clipping, in order, and how to read them. */
export interface Beside {
  names: string[];
  read: (name: string) => Uint8Array | undefined;
}

/**
 * A clipping as it is copied from a newspaper's page or archive: lines of text, of which each says by its place and its words what it is.
 * @param source what it is called in the report
 */
export function readClipping(
  text: string,
  { source, key, beside }: { source: string; key: string; beside?: Beside },
): Draft {
  const clean = text.replace(/^\uFEFF/, '');
  const clipping = new Clipping(paragraphsOf(clean), beside);
  const draft: Draft = {
    source,
    key,
    digest: digestOf(clean),
    words: clean,
    byline: [],
    topics: [],
    former: [],
    body: { type: 'root', children: [] },
    leftovers: [],
    language: scriptLanguage(clean),
    ...(beside ? { pictureBytes: (name: string) => beside.read(name) } : {}),
  };
  clipping.fill(draft);
  return draft;
}

class Clipping {
  readonly #lines: string[];
  readonly #beside: Beside | undefined;
  #pictures = 0;

  constructor(lines: string[], beside: Beside | undefined) {
    this.#lines = lines;
    this.#beside = beside;
  }

  fill(draft: Draft): void {
    this.#takeNotes(draft);
    this.#takeHead(draft);
    draft.body = this.#body(draft);
  }

  /** Notes and calls that stand anywhere. */
  #takeNotes(draft: Draft): void {
    for (let index = 0; index < this.#lines.length;) {
      const line = this.#lines[index] ?? '';
      const note = draft.print ? undefined : printNoteIn(line);
      if (note) {
        const { publication, edition, headline, section, page, stray, stuck, frame, date } = note;
        draft.print = {
          value: {
            publication,
            edition,
            ...(headline ? { headline } : {}),
            ...(section ? { section } : {}),
            ...(page ? { page } : {}),
          },
          from: `${frame} ${date}`,
        };
        draft.published ??= { value: edition, clue: 'the date of the print edition', from: '' };
        for (const [one, other] of stuck) draft.words = draft.words.replace(one + other, `${one} ${other}`);
        for (const text of stray) draft.leftovers.push({ kind: 'stray words at the note on the print edition', text });
        this.#lines.splice(index, 1);
      } else if (index > 0 && isFurniture(line)) {
        draft.leftovers.push({ kind: 'what a page has around a story', text: line });
        this.#lines.splice(index, 1);
      } else if (isCall(line) && index > 0) {
        draft.leftovers.push({ kind: 'call to follow the paper', text: line });
        this.#lines.splice(index, 1);
      } else index += 1;
    }
  }

  #takeHead(draft: Draft): void {
    const lines = this.#lines;
    if (lines.length > 2 && isTrail(lines[0] ?? ''))
      draft.leftovers.push({ kind: 'where the page stands in its site', text: lines.shift() ?? '' });
    if (lines.length === 0) return;
    const [first = '', second = ''] = lines;
    const isKicker =
      lines.length > 2 &&
      first.length <= 40 &&
      second.length > first.length &&
      second.length < 200 &&
      !isSentence(second) &&
      (isCapitals(first) ? !isCapitals(second) : /[|:：]$/.test(first));
    if (isKicker)
      draft.kicker = {
        value: (lines.shift() ?? '').replace(/\s*[|:：]$/, ''),
        clue: 'the short line above the headline',
      };
    if (lines.length > 1 || (lines[0] ?? '').length < 160)
      draft.headline = { value: lines.shift() ?? '', clue: 'the first line' };
    // What stands below a headline comes in any order.
    let above = '';
    for (let count = 0; count < 8 && lines.length > 0; count += 1) {
      const [line = '', next = ''] = lines;
      const said = namesIn(line);
      const names = said ?? (isDateLine(next) || isDateLine(above) ? bareNamesIn(line) : undefined);
      if (names && draft.byline.length === 0) {
        const clue = said ? 'the line that begins as bylines do' : 'the names beside the date';
        draft.byline = names.names.map((name) => ({ value: isCapitals(name) ? inSmallLetters(name) : name, clue }));
        if (/[\p{L}\p{N}]/u.test(names.rest)) draft.leftovers.push({ kind: 'words of the byline', text: names.rest });
      } else if (isDateLine(line)) this.#takeDate(line, draft);
      else if (this.#isPictureAt(0)) {
        const picture = this.#takePicture(0, draft);
        if (picture && !draft.picture)
          draft.picture = { value: picture, clue: 'the pictures beside the clipping, in their order' };
        continue;
      } else if (
        !draft.standfirst &&
        isStandfirst(line, next, {
          count: lines.length,
          hasNamesBelow: this.#isNamesOrDate(1),
          hasFactsBelow: this.#isFactAt(1),
        })
      )
        draft.standfirst = { value: line, clue: 'the short paragraph below the headline' };
      else break;
      above = lines.shift() ?? '';
    }
    this.#takeDateline(draft);
  }

  #isNamesOrDate(index: number): boolean {
    const line = this.#lines[index] ?? '';
    const isUnderNames = isDateLine(this.#lines[index + 1] ?? '') && bareNamesIn(line) !== undefined;
    return isDateLine(line) || namesIn(line) !== undefined || isUnderNames;
  }

  #isFactAt(index: number): boolean {
    return this.#isNamesOrDate(index) || this.#isPictureAt(index);
  }

  #takeDate(line: string, draft: Draft): void {
    const { published, updated } = datesIn(line);
    const factOf = (text: string) => ({
      value: text,
      clue: timeIn(text)?.time ? undefined : 'a day without an hour',
      from: text,
    });
    if (updated) draft.updated = factOf(updated);
    if (!published) return;
    if (draft.published && draft.published.clue !== 'the date of the print edition')
      draft.leftovers.push({ kind: 'second date', text: published });
    else draft.published = factOf(published);
  }

  #isPictureAt(index: number): boolean {
    const line = this.#lines[index] ?? '';
    const next = this.#lines[index + 1] ?? '';
    return isCaption(line) || (isCaption(next) && isSameCaption(line, next));
  }

  /** A picture by its caption, which may stand twice; where no file lies beside the clipping its words are told and wait in the text. */
  #takePicture(index: number, draft: Draft): DraftPicture | undefined {
    const [line = '', next = ''] = this.#lines.slice(index, index + 2);
    const isTwice = !isCaption(line) || isSameCaption(line, next);
    this.#lines.splice(index, isTwice && isCaption(next) ? 2 : 1);
    const words = isTwice && isCaption(next) ? next : line;
    if (isTwice && isCaption(next)) draft.leftovers.push({ kind: 'caption that stands twice', text: line });
    const { caption, credit } = withoutCredit(words);
    const src = this.#beside?.names[this.#pictures];
    if (!src) {
      draft.leftovers.push({ kind: 'picture without a file', text: words });
      draft.pictureToCome ??= { alt: '', caption, credit };
      return undefined;
    }
    this.#pictures += 1;
    return { src, alt: '', caption, credit };
  }

  #takeDateline(draft: Draft): void {
    const [line = ''] = this.#lines;
    const latin =
      /^(\p{Lu}[\p{Lu} .'’-]{2,40}?)(?:, (\p{L}+\.? \d{1,2}|\d{1,2}\.? \p{L}+))?\.?\s*(?:[(（]([\p{L} ,/&]{2,40})[)）])?\s*[-–—]+\s+(?=\S)/u.exec(
        line,
      );
    const square = /^[【[]([^】\]＝=]{1,12})[＝=]([^】\]]{1,16})[】\]]\s*/u.exec(line);
    const arabic = /^([\p{Script=Arabic} ]{2,30})\s*[(（]([\p{L} /]{2,30})[)）]\s*[-–—]\s+/u.exec(line);
    const [matched, place = '', day, agency] =
      latin ??
      (square
        ? [square[0], square[1], undefined, square[2]]
        : arabic
          ? [arabic[0], arabic[1], undefined, arabic[2]]
          : []);
    if (!matched || !place || isCapitals(line)) return;
    const clue = 'the beginning of the text';
    draft.dateline = {
      value: { place: latin ? inSmallLetters(place.trim()) : place.trim() },
      clue,
      ...(day ? { from: day } : {}),
    };
    if (agency)
      draft.agencies = agency
        .split(/\s*[/,]\s*/)
        .filter(Boolean)
        .map((value) => ({ value, clue }));
    this.#lines[0] = line.slice(matched.length);
  }

  #body(draft: Draft): Root {
    const children: ElementContent[] = [];
    const lines = this.#lines;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] ?? '';
      const next = lines[index + 1] ?? '';
      if (this.#isPictureAt(index)) {
        const picture = this.#takePicture(index, draft);
        if (picture) children.push(figureOf(picture));
        index -= 1;
      } else if (isProvider(line)) {
        const address = lines.slice(index, index + 3).find((each) => /^https?:\/\/\S+$/.test(each));
        const caption = [next, lines[index + 2] ?? ''].find((each) => each !== address && each.length < 300) ?? '';
        lines.splice(index, 1 + (caption ? 1 : 0) + (address ? 1 : 0));
        index -= 1;
        if (address) {
          children.push(paragraph([linkTo(address, caption || line)]));
          if (caption) draft.leftovers.push({ kind: 'who shows a film', text: line });
        } else
          draft.leftovers.push({ kind: 'film without an address', text: [line, caption].filter(Boolean).join('\n') });
      } else {
        const stories = this.#relatedAt(index);
        const other = relatedIn(line);
        if (other) {
          (draft.related ??= []).push({ heading: other.heading, stories: [{ title: other.title }] });
          lines.splice(index, 1);
          index -= 1;
        } else if (stories.length > 0) {
          (draft.related ??= []).push({ heading: line.replace(/[:：]$/, ''), stories });
          lines.splice(index, 1 + stories.length);
          index -= 1;
        } else children.push(this.#isHeading(index) ? heading(line) : paragraph([{ type: 'text', value: line }]));
      }
    }
    return { type: 'root', children };
  }

  /** Headlines of other stories below a heading, up to the next paragraph. */
  #relatedAt(index: number): RelatedTitle[] {
    const line = this.#lines[index] ?? '';
    if (!isRelatedHeading(line) && !(isCapitals(line) && line.length < 60 && !isSentence(line))) return [];
    const stories: RelatedTitle[] = [];
    for (const each of this.#lines.slice(index + 1)) {
      const isHeadline =
        each.length < 160 && !isCapitals(each) && !/[.।。]["'”’»」』)]?$/u.test(each) && !isRelatedHeading(each);
      if (!isHeadline || isProvider(each) || isCaption(each) || namesIn(each)) break;
      stories.push({ title: each.replace(/^[•·▪◦*–-]\s+/u, '') });
    }
    // Capitals over one line may be a heading of the text.
    const isLast = index + stories.length === this.#lines.length - 1;
    return isRelatedHeading(line) || stories.length > 1 || isLast ? stories : [];
  }

  #isHeading(index: number): boolean {
    const line = this.#lines[index] ?? '';
    const next = this.#lines[index + 1] ?? '';
    if (index === 0 && this.#lines.length === 1) return false;
    const isShort = line.length < 70 && !/[.,;:!।。、，"'”’»」…)]$/u.test(line) && !/^["'“„«「‘]/u.test(line);
    return (
      isShort && next.length > line.length * 1.5 && (isSentence(next) || next.length > 120) && !/^[•*–-]/.test(line)
    );
  }
}

/** What stands below a headline is a standfirst where byline, date or picture follow it, or where it is no sentence of the text. */
function isStandfirst(
  line: string,
  next: string,
  { count, hasNamesBelow, hasFactsBelow }: { count: number; hasNamesBelow: boolean; hasFactsBelow: boolean },
): boolean {
  const sentences =
    line.match(/[.!?।。！？](?=\s|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu)?.length ?? 0;
  const isOpening = /^\p{Lu}[\p{Lu} .'’-]{2,40}\s*(?:\([^)]*\))?\s*[-–—]+\s/u.test(line) || /^【/.test(line);
  // No text of a story stands above who wrote it, or when.
  const most = hasNamesBelow ? { length: 420, sentences: 4 } : { length: 260, sentences: 1 };
  if (line.length > most.length || sentences > most.sentences) return false;
  if (count < 3 || isOpening || isProvider(line) || isCapitals(line)) return false;
  return hasFactsBelow || (!isSentence(line) && next.length > line.length);
}

/** A name that stands in capitals. */
function inSmallLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s.'’-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

function heading(text: string): ElementContent {
  return { type: 'element', tagName: 'h2', properties: {}, children: [{ type: 'text', value: text }] };
}

/** A picture as HTML has it, with what stands below it. */
export function figureOf({ src, alt = '', caption = '', credit }: DraftPicture): ElementContent {
  const children: ElementContent[] = [{ type: 'element', tagName: 'img', properties: { src, alt }, children: [] }];
  const legend: ElementContent[] = [];
  if (caption) legend.push({ type: 'text', value: credit ? `${caption} ` : caption });
  if (credit)
    legend.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['credit'] },
      children: [{ type: 'text', value: credit }],
    });
  if (legend.length > 0) children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: legend });
  return { type: 'element', tagName: 'figure', properties: {}, children };
}
