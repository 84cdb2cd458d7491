import type { Element, ElementContent, Root } from 'hast';
import { isCaption, isDateLine, isSameCaption, isSentence, namesIn } from './clipping-lines.ts';
import { withoutCredit } from '../newsroom/credit.ts';
import { timeIn } from './dates.ts';
import type { Draft } from './draft.ts';
import { textOfHtml } from './words.ts';

/**
 * Takes the head of a document out of its text: what its styles name as title and subtitle, or what stands there; and gives each picture
 * the paragraph below it that is its caption.
 */
export function takeDocument(draft: Draft): void {
  const { body } = draft;
  const blocks = body.children.filter((child): child is Element => child.type === 'element');
  const lineOf = (element: Element) => textOfHtml(element).replace(/\s+/g, ' ').trim();
  const classOf = ({ properties }: Element) => [properties.className].flat().join(' ').toLowerCase();
  const drop = (element: Element) => void body.children.splice(body.children.indexOf(element), 1);
  let count = 0;
  for (const block of blocks) {
    const line = lineOf(block);
    if (line === '' || hasPicture(block)) continue;
    count += 1;
    if (count > 10) break;
    const name = classOf(block);
    const isTitle = /\btitle\b/.test(name) || (block.tagName === 'h1' && !draft.headline);
    const byline = namesIn(line) ?? (/byline|author/.test(name) ? { names: [line], rest: '' } : undefined);
    if (isTitle && !draft.headline)
      draft.headline = { value: line, clue: /title/.test(name) ? undefined : 'the first heading of the text' };
    else if (/\b(?:subtitle|standfirst|deck|lead)\b/.test(name) && !draft.standfirst)
      draft.standfirst = { value: line };
    else if (/\bkicker|overline\b/.test(name) && !draft.kicker) draft.kicker = { value: line };
    else if (byline && draft.byline.length === 0) {
      draft.byline = byline.names.map((value) => ({
        value,
        clue: /byline|author/.test(name) ? undefined : 'the line that begins as bylines do',
      }));
      if (/[\p{L}\p{N}]/u.test(byline.rest)) draft.leftovers.push({ kind: 'words of the byline', text: byline.rest });
    } else if (isDateLine(line) && !draft.published)
      draft.published = { value: line, from: line, clue: timeIn(line)?.time ? undefined : 'a day without an hour' };
    else if (!draft.headline && count === 1 && line.length < 160 && !isSentence(line))
      draft.headline = { value: line, clue: 'the first line' };
    else if (
      draft.headline &&
      !draft.standfirst &&
      count === 2 &&
      line.length < 260 &&
      !isSentence(line) &&
      block.tagName === 'p'
    )
      draft.standfirst = { value: line, clue: 'the short paragraph below the headline' };
    else break;
    drop(block);
  }
  body.children = withCaptions(body);
}

function hasPicture(element: Element): boolean {
  return element.tagName === 'img' || element.children.some((child) => child.type === 'element' && hasPicture(child));
}

/** Pictures as figures, with the paragraph below them where that is a caption. */
function withCaptions(body: Root): Root['children'] {
  const made: Root['children'] = [];
  const all = body.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  for (let index = 0; index < all.length; index += 1) {
    const child = all[index];
    if (!child) continue;
    const next = all[index + 1];
    const below =
      next?.type === 'element' && /^(?:p|h[1-6])$/.test(next.tagName)
        ? textOfHtml(next).replace(/\s+/g, ' ').trim()
        : '';
    const isPicture =
      child.type === 'element' && hasPicture(child) && textOfHtml(child).replace(altsOf(child), '').trim() === '';
    const isNamed =
      next?.type === 'element' && /caption|legend|beschriftung/i.test([next.properties.className].flat().join(' '));
    if (!isPicture || below === '' || !(isNamed || isCaption(below) || isSameCaption(altsOf(child), below))) {
      made.push(child);
      continue;
    }
    const { caption, credit } = withoutCredit(below);
    const legend: ElementContent[] = [
      { type: 'text', value: caption },
      ...(credit
        ? [
            {
              type: 'element' as const,
              tagName: 'span',
              properties: { className: ['credit'] },
              children: [{ type: 'text' as const, value: credit }],
            },
          ]
        : []),
    ];
    made.push({
      type: 'element',
      tagName: 'figure',
      properties: {},
      children: [...picturesIn(child), { type: 'element', tagName: 'figcaption', properties: {}, children: legend }],
    });
    index += 1;
  }
  return made;
}

function altsOf(element: Element): string {
  return picturesIn(element)
    .map(({ properties }) => (typeof properties.alt === 'string' ? properties.alt : ''))
    .join(' ')
    .trim();
}

function picturesIn(element: Element): Element[] {
  if (element.tagName === 'img') return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? picturesIn(child) : []));
}
