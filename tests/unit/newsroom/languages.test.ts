import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '../../../src/newsroom/languages.ts';
import { project } from '../../support/paper.ts';
import { said } from '../../support/words.ts';

describe('what is known of languages', () => {
  it('stands in a file for each, under its tag', () => {
    const files = readdirSync(path.join(project, 'src/newsroom/languages'));
    expect(files.filter((file) => file !== 'language.ts').sort()).toEqual(
      languages.map(({ tag }) => `${tag}.ts`).sort(),
    );
  });

  it.each([
    ['the language', 'zh', '“”'],
    ['a script', 'zh-Hant', '「」'],
    ['a region', 'zh-TW', '「」'],
    ['a script before a region', 'zh-Hans-TW', '“”'],
    ['a region behind a script that has nothing of its own', 'de-Latn-CH', '«»'],
    ['a tag in other capitals', 'ZH-hant', '「」'],
    ['an extension, which is neither', 'de-x-ch', '„“'],
  ])('goes by %s: %s', (_, tag, quotes) => expect(languageOf(tag).typography?.quotes[0]).toBe(quotes));

  it('keeps what a region does not have otherwise', () => {
    expect(languageOf('en-US').dates?.date).toBe('MMMM D, YYYY');
    expect(languageOf('en-US').typography).toBe(languageOf('en').typography);
  });

  it('is nothing for a language that is not here', () => expect(languageOf('tlh-US')).toEqual({}));
});

const name = 'The Quay';
const begun = languages.flatMap(({ tag, firstEdition }) => (firstEdition ? [{ tag, firstEdition }] : []));
const textsOf = (first: unknown) => new Map(said(first, () => []));

describe.each(begun)('The first edition of a paper in $tag', ({ tag, firstEdition }) => {
  const english = textsOf(begun[0]?.firstEdition(name));

  it('has words in every place, of its own language', () => {
    const texts = textsOf(firstEdition(name));
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [place, text] of texts) {
      expect(text, place).toMatch(/\p{L}{2}/u);
      if (tag !== 'en' && text !== 'Contact') expect(text, place).not.toBe(english.get(place));
    }
  });

  it('names the paper wherever it is spoken of', () => {
    const places = [...textsOf(firstEdition(name))].filter(([, text]) => String(text).includes(name));
    expect(places.map(([place]) => place)).toEqual(
      [...english].filter(([, text]) => String(text).includes(name)).map(([place]) => place),
    );
  });

  it('shows how words are stressed and linked, a quotation, a box and a table', () => {
    const { text } = firstEdition(name).story;
    for (const form of [
      /\*\p{L}/u,
      /\]\(\/about\/\)/,
      /^## /m,
      /^:::pull-quote$/m,
      /^:::fact-box\[/m,
      /^\| --- \| --- \|$/m,
    ])
      expect(text).toMatch(form);
  });
});
