import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { BodyCache } from '../body/body-cache.ts';
import type { Body } from '../body/body.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import { textOf, textsIn } from '../body/text.ts';
import type { Publication } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import { keywordsOf } from '../newsroom/keywords.ts';
import { mistakesIn, type Problem } from '../newsroom/problem.ts';
import { settingWithin, type Setting } from '../newsroom/typography/setting.ts';
import { hasOwnWords } from '../newsroom/words.ts';
import { filesBelow, isFile, readText } from './files.ts';
import type { MarkdownReading } from './markdown-file.ts';
import { passagesFile, readPassages, type PassagesFile } from './passages-file.ts';
import type { StampedPicture } from './picture-reading.ts';
import type { PictureDesk } from './pictures.ts';
import { digestOfAdditions, digestOfEngine, digestOfPackages, digestOfSources } from './sources.ts';

/** A Markdown file as it lies in the archive: front matter, and where its body and pictures are. */
export interface Copy<Fields> {
  filed: Fields;
  /** Name of the rendered body in the cache. */
  bodyKey: string;
  /** Every picture of it, the lead picture first where there is one. */
  pictures: StampedPicture[];
  leadPicture?: string;
  references: Body['references'];
  places: Body['places'];
  /** The first sentence of the text, where the editor has not said in one what it tells. */
  opening?: string;
  /** What is to be looked at in it; absent where there is nothing. */
  warnings?: Problem[];
  /** With a space between two: the store keeps one long text in less room than forty short ones. */
  keywords: string;
}

/** A copy, and the digest of all that it was made of but its pictures. */
export interface Kept<Fields> {
  copy: Copy<Fields>;
  digest: string;
}

export interface Copies<Fields> {
  /** By the name in their address: `2019/03/01/slug`. */
  copies: Map<string, Kept<Fields>>;
  /** Names of files that are there and have mistakes of their own. */
  broken: ReadonlySet<string>;
  problems: Problem[];
}

/** A kind of Markdown files: where they lie, what they are named, how one is taken apart. */
export interface CopyKind<Fields> {
  /** From the project's folder. */
  folder: string;
  /** What follows the name in the address. */
  ending: string;
  misplaced: (file: string) => Problem | undefined;
  takeApart: (file: string, text: string, origin: string) => MarkdownReading<Fields>;
  /** The article's id where the paragraphs of a body have ids, which a file beside it keeps by that name. */
  passages?: (filed: Fields) => string;
  /** The sentence in which the editor says what it tells. */
  summary: (filed: Fields) => string | undefined;
  /** What to tell where readers would see no text; `undefined` where there may be none. */
  noText: (filed: Fields) => Pick<Problem, 'found' | 'remedy'> | undefined;
  /** What stands over the body and tells most of what it is about; absent where nothing like it is looked for. */
  heading?: (filed: Fields) => readonly (string | undefined)[];
}

let loaded: { pipeline: string; reading: string } | undefined;

/** Digests of what reads and renders here, as it was when it was loaded. */
function ofEngine() {
  return (loaded ??= {
    pipeline: digestOfEngine(['markdown', 'body', 'newsroom']),
    reading: digestOfEngine(['schema', 'filing']),
  });
}

/**
 * Reads and checks Markdown files of one paper. Bodies are rendered into `bodies` (a folder), each once for its text
 * and the pipeline's version.
 */
export class CopyDesk {
  readonly #root: string;
  readonly #cache: BodyCache;
  readonly #pictures: PictureDesk;
  readonly #setting: Setting;
  readonly #origin: string;
  readonly #blocks: OwnBlocks;
  readonly #pipeline: string;
  readonly #version: string;

