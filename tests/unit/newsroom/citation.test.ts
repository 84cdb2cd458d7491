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

  test.each([
    ['Γιώργος Παπαδόπουλος', 'Παπαδόπουλος, Γ.', 'Παπαδόπουλος, Γιώργος.'],
    ['Анна Петрова', 'Петрова, А.', 'Петрова, Анна.'],
    ['محمد علي', 'علي, محمد.', 'علي, محمد.'],
    ['Oscar de la Renta', 'de la Renta, O.', 'de la Renta, Oscar.'],
    ['Ludwig van Beethoven', 'van Beethoven, L.', 'van Beethoven, Ludwig.'],
    ['Della Street', 'Street, D.', 'Street, Della.'],
    ['John Smith III', 'Smith, J., III.', 'Smith, John, III.'],
    ['John Smith, Jr.', 'Smith, J., Jr.', 'Smith, John, Jr.'],
    ['Anne-Marie O’Neill', 'O’Neill, A.-M.', 'O’Neill, Anne-Marie.'],
    ['J. R. R. Tolkien', 'Tolkien, J. R. R.', 'Tolkien, J. R. R.'],
    [' Ada  Brandt ', 'Brandt, A.', 'Brandt, Ada.'],
    ['김 철수', '김, 철수.', '김, 철수.'],
    ['山田太郎', '山田太郎.', '山田太郎.'],
    ['Pelé', 'Pelé.', 'Pelé.'],
  ])('has the family name of %s first, and initials where the script has some', (name, inApa, inMla) => {
    const facts = { contributors: [writer(name)] };
    expect(cite(facts, 'APA')).toBe(
      `${inApa} (2019, March 1). Harbour votes for ferries. The Paper. https://paper.example/a/k7m2xq/`,
    );
    expect(cite(facts, 'MLA')?.split(' “')[0]).toBe(inMla);
  });

  test('in APA names all of three authors, with "&" before the last', () => {
    const three = { contributors: [...two.contributors, writer('Li Wei')] };
    expect(cite(three, 'APA')).toMatch(/^van der Berg, J\.-P\., Brandt, A\., & Wei, L\. \(2019/);
  });

  test('names nobody but its writers', () => {
    const editor = { ...writer('Bo Ek'), role: 'editor' as const };
    expect(cite({ contributors: [editor, writer('Ada Brandt')], agencies: ['dpa'] }, 'APA')).toMatch(/^Brandt, A\. \(/);
  });

  test.each([
    ['2019-02-03T12:00:00Z', '3 Feb. 2019', 'month = feb'],
    ['2019-05-03T12:00:00Z', '3 May 2019', 'month = may'],
    ['2019-06-13T12:00:00Z', '13 June 2019', 'month = jun'],
    ['2019-09-03T12:00:00Z', '3 Sept. 2019', 'month = sep'],
    ['2019-12-31T12:00:00Z', '31 Dec. 2019', 'month = dec'],
  ])('shortens the month as each form does: %s', (published, day, month) => {
    expect(cite({ published }, 'MLA')).toContain(`The Paper, ${day}, https`);
    expect(cite({ published }, 'BibTeX')).toContain(`  ${month},\n`);
  });

  test.each(['Who votes?', 'Ferries!', 'Ferries …', '“Ferries!”', 'Ferries.', '船は来るか？', 'जहाज़ आए।'])(
    'has no full stop after a headline that ends by itself: %s',
    (headline) =>
      expect(cite({ headline }, 'APA')).toBe(`${headline} (2019, March 1). The Paper. https://paper.example/a/k7m2xq/`),
  );

  test('sets the paper’s name in italics, and its address from left to right', () =>
    expect(
      citationsOf(citedFacts({ article: article({}), publication })).flatMap(({ parts }) =>
        parts.flatMap(({ text, ...look }) => (Object.keys(look).length > 0 ? [{ text, ...look }] : [])),
      ),
    ).toEqual([
      { text: 'The Paper', italic: true },
      { text: 'https://paper.example/a/k7m2xq/', address: true },
      { text: 'The Paper', italic: true },
      { text: 'The Paper', italic: true },
    ]));

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
