import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/newsroom/languages.ts';
import { languageStyles } from '../../src/styles/languages.ts';
import { project } from '../support/paper.ts';

const stylesOf = (css: string) => postcss([languageStyles()]).process(css, { from: undefined }).css;
const rules = stylesOf('@languages;');

describe('what style sheets know of languages', () => {
  it('are the languages that have a trait', () => {
    expect(stylesOf('em:--squares-spaced { color: red }')).toBe('em:is(:lang(ko)) { color: red }');
    expect(stylesOf('p:not(:--right-to-left), q {}')).toBe(
      'p:not(:is(:lang(ar), :lang(fa), :lang(ur), :lang(he))), q {}',
    );
  });

  it('is no trait that there is not', () => expect(() => stylesOf(':--italic {}')).toThrow('"italic"'));

  it.each(languages.flatMap(({ tag, script }) => (script ? [[tag, script.serif[0]]] : [])))(
    'are the faces of %s',
    (tag, face) => expect(rules).toMatch(new RegExp(`\\[lang\\|='${tag}'\\][^{]*{ --serif: '?${face}`)),
  );

  it('are those of another script behind those of the language', () => {
    expect(rules.indexOf("[lang|='zh-TW']")).toBeGreaterThan(rules.indexOf("[lang|='zh']"));
    expect(rules).toContain("[lang|='zh-TW']) { --serif: 'Songti TC', 'Noto Serif CJK TC', PMingLiU, serif; --sans:");
  });

  it('are quotation marks with their spaces', () =>
    expect(rules).toContain(":is([lang|='fr']) { quotes: '«\u00a0' '\u00a0»' '“' '”' }"));

  it('stand in no style sheet', () => {
    const folder = path.join(project, 'src/styles');
    const naming = readdirSync(folder).filter(
      (file) => file.endsWith('.css') && /:lang\(|lang\W?=/.test(readFileSync(path.join(folder, file), 'utf8')),
    );
    expect(naming).toEqual([]);
  });
});
