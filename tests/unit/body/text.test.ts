import { describe, expect, it } from 'vitest';
import { hasItalics } from '../../../src/body/italics.ts';
import { lineOf, textOf, textsIn } from '../../../src/body/text.ts';
import { nodesOf } from '../nodes.ts';

describe('The text of a body', () => {
  const nodes = nodesOf('<p title="no">A&#x26;B <em>c</em>d</p>\n<p>e<br>f &#x3C;b></p>');

  it('is what its nodes say', () => expect(textOf(nodes)).toBe('A&B cd\nef <b>'));
  it('is told node by node', () => expect(textsIn(nodes)).toEqual(['A&B ', 'c', 'd', '\n', 'e', 'f <b>']));
  it('is a line without further white space', () =>
    expect(lineOf(nodesOf(' a\n\t b&nbsp;<i> c</i> '))).toBe('a b\u00a0 c'));
  it('has in it what an element says in place of its own', () =>
    expect(textOf(nodes, ({ tagName }) => ({ em: '', br: ' ' })[tagName])).toBe('A&B d\ne f <b>'));
});

describe('Italics are in a text', () => {
  it.each(['em', 'i', 'cite', 'var', 'dfn'])('by %s', (tag) =>
    expect(hasItalics(nodesOf(`<ul><li><${tag}>a</${tag}></li></ul>`))).toBe(true),
  );
  it('by nothing else', () => expect(hasItalics(nodesOf('<p title="<em>"><b>a</b> &lt;em></p>'))).toBe(false));
});
