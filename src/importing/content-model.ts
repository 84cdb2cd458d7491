import type { Element, ElementContent } from 'hast';
import { textOfHtml } from './words.ts';

// HTML lets authors put nearly everything into everything; Markdown has blocks that hold blocks, and blocks that hold words.

/** A table behind its caption. */
export const captioned = 'captioned-table';

/** What holds blocks, and may hold words beside them. */
const holders =
  /^(?:address|article|aside|blockquote|body|dd|details|div|dt|figcaption|footer|header|html|li|main|nav|section|summary)$/;
/** What is a block, and to what extent: browsers set all else in the line. */
const blocks =
  /^(?:address|article|aside|blockquote|body|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|ul)$/;
const partsOfTable = /^(?:caption|col|colgroup|tbody|td|tfoot|th|thead|tr)$/;
/** Blocks that say nothing of what they hold. */
const plain = /^(?:center|fieldset|form|hgroup|legend|marquee|menu)$/;
/** What says how words look, or nothing. */
const bare = /^(?:big|data|font|label|nobr|noscript|output|picture|tt)$/;

/** Headings as long as this hold more than their own words. */
const longestHeading = 300;

/**
 * An element whose children are placed already, as a text may have it: blocks stand in blocks, words in paragraphs, headings, cells and marks.
 * What may not hold what it holds gives way to it.
 */
export function placed(element: Element, children: ElementContent[]): ElementContent[] {
  const { tagName } = element;
  if (tagName === 'table') return tableOf(element, children);
  if (/^(?:td|th)$/.test(tagName)) return [{ ...element, children: inPhrases(children) }];
  if (partsOfTable.test(tagName)) return [{ ...element, children }];
  if (/^h[1-6]$/.test(tagName)) return headingOf(element, children);
  if (tagName === 'p') return children.some(isBlock) ? inBlocks(children) : partedAtGaps({ ...element, children });
  if (/^(?:ul|ol)$/.test(tagName)) return [{ ...element, children: inItems(children) }];
  if (tagName === 'li') return [{ ...element, children: withTickFirst(inBlocks(children)) }];
  if (tagName === 'dir') return [{ ...element, tagName: 'ul', children: inItems(children) }];
  if (tagName === 'dl') return [{ ...element, children: inTerms(children) }];
  if (tagName === 'figure')
    return [{ ...element, children: isPhotos({ ...element, children }) ? children : inBlocks(children) }];
  if (tagName === 'details') return [{ ...element, children: underSummary(children) }];
  if (/^(?:listing|plaintext|xmp)$/.test(tagName)) return [{ ...element, tagName: 'pre', children }];
  if (plain.test(tagName)) return [elementOf('div', inBlocks(children))];
  const [whole, ...others] = tagName === 'pre' ? children.filter((child) => !isBlank(child)) : [];
  if (whole?.type === 'element' && whole.tagName === 'a' && others.length === 0)
    return linked(whole, [{ ...element, children: whole.children }]);
  if (blocks.test(tagName)) return [{ ...element, children: holders.test(tagName) ? inBlocks(children) : children }];
  if (tagName === 'a' && children.some(isBlock)) return linked(element, children);
  // A mark that nothing closes is around all that follows.
  if (bare.test(tagName) || children.some(isBlock)) return children;
  return [{ ...element, tagName: tagName === 'var' ? 'em' : tagName, children }];
}

/** Children of what holds blocks: words that stand beside blocks are paragraphs, items without a list have one. */
export function inBlocks(given: readonly ElementContent[]): ElementContent[] {
  const children = inLists(given.map(withoutPlace));
  const hasBlocks = children.some(isBlock);
  if (!hasBlocks && !hasGap(children)) return children;
  const all = hasBlocks ? grouped(children, isBlock, (run) => elementOf('p', run)) : [elementOf('p', children)];
  return all.flatMap((block) => (block.type === 'element' && block.tagName === 'p' ? partedAtGaps(block) : [block]));
}

/** Whether an empty line is made of two breaks, as blogs and mails part paragraphs. */
function hasGap(children: readonly ElementContent[]): boolean {
  const said = children.filter((child) => !isBlank(child));
  return said.some(
    (child, index) => is(/^br$/)(child) && said[index + 1] !== undefined && is(/^br$/)(said[index + 1]!),
  );
}

/** A paragraph as the several that empty lines in it make of it. */
function partedAtGaps(paragraph: Element): Element[] {
  if (!hasGap(paragraph.children)) return [paragraph];
  const runs: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const child of paragraph.children) {
    if (is(/^br$/)(child) || (breaks.length > 0 && isBlank(child))) breaks.push(child);
    else {
      if (breaks.filter(is(/^br$/)).length > 1) runs.push([]);
      else runs.at(-1)?.push(...breaks);
      breaks = [];
      runs.at(-1)?.push(child);
    }
  }
  return runs.filter((run) => !run.every(isBlank)).map((children) => ({ ...paragraph, children }));
}

/** Parts of a table without one and legends of nothing are blocks like any. */
function withoutPlace(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child;
  const isAstray = partsOfTable.test(child.tagName) || child.tagName === 'summary';
  return isAstray ? elementOf('div', inBlocks(child.children)) : child;
}

/** Items that no list is around are one as far as they follow each other. */
function inLists(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let list: Element | undefined;
  for (const child of children) {
    const name = is(/^li$/)(child) ? 'ul' : is(/^(?:dt|dd)$/)(child) ? 'dl' : undefined;
    if (name && list?.tagName === name) list.children.push(child);
    else if (name) made.push((list = elementOf(name, [child])));
    else if (!isBlank(child)) list = undefined;
    if (!name && !list) made.push(child);
  }
  return made;
}

