import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';

const parser = rehype().data('settings', { fragment: true }).freeze();

const whole = rehype().data('settings', { fragment: false }).freeze();

/** A page with every element closed where browsers end it, for readers of HTML who do not know where that is. */
export function asBrowsersRead(html: string): string {
  return toHtml(withoutTemplates(whole.parse(html)));
}

/** Elements within elements that a page of the web may have. */
const deepest = 2500;

/**
 * HTML as a tree, as browsers read it.
 * @throws RangeError where it is nested deeper than any page is
 */
export function htmlTree(html: string): Root {
  let depth = 0;
  let most = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (
      /^(?:p|li|td|tr|th|dd|dt|option|br|hr|img|input|meta|link|wbr|source|col|area|embed|param|tbody|thead)$/i.test(
        name,
      )
    )
      continue;
    depth = Math.max(0, depth + (closing ? -1 : 1));
    most = Math.max(most, depth);
  }
  if (most > deepest) throw new RangeError('nested too deep');
  return withoutTemplates(parser.parse(html));
}

/** A tree without what scripts make elements of; what browsers show without any stands in its place. */
function withoutTemplates(tree: Root): Root {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'template' || !parent || index === undefined) return undefined;
    const isShown = element.properties.shadowRootMode !== undefined;
    parent.children.splice(index, 1, ...((isShown ? (element.content?.children ?? []) : []) as ElementContent[]));
    return index;
  });
  return tree;
}
