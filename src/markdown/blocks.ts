import type { Heading, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { placements, type BodyPart, type BodyPhoto, type Placement } from '../body/body.ts';
import { blockNames } from '../body/own-blocks.ts';
import { articleId, articleNamed, articlePath } from '../newsroom/permalink.ts';
import { typesetText } from '../newsroom/typography.ts';
import { wordsOf } from '../newsroom/words.ts';
import { filmFile, photoOfDirective, photoOfImage, reportDisguise, type Context, type Directive } from './photos.ts';
import { isToldWithin, report } from './report.ts';
import { isEndless } from './open-blocks.ts';
import { blockFor, isNote } from './stray-blocks.ts';

/**
 * The blocks of a body: a picture alone in its paragraph, and the directives figure, gallery, video, related,
 * pull-quote, fact-box, timeline and table. Those that show pictures or other stories become parts of the page,
 * the others HTML.
 */
export function remarkBlocks(settings: Omit<Context, 'file'>) {
  return (tree: Root, file: VFile) => {
    const context = { file, ...settings };
    let rank = 1;
    const ranks = new Map<RootContent, number>();
    visit(tree, (node, _, parent) => {
      if (node.type === 'heading' && !ranks.has(node)) rank = node.depth;
      if (node.type === 'containerDirective' || node.type === 'leafDirective')
        return block(node, context, ranksIn(node, ranks, rank));
      if (node.type === 'imageReference') {
        report(
          file,
          node,
          'B-110',
          'A picture is named by a reference.',
          'Write its file in the picture itself: ![alt text](./quay.jpg "Caption | Credit").',
        );
      }
      if (node.type === 'image') {
        const isLinked = parent?.type === 'link' || parent?.type === 'linkReference';
        report(
          file,
          node,
          'B-111',
          `The picture "${node.url}" stands in a ${isLinked ? 'link' : 'line of text'}.`,
          isLinked
            ? 'Give it a paragraph of its own without the link, which may stand in the caption of a :::figure.'
            : 'Give it a paragraph of its own; several together go into a :::gallery block.',
        );
      }
      if (node.type !== 'paragraph' || isLabel(node) || parent?.type === 'footnoteDefinition') return undefined;
      const images = node.children.filter((child): child is Image => child.type === 'image');
      const alone = images[0];
      if (alone && images.length === 1 && onlyImages(node)) {
        const photo = photoOfImage(alone, context);
        if (photo)
          Object.assign(node, marker({ kind: 'photo', photo, placement: 'text' }, [], file), {
            position: node.position,
          });
        return SKIP;
      }
      return undefined;
    });
  };
}

/** The rank of a block's title, below what it stands in; headings and blocks inside are given theirs, below that. */
function ranksIn(node: Directive, ranks: Map<RootContent, number>, around: number): number {
  const rank = Math.min(6, ranks.get(node) ?? around + 1);
  const headings: Heading[] = [];
  visit(node, (inner) => {
    if (inner.type === 'heading') headings.push(inner);
    if (inner !== node) ranks.set(inner, rank + 1);
  });
  const lowest = Math.min(...headings.map(({ depth }) => depth));
  for (const heading of headings)
    heading.depth = Math.min(6, heading.depth + Math.max(0, rank + 1 - lowest)) as Heading['depth'];
  return rank;
}

const withoutInset = placements.filter((each) => each !== 'inset');

type Make = (node: Directive, context: Context, rank: number) => void;

const blocks: Record<(typeof blockNames)[number], Make> = {
  figure,
  gallery,
  video,
  related,
  'pull-quote': pullQuote,
  'fact-box': factBox,
  timeline,
  table,
};

const attributes: Record<(typeof blockNames)[number], readonly string[]> = {
  figure: ['src', 'alt', 'credit', 'source', 'licence', 'focus', 'placement'],
  gallery: ['placement'],
  video: ['poster', 'alt', 'file', 'captions', 'href', 'credit', 'source', 'licence', 'focus', 'duration'],
  related: ['stories'],
  'pull-quote': ['by', 'role'],
  'fact-box': [],
  timeline: [],
  table: ['placement'],
};

function block(node: Directive, context: Context, rank: number) {
  const own = context.file.data.blocks ?? {};
  const name = blockNames.find((each) => each === node.name);
  const colons = node.type === 'containerDirective' ? ':::' : '::';
  if (!name && !Object.hasOwn(own, node.name)) {
    report(
      context.file,
      node,
      'B-203',
      `There is no block "${colons}${node.name}".`,
      isNote(node.name)
        ? `Write :::${blockFor(node.name)}, with a title of your own between the brackets.`
        : `The blocks are ${[...blockNames, ...Object.keys(own)].join(', ')}.`,
    );
    return SKIP;
  }
  if ((node.name === 'related') !== (node.type === 'leafDirective')) {
    const right = node.name === 'related' ? '::' : ':::';
    report(
      context.file,
      node,
      'B-205',
      `The block "${colons}${node.name}" is written with the wrong number of colons.`,
      `Write ${right}${node.name}.`,
    );
    return SKIP;
  }
  const known = name && attributes[name];
  for (const attribute of Object.keys(node.attributes ?? {})) {
    if (known && !known.includes(attribute))
      report(
        context.file,
        node,
        'B-206',
        `The block "${colons}${node.name}" has no attribute "${attribute}".`,
        known.length > 0 ? `Its attributes are ${known.join(', ')}.` : 'It has none.',
      );
  }
  // What it would hold beyond its end is told for what it is where it ends.
  if (node.type === 'containerDirective' && isEndless(node)) return undefined;
  const make = name ? blocks[name] : ownBlock;
  make(node, context, rank);
  return [factBox, timeline, table, pullQuote, ownBlock].includes(make) ? undefined : SKIP;
}

/** Its place, with its words: what it becomes is made of their HTML, by `rehypeOwnBlocks`. */
function ownBlock(node: Directive, { file }: Context, rank: number) {
  const { label } = parted(node);
  textOnly(label, file);
  for (const paragraph of label) paragraph.data = { ...paragraph.data, hName: 'bs-label' };
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']),
  );
  const begun = (file.data.begun ??= []);
  const n = begun.push({ name: node.name, attributes, rank, position: node.position }) - 1;
  node.data = { hName: 'bs-own', hProperties: { n } };
}

