import { expect, it } from 'vitest';
import { settled } from '../../../src/markdown/parts.ts';
import type { BodyPart } from '../../../src/body/body.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { nodesOf } from '../nodes.ts';

const part = (story: string): BodyPart => ({ kind: 'related', stories: [story] });
const text = (html: string, known: BodyPart[] = []) => settled({ type: 'root', children: nodesOf(html) }, known);

it('The parts of a body are in the order of its text.', () => {
  const { text: nodes, parts } = text('<p>a</p><div><bs-part n="1"></bs-part></div><bs-part n="0"></bs-part>', [
    part('a'),
    part('b'),
  ]);
  expect(parts).toEqual([part('b'), part('a')]);
  expect(htmlOf(nodes)).toBe('<p>a</p><div><bs-part n="0"></bs-part></div><bs-part n="1"></bs-part>');
});

it('No white space stands at the ends of a body, or beside a part.', () => {
  const { text: nodes } = text(
    '\n<p>a </p>\n<bs-part n="0"></bs-part>\n<ul> <li>b <bs-part n="1"></bs-part> c</li> </ul>\n',
    [part('a'), part('b')],
  );
  expect(htmlOf(nodes)).toBe('<p>a </p><bs-part n="0"></bs-part><ul> <li>b<bs-part n="1"></bs-part>c</li> </ul>');
});