function inItems(children: readonly ElementContent[]): ElementContent[] {
  return grouped(children, is(/^li$/), (run) => elementOf('li', inBlocks(run)));
}

/** A box that can be ticked is one where nothing is before it. */
function withTickFirst(children: ElementContent[]): ElementContent[] {
  const first = children.findIndex((child) => !isBlank(child));
  return first > 0 && children[first] && is(/^input$/)(children[first]) ? children.slice(first) : children;
}

/** Terms and what is said of them, which may lie in boxes of their own. */
function inTerms(children: readonly ElementContent[]): ElementContent[] {
  const unboxed = children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  );
  const terms = unboxed.flatMap((child) =>
    child.type === 'element' && child.tagName === 'dl' ? child.children : [child],
  );
  return grouped(terms, is(/^(?:dt|dd)$/), (run) => elementOf('dd', inBlocks(run)));
}

/** What can be folded up, below its own words. */
function underSummary(children: readonly ElementContent[]): ElementContent[] {
  const summary = children.find(is(/^summary$/));
  const rest = inBlocks(children.filter((child) => child !== summary));
  return summary ? [summary, ...rest] : rest;
}

function tableOf(table: Element, children: ElementContent[]): ElementContent[] {
  const isSaid = (child: ElementContent) => textOfHtml(child).trim() !== '';
  if (!children.some((child) => isSaid(child) || hasPicture(child))) return [space];
  const legend = children.find((child) => is(/^caption$/)(child) && isSaid(child));
  const rest = { ...table, children: children.filter((child) => child !== legend) };
  return legend ? [{ ...elementOf('figure', [legend, rest]), properties: { className: [captioned] } }] : [rest];
}

/** A heading holds words alone: one that holds a text as well was not closed behind them. */
function headingOf(heading: Element, children: ElementContent[]): ElementContent[] {
  if (!children.some(isBlock) || textOfHtml({ ...heading, children }).trim().length <= longestHeading)
    return [{ ...heading, children: inPhrases(children) }];
  const [first, ...others] = inBlocks(children);
  return first?.type === 'element' ? [...headingOf(heading, first.children), ...others] : others;
}

/** What may stand in a line of what is given: words, and pictures with what stands below them. */
function inPhrases(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || (!isBlock(child) && !partsOfTable.test(child.tagName)) || isPhotos(child))
      return [child];
    if (child.tagName === 'pre')
      return [space, elementOf('code', [{ type: 'text', value: textOfHtml(child).trim() }]), space];
    return [space, ...inPhrases(child.children), space];
  });
}

/** What parts two words. */
export const space = { type: 'text' as const, value: ' ' };

/** Blocks that a link is around: it is around the words of each. Where these have none of their own, as code, it stands below them. */
function linked(link: Element, children: ElementContent[]): ElementContent[] {
  const within = inBlocks(children).map((child) => withLink(link, child));
  const address = String(link.properties.href);
  if (!/^https?:\/\/\S+$/i.test(address) || within.some(hasLink)) return within;
  return [...within, elementOf('p', [{ ...link, children: [{ type: 'text', value: address }] }])];
}

function withLink(link: Element, child: ElementContent): ElementContent {
  if (child.type !== 'element' || /^(?:hr|pre)$/.test(child.tagName)) return child;
  if (isPhotos(child)) return { ...link, children: [child] };
  const isPart = (each: ElementContent) => isBlock(each) || is(partsOfTable)(each);
  const parts = grouped(child.children, isPart, (run) => ({ ...link, children: run }));
  return { ...child, children: parts.map((part) => (isPart(part) ? withLink(link, part) : part)) };
}

function hasLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink));
}

/** Whether a figure is pictures and what stands below them, and nothing else that is a block. */
export function isPhotos(element: Element): boolean {
  if (element.tagName !== 'figure' || !hasPicture(element)) return false;
  const isGallery = /gallery/.test([element.properties.className].flat().join(' '));
  const others = isGallery
    ? /^(?:table|pre|blockquote|iframe|video|h[1-6])$/
    : /^(?:table|pre|blockquote|p|ul|ol|iframe|video|h[1-6])$/;
  const has = (node: Element): boolean =>
    node.children.some(
      (child) =>
        child.type === 'element' && child.tagName !== 'figcaption' && (others.test(child.tagName) || has(child)),
    );
  return !has(element);
}

function hasPicture(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(hasPicture));
}

/** Children of which runs that do not pass a test are put into something; white space alone is no run. */
function grouped(
  children: readonly ElementContent[],
  passes: (child: ElementContent) => boolean,
  put: (run: ElementContent[]) => Element,
): ElementContent[] {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    if (!run.every(isBlank)) made.push(put(run));
    run = [];
  };
  for (const child of children) {
    if (passes(child)) {
      flush();
      made.push(child);
    } else run.push(child);
  }
  flush();
  return made;
}

function isBlank(child: ElementContent): boolean {
  return child.type === 'comment' || (child.type === 'text' && child.value.trim() === '');
}

function is(names: RegExp): (child: ElementContent) => boolean {
  return (child) => child.type === 'element' && names.test(child.tagName);
}

function isBlock(child: ElementContent): boolean {
  return child.type === 'element' && blocks.test(child.tagName);
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
