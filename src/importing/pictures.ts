import type { Image, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { slugOf } from '../filing/slug.ts';
import type { Draft, Leftover } from './draft.ts';
import { bare } from './body.ts';
import type { Intake } from './intake.ts';
import { fieldLine } from './invisible.ts';
import { factsOfPicture, type PictureFacts } from './picture-facts.ts';
import { textOfMarkdown } from './words.ts';

const mostBytes = 40 * 1024 * 1024;

type Taken = { file: string; says: PictureFacts } | { fault: string };

/** The pictures of one story on their way into its folder; each is looked at before it is taken. */
export class PictureHouse {
  readonly #intake: Intake;
  readonly #taken = new Map<string, Promise<Taken>>();
  readonly #names = new Set<string>();
  #staging: string | undefined;
  /** Files to be copied beside the text, by the names that they get. */
  readonly folder: { name: string; file: string }[] = [];

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  /** A picture by what its source calls it: its name in the article's folder, or why it has none. */
  take(src: string, draft: Draft): Promise<Taken> {
    const known = this.#taken.get(src) ?? this.#fetch(src, draft);
    this.#taken.set(src, known);
    return known;
  }

  async #fetch(src: string, draft: Draft): Promise<Taken> {
    const bytes = /^data:/i.test(src) ? bytesOfData(src) : await this.#bytesOf(src, draft);
    if (!bytes) return { fault: 'picture that is not there' };
    if (bytes.length > mostBytes) return { fault: 'picture that is too large' };
    const name = this.#nameFor(src, bytes);
    this.#staging ??= stagingIn(this.#intake.root);
    const file = path.join(this.#staging, name);
    writeFileSync(file, bytes);
    const reading = await this.#intake.pictures.read(path.relative(this.#intake.root, file).replaceAll(path.sep, '/'));
    if ('problem' in reading) return { fault: `picture that cannot be shown (${reading.problem.code})` };
    this.folder.push({ name, file });
    return { file: `./${name}`, says: factsOfPicture(bytes) };
  }

  async #bytesOf(src: string, draft: Draft): Promise<Uint8Array | undefined> {
    const own = await draft.pictureBytes?.(src);
    if (own) return own;
    const base = draft.base ?? this.#intake.mapping.site;
    const address = URL.canParse(src, base) ? new URL(src, base).href : '';
    return /^https?:/.test(address) ? this.#intake.fetched?.(address) : undefined;
  }

  #nameFor(src: string, bytes: Uint8Array): string {
    const last = /^data:/i.test(src)
      ? ''
      : (src
          .replace(/[?#].*$/, '')
          .split('/')
          .pop() ?? '');
    const stem =
      slugOf(
        decoded(last)
          .replace(/\.\w{2,5}$/, '')
          .replace(/[_.]+/g, '-'),
        'en',
      ) || 'picture';
    const ending = endingOf(bytes);
    let name = `${stem}.${ending}`;
    for (let count = 2; this.#names.has(name); count += 1) name = `${stem}-${count}.${ending}`;
    this.#names.add(name);
    return name;
  }

  /** Gives each picture of a body its file; what cannot be had is a link, or is told. */
  async settle(root: Root, draft: Draft, leftovers: Leftover[]): Promise<void> {
    const walk = async (node: Nodes): Promise<void> => {
      if (!('children' in node)) return;
      const children: Nodes[] = [];
      for (const child of node.children as Nodes[]) {
        if (child.type === 'containerDirective' && child.name === 'figure')
          children.push(...(await this.#figure(child, draft, leftovers)));
        else if (child.type === 'containerDirective' && child.name === 'gallery')
          children.push(...(await this.#gallery(child, draft, leftovers)));
        else {
          await walk(child);
          children.push(child);
        }
      }
      node.children = children as typeof node.children;
    };
    await walk(root);
  }

  async #figure(figure: ContainerDirective, draft: Draft, leftovers: Leftover[]): Promise<RootContent[]> {
    const { src = '', alt = '', repeated, ...rest } = (figure.attributes ?? {}) as Record<string, string>;
    if (repeated) leftovers.push({ kind: 'alternative text that repeats the caption', text: repeated });
    const taken = await this.take(src, draft);
    if ('file' in taken) {
      const own = adopted(taken.says, { alt, caption: toString(figure).trim(), credit: rest['credit'] }, draft);
      if (own.caption) figure.children = [{ type: 'paragraph', children: [{ type: 'text', value: own.caption }] }];
      if (own.credit) rest['credit'] = own.credit;
      if (own.alt) {
        figure.attributes = { src: taken.file, ...rest, alt: own.alt };
        return [figure];
      }
      if (!alt) leftovers.push({ kind: 'picture without alternative text', text: '' });
      figure.attributes = { src: taken.file, alt: fieldLine(alt), ...rest };
      return [figure];
    }
    const base = draft.base ?? this.#intake.mapping.site;
    const address = URL.canParse(src, base) ? new URL(src, base).href : '';
    if (!/^https?:/.test(address)) {
      leftovers.push({
        kind: taken.fault,
        text: `${src} ${textOfMarkdown({ ...figure, attributes: { alt, ...rest } })}`.trim(),
      });
      return [];
    }
    leftovers.push({ kind: `${taken.fault}, to which a link leads`, text: '' });
    const caption = toString(figure).trim();
    const words = fieldLine(alt) || caption || address;
    const others = [words === caption ? '' : caption, rest.credit, rest.licence].filter(Boolean).join(' ');
    const phrases: PhrasingContent[] = [
      { type: 'link', url: address, children: [{ type: 'text', value: words }] },
      ...(others ? [{ type: 'text' as const, value: ` ${others}` }] : []),
    ];
    return [{ type: 'paragraph', children: phrases }];
  }

  async #gallery(gallery: ContainerDirective, draft: Draft, leftovers: Leftover[]): Promise<RootContent[]> {
    const images: Paragraph[] = [];
    const others: RootContent[] = [];
    const label = gallery.children.filter((child) => child.type === 'paragraph');
    for (const child of gallery.children) {
      if (child.type !== 'containerDirective') continue;
      const [figure] = await this.#figure(child, draft, leftovers);
      if (figure?.type === 'containerDirective') {
        visit(figure, 'link', ({ url }) => void leftovers.push({ kind: 'link of a caption', text: url }));
        const { src, alt, credit, licence, source } = figure.attributes ?? {};
        if (licence) leftovers.push({ kind: 'licence of a picture', text: licence });
        if (source) leftovers.push({ kind: 'source of a picture', text: source });
        const caption = toString(figure).replace(/\s+/g, ' ').replaceAll('|', '/').trim();
        const image: Image = {
          type: 'image',
          url: src ?? '',
          alt: alt || '""',
          title: [caption, credit].filter(Boolean).length > 0 ? `${caption}${credit ? ` | ${credit}` : ''}` : null,
        };
        images.push({ type: 'paragraph', children: [image] });
      } else if (figure) others.push(figure);
    }
    if (images.length === 0) return [...others, ...label.map((each) => ({ ...each, data: undefined }))];
    gallery.children = [...label, ...images];
    return [gallery, ...others];
  }

  clear(): void {
    if (this.#staging) rmSync(this.#staging, { recursive: true, force: true });
  }
}

/**
 * What a picture says of itself and the story does not: its words are words of the source from then on. Terms of use are told, for an editor
 * to keep.
 */
export function adopted(
  says: PictureFacts,
  known: { alt?: string | undefined; caption?: string | undefined; credit?: string | undefined },
  draft: Draft,
): PictureFacts {
  const taken = (['alt', 'caption', 'credit'] as const).filter((fact) => says[fact] && !known[fact]);
  const facts: PictureFacts = Object.fromEntries(taken.map((fact) => [fact, says[fact]]));
  // A caption that is said again as the alternative text would be a mistake.
  if (facts.alt && bare(facts.alt) === bare(facts.caption ?? known.caption ?? '')) delete facts.alt;
  if (facts.caption && bare(facts.caption) === bare(known.alt ?? '')) delete facts.caption;
  draft.words = [draft.words, ...Object.values(facts as Record<string, string>), says.terms ?? ''].join('\n');
  if (says.terms) draft.leftovers.push({ kind: 'usage terms of a picture', text: says.terms });
  return facts;
}

function stagingIn(root: string): string {
  const folder = path.join(root, '.astro/importing');
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(path.join(folder, 'pictures-'));
}

function bytesOfData(address: string): Uint8Array | undefined {
  const [, isBase64, data = ''] = /^data:image\/[\w.+-]+(?:;[\w-]+=[\w-]+)*(;base64)?,(.*)$/is.exec(address) ?? [];
  if (data === '') return undefined;
  return Buffer.from(isBase64 ? data : decoded(data), isBase64 ? 'base64' : 'utf8');
}

function endingOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\u00ff\u00d8')) return 'jpg';
  if (head.startsWith('\u0089PNG')) return 'png';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('RIFF')) return 'webp';
  return head.slice(4, 8) === 'ftyp' ? 'avif' : 'svg';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
