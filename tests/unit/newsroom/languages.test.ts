import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '../../../src/newsroom/languages.ts';
import { project } from '../../support/paper.ts';

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
