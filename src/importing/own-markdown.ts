import type { Element, ElementContent, Root } from 'hast';
import { kinds } from '../newsroom/kinds.ts';
import { z } from 'zod';
import type { Draft } from './draft.ts';
import { languageSaid } from './language-said.ts';
import { ownDraft } from './own-story.ts';
import { agenciesIn, datelineIn, namesOfByline } from './own-words.ts';
import { textOfHtml } from './words.ts';

/** What stands at the head of an `index.md` of this engine, as far as it is read. */
const matter = z.object({
  headline: z.string(),
  standfirst: z.string().optional(),
  kicker: z.string().optional(),
  publication: z.string(),
  section: z.string(),
  topics: z.array(z.string()).default([]),
  kind: z.enum(kinds),
  byline: z.array(z.string()).default([]),
  dateline: z.string().optional(),
  published: z.string(),
  updated: z.string().optional(),
  permalink: z.string().regex(/^https?:.*\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/),
  language: z.string().refine((tag) => languageSaid(tag) !== undefined),
  licence: z.string().optional(),
});

/** The story of an `index.md` that this engine has published; `undefined` where it is another's. */
export function readOwnMarkdown(
  { fields, text }: { fields: Record<string, unknown>; text: () => Root },
  source: { source: string; key: string; digest: string; file: string },
): Draft | undefined {
  const read = matter.safeParse(fields);
  if (!read.success) return undefined;
  const own = read.data;
  const { headline, standfirst = '', language, published, dateline, byline, publication } = own;
  const tree = text();
  const words = [publication, ...byline, dateline, textOfHtml(tree)].join('\n');
  const content: Root = { type: 'root', children: withoutHead(tree, [headline, standfirst]) };
  return ownDraft(
    {
      url: own.permalink,
      title: headline,
      summary: standfirst,
      kicker: own.kicker,
      kind: own.kind,
      language,
      published,
      updated: own.updated,
      names: byline.flatMap((line) => namesOfByline(line, language)),
      agencies: byline.flatMap((line) => agenciesIn(line, language)),
      ...(dateline ? { dateline: datelineIn(dateline, language, published) } : {}),
      section: own.section,
      topics: own.topics,
      licence: own.licence,
      content,
    },
    { ...source, words },
  );
}

/** Blocks of a text without headline and standfirst, which begin it; pictures with what stands below them in their paragraph are figures. */
function withoutHead(text: Root, head: readonly string[]): ElementContent[] {
  const left = head.filter(Boolean);
  let isHead = true;
  return text.children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    isHead &&= left.length > 0 && textOfHtml(node).trim() === left[0];
    if (isHead) left.shift();
    return isHead ? [] : [figureOf(node) ?? node];
  });
}

function figureOf(node: Element): Element | undefined {
  const [image, ...below] = node.children.filter(
    ({ type, ...each }) => type !== 'text' || ('value' in each && each.value.trim() !== ''),
  );
  if (node.tagName !== 'p' || image?.type !== 'element' || image.tagName !== 'img') return undefined;
  const [end, ...words] = below;
  if (end && !(end.type === 'element' && end.tagName === 'br')) return undefined;
  const last = words.at(-1);
  const before = words.at(-2);
  const isBreak = before === undefined || (before.type === 'element' && before.tagName === 'br');
  const isCredit = last?.type === 'element' && last.tagName === 'em' && isBreak;
  const caption = isCredit ? words.slice(0, -2) : words;
  const inside: ElementContent[] = [
    ...caption,
    ...(isCredit
      ? [
          { type: 'text' as const, value: ' ' },
          { ...last, tagName: 'small' },
        ]
      : []),
  ];
  const legend: Element[] =
    inside.length > 0 ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: inside }] : [];
  return { type: 'element', tagName: 'figure', properties: {}, children: [image, ...legend] };
}
