import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { rehype } from 'rehype';

const parser = rehype().data('settings', { fragment: true }).freeze();

const whole = rehype().data('settings', { fragment: false }).freeze();

/** A page with every element closed where browsers end it, for readers of HTML who do not know where that is. */
export function asBrowsersRead(html: string): string {
  return toHtml(whole.parse(html));
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
  return parser.parse(html);
}
