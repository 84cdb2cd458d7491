import type { ElementContent } from 'hast';
import { rehype } from 'rehype';
import type { BodyPart, BodyText } from '../../src/body/body.ts';

/** A stretch of HTML as nodes of a body. */
export function nodesOf(html: string): ElementContent[] {
  const { children } = rehype().data('settings', { fragment: true }).parse(html);
  const said = JSON.stringify(children, (key, value: unknown) => (key === 'position' ? undefined : value));
  return JSON.parse(said) as ElementContent[];
}

/** A body of HTML in which `<bs-part n="0"></bs-part>` stands for the first of its parts. */
export function bodyOf(html: string, ...parts: BodyPart[]): BodyText {
  return { text: nodesOf(html), parts };
}