function figure(node: Directive, context: Context) {
  const placement = placementOf(node, 'A figure', placements, context);
  const photo = photoOfDirective(node, node.attributes?.src, context);
  if (photo) toPart(node, { kind: 'photo', photo, placement: placement ?? 'text' }, context);
}

/** Where an editor wants a block to stand; `undefined` where that is not said. */
function placementOf(
  node: Directive,
  what: string,
  known: readonly Placement[],
  { file }: Context,
): Placement | undefined {
  const { placement } = node.attributes ?? {};
  const place = known.find((each) => each === placement);
  if (placement && !place)
    report(
      file,
      node,
      'B-207',
      `${what} cannot be placed "${placement}".`,
      `Write placement=${known.join(', placement=')}, or leave it out.`,
    );
  return place;
}

function gallery(node: Directive, context: Context) {
  const { label, rest } = parted(node);
  const photos = rest.flatMap((child): BodyPhoto[] => {
    if (child.type === 'paragraph' && onlyImages(child)) {
      return child.children
        .filter((each): each is Image => each.type === 'image')
        .map((image) => photoOfImage(image, context))
        .filter((photo) => photo !== undefined);
    }
    report(
      context.file,
      child,
      'B-208',
      'A gallery holds something else than pictures.',
      'Write one picture a line; the caption of the whole goes into the label: :::gallery[Caption].',
    );
    return [];
  });
  if (rest.length === 0)
    report(
      context.file,
      node,
      'B-219',
      'A gallery holds no pictures.',
      'Write one picture a line: ![alt text](./quay.jpg "Caption | Credit").',
    );
  node.children = label;
  const placement = placementOf(node, 'A gallery', withoutInset, context) ?? (photos.length > 2 ? 'wide' : 'text');
  const [only, ...others] = photos;
  // One picture has one caption.
  const isOne = only && others.length === 0;
  toPart(node, isOne ? { kind: 'photo', photo: only, placement } : { kind: 'gallery', photos, placement }, context);
}