  constructor({
    root,
    bodies,
    pictures,
    publication,
    blocks = {},
  }: {
    root: string;
    bodies: string;
    pictures: PictureDesk;
    publication: Pick<Publication, 'language' | 'typography' | 'url'> | undefined;
    /** Of the paper's own, beside those that every paper has. */
    blocks?: OwnBlocks | undefined;
  }) {
    this.#root = root;
    this.#cache = new BodyCache(bodies);
    this.#pictures = pictures;
    this.#setting = publication ?? { language: 'en' };
    this.#origin = publication?.url ?? 'https://example.com';
    this.#blocks = blocks;
    const { language, typography } = this.#setting;
    this.#pipeline = [
      ofEngine().pipeline,
      digestOfPackages(root),
      // Bodies say some of the words.
      ...(hasOwnWords() || Object.keys(blocks).length > 0 ? [digestOfSources(root, ['src'])] : []),
      language,
      typography?.dashes,
      this.#origin,
    ].join(' ');
    this.#version = digestOf(this.#pipeline, ofEngine().reading, digestOfAdditions(root));
  }

  /** Whether a copy was made by what reads and renders here now. */
  hasRead({ digest }: Kept<unknown>): boolean {
    return digest.startsWith(this.#version);
  }

  /** Names of the files of a kind that are read, and of what is kept beside them, from its folder. */
  list({ folder }: Pick<CopyKind<never>, 'folder'>): string[] {
    return filesBelow(path.join(this.#root, folder), /\.(md|markdown|mdx)$|^passages\.json$/i);
  }

  /**
   * Reads all files of a kind; those that have not changed since `previous` are taken as they were.
   * @param touched files and folders that may have changed, where that is known: others are not looked at
   * @param files as they are listed
   */
  async read<Fields extends { language?: string | undefined }>(
    kind: CopyKind<Fields>,
    previous: (name: string) => Kept<Fields> | undefined,
    touched?: ReadonlySet<string>,
    files = this.list(kind),
  ): Promise<Copies<Fields>> {
    const { folder, ending, misplaced, takeApart } = kind;
    const copies: Copies<Fields>['copies'] = new Map();
    const broken = new Set<string>();
    const problems: Problem[] = [];
    const keepers = new Set(kind.passages ? files.filter((file) => file.endsWith(`/${passagesFile}`)) : []);
    for (const below of files) {
      if (below.endsWith('.json')) continue;
      const file = `${folder}/${below}`;
      const name = below.slice(0, -ending.length);
      const keeper = `${below.slice(0, below.lastIndexOf('/') + 1)}${passagesFile}`;
      const untouched =
        touched && below.endsWith(ending) && untouchedCopy(previous(name), [file, `${folder}/${keeper}`], touched);
      if (untouched && this.hasRead(untouched)) {
        copies.set(name, untouched);
        problems.push(...(untouched.copy.warnings ?? []));
        continue;
      }
      const fault = misplaced(file);
      if (fault) {
        problems.push(fault);
        broken.add(path.posix.dirname(below));
        continue;
      }
      const source = readText(this.#root, file);
      if ('problem' in source) {
        problems.push(source.problem);
        broken.add(name);
        continue;
      }
      const passages = keepers.has(keeper) ? readText(this.#root, `${folder}/${keeper}`) : { text: '' };
      if ('problem' in passages) {
        problems.push(passages.problem);
        broken.add(name);
        continue;
      }
      const digest = `${this.#version} ${digestOf(source.text, passages.text)}`;
      const before = previous(name);
      if (before?.digest === digest && this.#holds(before.copy)) {
        copies.set(name, before);
        problems.push(...(before.copy.warnings ?? []));
        continue;
      }
      for (const picture of before?.copy.pictures ?? [])
        if (this.#pictures.holds(picture)) this.#pictures.remember(picture);
      const reading = await this.#readCopy(file, takeApart(file, source.text, this.#origin), kind, {
        file: `${folder}/${keeper}`,
        ...passages,
      });
      problems.push(...reading.problems);
      if (reading.copy) copies.set(name, { copy: reading.copy, digest });
      else broken.add(name);
      if (copies.size % 50 === 0) await turn();
    }
    return { copies, broken, problems };
  }

  /** Whether body and pictures of a copy are as they were; what was read of the pictures then serves others. */
  #holds({ bodyKey, pictures }: Copy<unknown>): boolean {
    const holds = this.#cache.has(bodyKey) && pictures.every((picture) => this.#pictures.holds(picture));
    if (holds) for (const picture of pictures) this.#pictures.remember(picture);
    return holds;
  }

  /**
   * Makes bodies ahead of whoever reads these files from the other end, from the last on, until it comes to some that are there.
   * Mistakes are left to be told by that one.
   */
  async makeBodies<Fields extends { language?: string | undefined }>(
    { folder, takeApart, passages }: CopyKind<Fields>,
    files: readonly string[],
  ): Promise<void> {
    let there = 0;
    for (const below of files.filter((each) => !each.endsWith('.json')).reverse()) {
      const file = `${folder}/${below}`;
      const keeper = `${file.slice(0, file.lastIndexOf('/') + 1)}${passagesFile}`;
      const source = readText(this.#root, file);
      const kept = isFile(path.join(this.#root, keeper)) ? readText(this.#root, keeper) : { text: '' };
      if ('problem' in source || 'problem' in kept) continue;
      const reading = takeApart(file, source.text, this.#origin);
      const text = this.#textOf(file, reading, passages, { file: keeper, text: kept.text });
      if (!text || 'problems' in text) continue;
      there = this.#cache.has(text.bodyKey) ? there + 1 : 0;
      if (there > enough) return;
      if (there === 0) await this.#newBody(file, text);
    }
  }

  /** The text of a file, with all that its body is made of; nothing where it has none. */
  #textOf<Fields extends { language?: string | undefined }>(
    file: string,
    reading: MarkdownReading<Fields>,
    passages: CopyKind<Fields>['passages'],
    keeper: { file: string; text: string },
  ) {
    const taken = 'taken' in reading ? reading.taken : undefined;
    const markdown = 'taken' in reading ? reading.taken.body : reading.body;
    if (markdown === undefined) return undefined;
    const setting = settingWithin(this.#setting, taken?.filed.language ?? this.#setting.language);
    const { language } = setting;
    const beside = passages && keptIn(keeper);
    if (beside && 'problems' in beside) return beside;
    // The file of a folder that was copied tells of another story.
    const owner = beside?.kept.article;
    const isForeign = owner !== undefined && taken !== undefined && owner !== passages?.(taken.filed);
    const kept = isForeign ? nothingKept : beside?.kept;
    const bodyKey = digestOf(this.#pipeline, language, file, markdown, isForeign ? '' : keeper.text);
    return { taken, markdown, setting, language, kept, bodyKey };
  }

  async #newBody(file: string, { markdown: text, setting, kept, bodyKey }: Text): Promise<Body> {
    const source = { file, text, ...setting, origin: this.#origin, kept, blocks: this.#blocks };
    return this.#cache.write(bodyKey, (await pipeline()).renderBody(source));
  }

  async #readCopy<Fields extends { language?: string | undefined }>(
    file: string,
    reading: MarkdownReading<Fields>,
    { heading, noText, passages, summary }: CopyKind<Fields>,
    keeper: { file: string; text: string },
  ): Promise<{ copy?: Copy<Fields>; problems: Problem[] }> {
    const problems = [...reading.problems];
    const text = this.#textOf(file, reading, passages, keeper);
    if (!text || 'problems' in text) return { problems: [...problems, ...(text?.problems ?? [])] };
    const { taken, markdown, language, bodyKey } = text;
    const body = this.#cache.read(bodyKey) ?? (await this.#newBody(file, text));
    problems.push(...body.problems.map((problem) => ({ ...problem, file })));
    const empty = taken && isEmpty(body) ? noText(taken.filed) : undefined;
    // What is wrong in a text may be why nothing of it is left.
    if (empty && mistakesIn(body.problems).length === 0)
      problems.push({ code: 'F-005', file, line: markdown.split('\n').length, ...empty });
    const lead = taken?.leadPicture;
    const wanted: Body['pictures'] = [
      ...(lead ? [{ path: lead, line: taken.lineOf(['picture', 'file']) }] : []),
      ...body.pictures,
    ];
    const pictures: StampedPicture[] = [];
    for (const { path: picture, line, as } of wanted) {
      if (pictures.some((each) => each.path === picture)) continue;
      const found = await this.#pictures.read(picture, as);
      if ('picture' in found) pictures.push(found.picture);
      const told = 'picture' in found ? found.picture.warning : found.problem;
      if (told) problems.push({ file, line, ...told });
    }
    if (!taken || mistakesIn(problems).length > 0) return { problems };
    const { filed } = taken;
    const { references, places } = body;
    const words = textsIn(body.text).join(' ');
    const keywords = heading ? keywordsOf({ heading: heading(filed), body: words, language }).join(' ') : '';
    // All that is left are warnings.
    const warnings = problems.length > 0 ? problems : undefined;
    const opening = summary(filed) ? undefined : body.opening || undefined;
    const copy = { filed, bodyKey, pictures, leadPicture: lead, references, places, opening, warnings, keywords };
    // As the index gives it back; its texts are cut out of the file, and would keep the whole of that in memory.
    return { problems, copy: JSON.parse(JSON.stringify(copy)) as typeof copy };
  }
}

/** What a body is made of. */
interface Text {
  markdown: string;
  setting: ReturnType<typeof settingWithin>;
  kept: PassagesFile | undefined;
  bodyKey: string;
}

/** Bodies one after the other that are there already where whoever reads from the other end has come. */
const enough = 20;

/** Takes longer to load than it takes to look at a paper of which nothing has changed. */
const pipeline = () => import('../markdown/pipeline.ts');

/** Has what renders texts loaded and used once, before there is one to render that somebody waits for. */
export async function makeReady(): Promise<void> {
  (await pipeline()).renderBody({ file: 'ahead.md', text: 'A word.', language: 'en', origin: 'https://example.com' });
}

/** A copy, where its files and pictures are none of those that may have changed. */
function untouchedCopy<Fields>(
  kept: Kept<Fields> | undefined,
  files: readonly string[],
  touched: ReadonlySet<string>,
): Kept<Fields> | undefined {
  const all = [...files, ...(kept?.copy.pictures.map(({ path }) => path) ?? [])];
  return all.some((file) => isTouched(file, touched)) ? undefined : kept;
}

/** Whether a file or a folder above it is among those that may have changed. */
function isTouched(file: string, touched: ReadonlySet<string>): boolean {
  if (touched.size === 0) return false;
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1))
    if (touched.has(file.slice(0, end))) return true;
  return false;
}

/** Whether readers see nothing of a body: no part of a page, and no character that prints. */
function isEmpty({ text, parts }: Body): boolean {
  return parts.length === 0 && !/[^\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u.test(textOf(text));
}

const nothingKept: PassagesFile = { passages: {}, retired: {} };

function keptIn({ file, text }: { file: string; text: string }): { kept: PassagesFile } | { problems: Problem[] } {
  return text === '' ? { kept: nothingKept } : readPassages(file, text);
}
