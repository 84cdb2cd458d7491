import { expect, test } from 'vitest';
import { htmlText, htmlValue, xmlText, xmlValue } from '../../../src/newsroom/escaping.ts';

test.each([
  ['HTML between tags', htmlText, 'a &lt;b&gt; &amp;amp; "c" \'d\''],
  ['a value in HTML', htmlValue, "a &lt;b&gt; &amp;amp; &quot;c&quot; 'd'"],
  ['XML between tags', xmlText, 'a &lt;b&gt; &amp;amp; "c" \'d\''],
  ['a value in XML', xmlValue, "a &lt;b&gt; &amp;amp; &quot;c&quot; 'd'"],
])('Signs of HTML are text in %s.', (_, escaped, expected) => {
  expect(escaped('a <b> &amp; "c" \'d\'')).toBe(expected);
});

test('What XML does not know is left out of it.', () => {
  expect(xmlText('a\0\u0008\uffff\tb\n')).toBe('a\tb\n');
});
