import type { Element, ElementContent } from 'hast';
import { BodyCache } from '../body/body-cache.ts';
import type { Body, BodyPhoto } from '../body/body.ts';
import { lineOf, textOf } from '../body/text.ts';
import type { Copies } from '../filing/copies.ts';
import { readText } from '../filing/files.ts';
import { lineOfField } from '../filing/line-of-field.ts';
import type { StampedPicture } from '../filing/picture-reading.ts';
import { settingWithin, type Setting } from '../newsroom/typography/setting.ts';
import type { FiledArticle } from '../schema/article.ts';

/** An article as the desk looks at it: what was filed, and what readers get of it. */
export interface Story {
  path: string;
  /** From the paper's folder. */
  file: string;
  filed: FiledArticle;
  body: Body;
  setting: Setting;
  pictures: readonly StampedPicture[];
  leadPicture: string | undefined;
  /** The line of a field, counted from 1. */
  lineOf: (field: readonly PropertyKey[]) => number;
  /** Where something stands in the text of the file, or the whole file where it is not found. */
  placeOf: (pattern: RegExp) => { line?: number; column?: number };
}

/** A picture with its words, as it stands in an article. */
export interface Shown {
  /** From the paper's folder. */
  path: string;
  alt: string;
  caption: string;
  isLead: boolean;
  isInset: boolean;
}

/** The articles of a paper that readers can have or get, with their texts. */
export function* storiesOf(
  copies: Copies<FiledArticle>['copies'],
  { root, bodies, paper }: { root: string; bodies: string; paper: Setting },
): Generator<Story> {
  const cache = new BodyCache(bodies);
  for (const [path, { copy }] of copies) {
    const { filed, pictures, leadPicture } = copy;
    const body = filed.status.state === 'withdrawn' ? undefined : cache.read(copy.bodyKey);
    if (!body) continue;
    const file = `content/articles/${path}/index.md`;
    yield {
      path,
      file,
      filed,
      body,
      setting: settingWithin(paper, filed.language ?? paper.language),
      pictures,
      leadPicture,
      lineOf: (field) => lineOfField(root, file, field),
      placeOf: (pattern) => placeIn(root, file, pattern),
    };
  }
}

/** The fields of an article that are texts for readers, by their names. */
export function fieldsOf({ filed }: Pick<Story, 'filed'>): [field: PropertyKey[], text: string][] {
  const { headline, shortHeadline, standfirst, kicker, picture, corrections } = filed;
  const fields: [PropertyKey[], string | undefined][] = [
    [['headline'], headline],
    [['shortHeadline'], shortHeadline],
    [['standfirst'], standfirst],
    [['kicker'], kicker],
    [['picture', 'alt'], picture?.alt],
    [['picture', 'caption'], picture?.caption],
    [['picture', 'credit'], picture?.credit],
    ...corrections.map(({ text }, index): [PropertyKey[], string] => [['corrections', index, 'text'], text]),
  ];
  return fields.filter((field): field is [PropertyKey[], string] => Boolean(field[1]));
}

/** Every picture of an article with its words, the lead picture first. */
export function picturesOf({ filed, body, leadPicture }: Story): Shown[] {
  const { picture } = filed;
  const lead: Shown[] =
    picture && leadPicture
      ? [{ path: leadPicture, alt: picture.alt, caption: picture.caption ?? '', isLead: true, isInset: false }]
      : [];
  const shown = ({ path, alt = '', caption = [] }: BodyPhoto, isInset = false): Shown => ({
    path,
    alt,
    caption: lineOf(caption),
    isLead: false,
    isInset,
  });
  const others = body.parts.flatMap((part): Shown[] => {
    if (part.kind === 'photo') return [shown(part.photo, part.placement === 'inset')];
    if (part.kind === 'gallery') return part.photos.map((photo) => shown(photo, true));
    return part.kind === 'video' ? [shown(part.poster)] : [];
  });
  return [...lead, ...others];
}

const running = /^(?:p|li|h[2-6]|td|th|dt|dd|figcaption|caption|summary)$/;
/** Whose letters are not of the language around them, or of none. */
const foreign = /^(?:code|pre|kbd|samp|math)$/;

/** The paragraphs of a text and what is like them, as readers get them; code, and passages in other languages, as one sign. */
export function paragraphsOf({ text, parts }: Pick<Body, 'text' | 'parts'>): string[] {
  const found: string[] = [];
  const add = (nodes: readonly ElementContent[]) => {
    const words = textOf(nodes, instead).trim();
    if (words) found.push(words);
  };
  const walk = (nodes: readonly ElementContent[]) => {
    let run: ElementContent[] = [];
    const end = () => {
      add(run);
      run = [];
    };
    for (const node of nodes) {
      const isBlock = node.type === 'element' && (running.test(node.tagName) || holdsBlocks(node));
      if (!isBlock) run.push(node);
      else {
        end();
        walk(node.children);
      }
    }
    end();
  };
  walk(text);
  for (const part of parts) {
    const photos = part.kind === 'photo' ? [part.photo] : part.kind === 'gallery' ? part.photos : [];
    for (const { caption } of part.kind === 'video' ? [part.poster] : photos) if (caption) add(caption);
    if (part.kind === 'gallery' && part.caption) add(part.caption);
  }
  return found;
}

function holdsBlocks({ tagName, children }: Element): boolean {
  if (foreign.test(tagName)) return false;
  return children.some((child) => child.type === 'element' && (running.test(child.tagName) || holdsBlocks(child)));
}

function instead({ tagName, properties }: Element): string | undefined {
  if (tagName === 'br') return '\n';
  return foreign.test(tagName) || properties.lang !== undefined ? '\uFFFC' : undefined;
}

function placeIn(root: string, file: string, pattern: RegExp): { line?: number; column?: number } {
  const source = readText(root, file);
  if (!('text' in source)) return {};
  const begin = /^---[ \t]*\n(?:[^]*?\n)?---[ \t]*(?:\n|$)/.exec(source.text)?.[0].length ?? 0;
  const at = source.text.slice(begin).search(pattern);
  if (at < 0) return {};
  const before = source.text.slice(0, begin + at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