function video(node: Directive, context: Context) {
  const { poster, href, duration } = node.attributes ?? {};
  const { file: film, captions } = node.attributes ?? {};
  const remedy = 'Write file="./quay.mp4", or href="https://…", the page where it can be seen.';
  if (!href && !film) report(context.file, node, 'B-209', 'The video has no file and no address.', remedy);
  if (href && (!/^https?:\/\//.test(href) || !URL.canParse(href)))
    report(context.file, node, 'B-220', `The video's address is not a web address: "${href}".`, remedy);
  reportDisguise(node, href, context.file);
  if (captions && !film)
    report(
      context.file,
      node,
      'V-006',
      'The video has captions and no file.',
      'Write file="./quay.mp4" beside them, or delete them: they are shown with a film of this paper only.',
    );
  if (duration && !/^(\d+:)?[0-5]?\d:[0-5]\d$/.test(duration))
    report(
      context.file,
      node,
      'B-210',
      `The video's duration is not a time: "${duration}".`,
      'Write minutes and seconds: duration="1:32".',
    );
  const photo = photoOfDirective(node, poster, context, 'poster');
  const file = film ? filmFile(node, film, 'film', context) : undefined;
  const words = captions ? filmFile(node, captions, 'captions', context) : undefined;
  if (photo && (file || href))
    toPart(
      node,
      {
        kind: 'video',
        poster: photo,
        href: href ?? undefined,
        file,
        captions: words,
        duration: duration ?? undefined,
      },
      context,
    );
}

function related(node: Directive, context: Context, rank: number) {
  const heading = typesetText(toString(node), context).trim();
  const named = (node.attributes?.stories ?? '').split(/[\s,]+/).filter(Boolean);
  const stories = named.map((story) => articleNamed(story, context.origin));
  if (stories.length === 0)
    report(
      context.file,
      node,
      'B-211',
      'A block of related stories names none.',
      'Write ::related[Heading]{stories="2019/03/01/slug 2019/03/01/slug"}.',
    );
  for (const story of stories) {
    if (articlePath.test(story) || articleId.test(story) || story.startsWith('a/'))
      noteReference(context.file, story, node.position?.start.line);
    else
      report(
        context.file,
        node,
        'B-221',
        `"${story}" is not the path of an article.`,
        'Write year, month, day and slug: 2019/03/01/slug.',
      );
  }
  node.children = [];
  toPart(node, { kind: 'related', heading: heading || undefined, rank, stories }, context);
}

function pullQuote(node: Directive, context: Context) {
  const { file } = context;
  const { by, role } = node.attributes ?? {};
  if (toString(node).trim() === '')
    report(file, node, 'B-216', 'A pull-quote has no words.', 'Write them on the lines between :::pull-quote and :::.');
  textOnly(node.children, file);
  const quote = { type: 'blockquote', children: node.children } as RootContent;
  node.data = {
    hName: 'figure',
    hProperties: { className: ['pull-quote'], ariaLabel: wordsOf(context.language).quotation },
  };
  node.children = [quote] as typeof node.children;
  const source = typesetText([by, role].filter(Boolean).join(', '), context);
  if (source)
    node.children.push({
      type: 'paragraph',
      children: [{ type: 'text', value: source }],
      data: { hName: 'figcaption' },
    } as never);
}

function factBox(node: Directive, context: Context, rank: number) {
  box(node, context, rank, 'fact-box');
}

function timeline(node: Directive, context: Context, rank: number) {
  box(node, context, rank, 'timeline');
  for (const child of node.children) {
    if (child.type !== 'list' && !(child.data as { boxTitle?: boolean } | undefined)?.boxTitle) {
      report(
        context.file,
        child,
        'B-212',
        'A timeline holds something else than a list.',
        'Write one event a line: "- **Noon** The motorcade left."',
      );
    }
  }
}

function table(node: Directive, context: Context) {
  const { label, rest } = parted(node);
  const [only] = rest;
  if (rest.length !== 1 || only?.type !== 'table') {
    if (isToldWithin(context.file, node)) return;
    report(
      context.file,
      node,
      'B-213',
      'A table block holds something else than one table.',
      'Write :::table[Caption], the table, and ::: on lines of their own.',
    );
    return;
  }
  textOnly(label, context.file);
  const placement = placementOf(node, 'A table', withoutInset, context);
  // Markdown's tables hold rows alone: `tableWithCaption` makes the caption of it.
  const caption = label.flatMap((paragraph) => paragraph.children);
  Object.assign(node, { ...only, data: { ...only.data, caption, placement } });
}

function box(node: Directive, { file, language }: Context, rank: number, className: string) {
  const { label, rest } = parted(node);
  const title = label[0];
  textOnly(label, file);
  if (rest.length === 0)
    report(
      file,
      node,
      'B-216',
      `The block ":::${node.name}" holds nothing.`,
      `Write its text on the lines between :::${node.name}[Title] and :::.`,
    );
  // No aside: reader modes leave it out, and it is part of the text.
  const { box: name } = wordsOf(language);
  node.data = { hName: 'div', hProperties: { className: [className], role: 'group', ariaLabel: name } };
  // Tags are no words.
  const isTitled = title && (toString(title, { includeHtml: false }).trim() !== '' || isToldWithin(file, title));
  if (!isTitled)
    report(
      file,
      node,
      'B-214',
      `The block ":::${node.name}" has no title.`,
      `Write it in square brackets: :::${node.name}[Title].`,
    );
  if (!title) return;
  // An id of its own: ids of headings go by their words, and links lead to those that were there before.
  const id = `${className}-${node.position?.start.line ?? 0}`;
  title.data = {
    ...title.data,
    hName: `h${rank}`,
    hProperties: { className: ['box-title'], id },
    boxTitle: true,
  } as Paragraph['data'];
  node.children = [title, ...rest] as typeof node.children;
}

/** Whether a node is the label of a directive, as remark-directive keeps it. */
function isLabel(child: RootContent): boolean {
  return (
    child.type === 'paragraph' && Boolean((child.data as { directiveLabel?: boolean } | undefined)?.directiveLabel)
  );
}

/** The label of a directive, and what stands in the block itself. */
function parted(node: Directive): { label: Paragraph[]; rest: RootContent[] } {
  if (node.type === 'leafDirective') return { label: [{ type: 'paragraph', children: node.children }], rest: [] };
  return {
    label: node.children.filter((child): child is Paragraph => isLabel(child)),
    rest: node.children.filter((child) => !isLabel(child)),
  };
}

/** Puts a part of the page in a block's place; the words in it are the caption. */
function toPart(node: Directive, part: BodyPart, { file }: Context) {
  textOnly(node.children, file);
  for (const child of node.children) {
    if (node.type === 'containerDirective' && child.type !== 'paragraph')
      report(
        file,
        child,
        'B-215',
        `The caption of the block ":::${node.name}" holds something else than text.`,
        'Write one or two sentences of plain text.',
      );
  }
  Object.assign(node, { data: marker(part, [], file).data });
}

function textOnly(nodes: readonly RootContent[], file: VFile) {
  for (const node of nodes)
    visit(node, 'image', (image) =>
      report(
        file,
        image,
        'B-111',
        `The picture "${image.url}" stands in a caption or a quotation.`,
        'Give it a paragraph of its own.',
      ),
    );
}

function marker(part: BodyPart, children: PhrasingContent[], file: VFile) {
  const parts = (file.data.parts ??= []);
  return { children, data: { hName: 'bs-part', hProperties: { n: parts.push(part) - 1 } } };
}

function onlyImages(node: Paragraph): boolean {
  return node.children.every(
    (child) => child.type === 'image' || child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
  );
}

function noteReference(file: VFile, target: string, line = 1) {
  (file.data.references ??= []).push({ path: target, line });
}
