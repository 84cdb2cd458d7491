import { describe, expect, test } from 'vitest';
import { citationsOf, citedFacts, quotationMarks } from '../../../src/newsroom/citation.ts';
import type { Article } from '../../../src/newsroom/article.ts';
import { article, publication } from '../articles.ts';

const writer = (name: string, kind: 'person' | 'organisation' = 'person') => ({
  role: 'writer' as const,
  contributor: { id: name.toLowerCase(), name, kind, links: [] },
});

const cite = (facts: Partial<Article>, form?: 'APA' | 'MLA' | 'BibTeX') =>
  citationsOf(citedFacts({ article: article(facts), publication }))
    .find((citation) => citation.form === form)
    ?.parts.map(({ text }) => text)
    .join('');

const two = { contributors: [writer('Jean-Paul van der Berg'), writer('Ada Brandt')] };

describe('a citation', () => {
  test.each([
    [
      undefined,
      'Jean-Paul van der Berg, Ada Brandt, “Harbour votes for ferries”, The Paper, 1 March 2019, https://paper.example/a/k7m2xq/',
    ],
    [
      'APA',
      'van der Berg, J.-P., & Brandt, A. (2019, March 1). Harbour votes for ferries. The Paper. https://paper.example/a/k7m2xq/',
    ],
    [
      'MLA',
      'van der Berg, Jean-Paul, and Ada Brandt. “Harbour votes for ferries.” The Paper, 1 Mar. 2019, https://paper.example/a/k7m2xq/.',
    ],
  ] as const)('is in the form that readers know: %s', (form, text) => expect(cite(two, form)).toBe(text));

  test('of an organisation keeps its name', () => {
    const facts = { contributors: [writer('The Paper newsdesk', 'organisation')] };
    expect(cite(facts, 'APA')).toMatch(/^The Paper newsdesk\. \(2019, March 1\)\. Harbour/);
    expect(cite(facts, 'MLA')).toMatch(/^The Paper newsdesk\. “Harbour/);
    expect(cite(facts, 'BibTeX')).toContain('author = {{The Paper newsdesk}},');
  });

  test('without writers names the agencies', () => {
    expect(cite({ agencies: ['Reuters'] }, 'APA')).toMatch(/^Reuters\. \(2019/);
  });

  test('without any author begins with the headline', () => {
    expect(cite({}, 'APA')).toMatch(/^Harbour votes for ferries\. \(2019, March 1\)\. The Paper/);
    expect(cite({}, 'MLA')).toMatch(/^“Harbour votes for ferries\.” The Paper/);
    expect(cite({}, 'BibTeX')).not.toContain('author');
  });

  test('of three authors names the first in MLA', () => {
    const three = { contributors: [...two.contributors, writer('Li Wei')] };
    expect(cite(three, 'MLA')).toMatch(/^van der Berg, Jean-Paul, et al\. “/);
  });

  test('gives "Jr." its place', () => {
    const king = { contributors: [writer('Martin Luther King Jr.')] };
    expect(cite(king, 'APA')).toMatch(/^King, M\. L\., Jr\. \(/);
    expect(cite(king, 'BibTeX')).toContain('author = {King, Jr., Martin Luther},');
  });

  test('takes the day from the clock of the paper', () => {
    expect(cite({ published: '2019-02-28T18:00:00Z' }, 'APA')).toContain('(2019, March 1)');
  });

  test('does not end a question with a full stop', () => {
    expect(cite({ headline: 'Who votes for ferries?' }, 'MLA')).toContain('“Who votes for ferries?” The');
  });

  test('has inner quotation marks where the headline has outer ones', () => {
    expect(cite({ headline: 'A "slow boat" sails' })).toContain('“A ‘slow boat’ sails”');
    expect(cite({ headline: 'A "slow boat" sails' }, 'MLA')).toContain('“A ‘slow boat’ sails.”');
  });

  test.each([
    ['de', '„Die Brücke“, The Paper, 1. März 2019, https'],
    ['fr', '«\u202fDie Brücke\u202f», The Paper, 1er mars 2019, https'],
    ['ja', '「Die Brücke」 The Paper 2019年3月1日 https'],
    ['ar', '\u2068The Paper\u2069، 1 مارس 2019، https'],
  ])('is plainly in the language of the article: %s', (language, words) =>
    expect(cite({ headline: 'Die Brücke', language })?.replace(/[\u00a0]/g, '\u202f')).toContain(words),
  );

  test('names Japanese authors with the family first', () => {
    expect(cite({ contributors: [writer('山田 太郎')], language: 'ja' }, 'BibTeX')).toContain('author = {山田, 太郎},');
  });

  test('for BibTeX is an entry in which TeX finds no mark of its own', () => {
    expect(cite({ ...two, headline: '100% of R&D_#1 {costs} $5 ~ ^ \\' }, 'BibTeX')).toBe(
      [
        '@article{k7m2xq,',
        '  author = {van der Berg, Jean-Paul and Brandt, Ada},',
        '  title = {{100\\% of R\\&D\\_\\#1 \\{costs\\} \\$5 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}}},',
        '  journal = {The Paper},',
        '  year = 2019,',
        '  month = mar,',
        '  day = 1,',
        '  url = {https://paper.example/a/k7m2xq/},',
        '}',
      ].join('\n'),
    );
  });
});

test('the quotation marks of a language come on two levels, with their spaces', () => {
  expect(quotationMarks('de')).toEqual({ open: '„', close: '“', innerOpen: '‚', innerClose: '‘' });
  expect(quotationMarks('fr').open).toMatch(/^«\s$/);
});
