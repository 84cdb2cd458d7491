import { expect, test } from 'vitest';
import { htmlTree } from '../../../src/importing/html.ts';
import { withNotes } from '../../../src/importing/notes.ts';
import { textOfHtml } from '../../../src/importing/words.ts';
import { articleIn, emptyPaper, imported, mistakesAt, remove, unaccounted } from './support.ts';

// Notes as programs write them, each with a mark in the text and a link back.

const makes: Record<string, string> = {
  'Google Docs':
    '<p>Opening<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> of it.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;First note.</span></p></div>',
  'Word, as a page':
    '<p>Opening<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a> of it.</p><div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id="ftn1"><p><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> First note.</p></div></div>',
  'LibreOffice, as a page':
    '<p>Opening<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> of it.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> First note.</p></div>',
  Pandoc:
    '<p>Opening<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> of it.</p><section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>First note.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
  kramdown:
    '<p>Opening<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a></sup> of it.</p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>First note. <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>',
  'a feed, with whole addresses':
    '<p>Opening<sup id="fnref-9-1"><a href="https://one.example/a/#fn-9-1">1</a></sup> of it.</p><div class="footnotes"><ol><li id="fn-9-1">First note. <a href="https://one.example/a/#fnref-9-1">↩</a></li></ol></div>',
  Wikipedia:
    '<p>Opening<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1"><span>[</span>1<span>]</span></a></sup> of it.</p><h2>Notes</h2><ol class="references"><li id="cite_note-a-1"><span><a href="#cite_ref-a_1-0">^</a></span> <span>First note.</span></li></ol>',
  Substack:
    '<p>Opening<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> of it.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>First note.</p></div></div>',
};

test.each(Object.keys(makes))('Notes of %s are notes, which end the text.', async (make) => {
  const post = { id: '1', title: 'A', slug: 'a', html: makes[make], status: 'published' };
  const root = emptyPaper({ 'in/a.json': JSON.stringify({ db: [{ data: { posts: [post] } }] }) });
  const [report] = await imported(root, ['in/a.json']);
  expect(await mistakesAt(root)).toEqual([]);
  expect(report && unaccounted(report)).toEqual([]);
  expect(articleIn(root)).toMatch(/---\n\nOpening(\[\^[\w-]+\]) of it\.\n\n\1: First note\.\n$/);
  remove(root);
});

test('A note to which two marks lead stands once, with all of its paragraphs.', () => {
  const tree = htmlTree(
    '<p>One<sup id="r1"><a href="#n1">1</a></sup>, two<sup id="r2"><a href="#n1">1</a></sup>.</p><ol><li id="n1"><p>First.</p><p>Second. <a href="#r1">a</a> <a href="#r2">b</a></p></li></ol>',
  );
  withNotes(tree);
  expect(textOfHtml(tree).replace(/\s+/g, ' ').trim()).toBe('One, two. First. Second.');
});

test.each([
  [
    'a list of contents, to which headings lead back',
    '<ul><li id="t1"><a href="#h1">1</a></li></ul><h2 id="h1"><a href="#t1">The quay</a></h2>',
  ],
  ['a mark without a link back', '<p>One<a href="#n1">1</a>.</p><p id="n1">Not a note.</p>'],
  ['a link of words', '<p id="p1">See <a href="#n1">the table</a>.</p><div id="n1">Here. <a href="#p1">back</a></div>'],
  ['two places of one paragraph', '<p><a id="a" href="#b">1</a> and <a id="b" href="#a">2</a></p>'],
])('No note is %s.', (_, html) => {
  const tree = htmlTree(html);
  withNotes(tree);
  expect(tree).toEqual(htmlTree(html));
});
