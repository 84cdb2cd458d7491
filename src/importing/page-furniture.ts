import type { Element, Nodes, Root } from 'hast';
import { visit, SKIP } from 'unist-util-visit';
import type { Leftover } from './draft.ts';
import { textOfHtml } from './words.ts';

/** What stands over an advertisement, in the papers of many languages. */
const advertisement =
  /^(?:(?:story|article) continues (?:below|after) (?:this )?)?(?:advertisement|advert|sponsored|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|реклама|إعلان|اعلان|広告|\[?pr\]?|广告|廣告|विज्ञापन|광고|פרסומת)$/iu;
const rights =
  /^(?:©|\(c\)|copyright\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|جميع الحقوق محفوظة|無断転載|版权所有|版權所有|सर्वाधिकार सुरक्षित|^.{0,60}\bprinted from\b/iu;
const offers = /paywall|regwall|subscri|piano-|meter-?message|premium-?(?:box|offer)/i;

const offerWords =
  /subscri|log ?in|sign in|register|abonn|anmelden|suscr[ií]b|اشترك|مشترك|購読|会員|订阅|登录|訂閱|구독|सब्सक्राइब|सदस्य/i;

const blocks = /^(?:p|div|section|aside|td|li|ul|ol|table|tr|tbody|font|center|h[1-6]|form|header|footer)$/;

/**
 * Takes from a page's text what Readability leaves in it and is no part of any story: marks of advertisements, forms for newsletters, lines on rights, lists of links
 * before and after the text; where a page is for subscribers also what it offers to others.
 */
export function withoutFurniture(body: Root, { isPaid }: { isPaid: boolean }): Leftover[] {
  const taken: Leftover[] = [];
  const texts = paragraphsIn(body);
  const [first, last] = [texts[0], texts.at(-1)];
  let isBefore = first !== undefined;
  let isAfter = false;
  visit(body, 'element', (element, index, parent) => {
    if (element === first) isBefore = false;
    const isEdge = isBefore || isAfter;
    if (element === last) isAfter = true;
    if (!parent || index === undefined || !blocks.test(element.tagName)) return undefined;
    const line = textOfHtml(element).replace(/\s+/g, ' ').trim();
    const holdsText = texts.some((text) => text === element || contains(element, text));
    const kind = line === '' ? undefined : kindOf(element, { line, isEdge: isEdge && !holdsText, isPaid, holdsText });
    if (!kind) return undefined;
    taken.push({ kind, text: line });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  for (let end = lastIn(body); end && /^h\d$/.test(end.element.tagName); end = lastIn(body)) {
    taken.push({ kind: 'heading over nothing', text: textOfHtml(end.element).replace(/\s+/g, ' ').trim() });
    end.parent.children.splice(end.parent.children.indexOf(end.element), 1);
  }
  return taken;
}

/** The last block of a text that says or shows something. */
function lastIn(node: Root | Element): { element: Element; parent: Root | Element } | undefined {
  for (const child of [...node.children].reverse()) {
    if (child.type === 'text' && child.value.trim() !== '') return undefined;
    if (child.type !== 'element') continue;
    if (/^(?:img|iframe|video|hr)$/.test(child.tagName)) return { element: child, parent: node };
    const inner = /^h\d$/.test(child.tagName) ? undefined : lastIn(child);
    if (inner) return inner;
    if (textOfHtml(child).trim() !== '') return { element: child, parent: node };
  }
  return undefined;
}

function kindOf(
  element: Element,
  { line, isEdge, isPaid, holdsText }: { line: string; isEdge: boolean; isPaid: boolean; holdsText: boolean },
): string | undefined {
  if (advertisement.test(line)) return 'mark of an advertisement';
  if (line.length < 400 && asksForMail(element)) return 'call to follow the paper';
  const names = [element.properties.className, element.properties.id].flat().join(' ');
  if (isPaid && line.length < 400 && (offers.test(names) || (isEdge && offerWords.test(line))))
    return 'offer to subscribers';
  if (isEdge && line.length < 160 && rights.test(line)) return 'line on rights';
  return isEdge && !holdsText && linksIn(element) >= 2 && lettersInLinks(element) > line.length * 0.8
    ? 'links around the text'
    : undefined;
}

/** Blocks that are plainly text: long, and not made of links. */
function paragraphsIn(body: Root): Element[] {
  const found: Element[] = [];
  visit(body, 'element', (element) => {
    if (
      !blocks.test(element.tagName) ||
      element.children.some((child) => child.type === 'element' && blocks.test(child.tagName))
    )
      return undefined;
    const line = textOfHtml(element).replace(/\s+/g, ' ').trim();
    const width = line.replace(/[\u2e80-\uffdc]/g, 'xx').length;
    if (width > 80 && !rights.test(line) && lettersInLinks(element) < line.length * 0.5) found.push(element);
    return SKIP;
  });
  return found;
}

function contains(element: Element, other: Element): boolean {
  return element.children.some((child) => child === other || (child.type === 'element' && contains(child, other)));
}

function asksForMail(element: Element): boolean {
  let asks = false;
  visit(element, 'element', ({ tagName, properties }) => {
    if (tagName === 'input' && /^e?mail$/i.test(String(properties.type ?? properties.name))) asks = true;
  });
  return asks;
}

function linksIn(node: Nodes): number {
  let count = 0;
  visit(node, 'element', ({ tagName }) => void (tagName === 'a' && (count += 1)));
  return count;
}

function lettersInLinks(node: Nodes): number {
  let letters = 0;
  visit(node, 'element', (element) => {
    if (element.tagName !== 'a') return undefined;
    letters += textOfHtml(element).replace(/\s+/g, ' ').trim().length;
    return SKIP;
  });
  return letters;
}
