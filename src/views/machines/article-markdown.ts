import { stringify } from 'yaml';
import { licenceName } from '../../newsroom/licence.ts';
import { absolute } from '../../newsroom/permalink.ts';
import type { FormView } from './forms.ts';

/**
 * An article as a Markdown file: facts of its page as YAML front matter, headline and standfirst, and the text.
 * Nothing in it but what the page says.
 * @param text the article's text in Markdown
 */
export function articleMarkdown({ site, facts }: Pick<FormView, 'site' | 'facts'>, text: string): string {
  const { headline, standfirst } = facts;
  const at = (href: string) => absolute(href, site.paper.url);
  const authors = facts.authors.map(({ name, href }) => ({ name, url: at(href) }));
  const frontMatter = {
    headline,
    standfirst,
    kicker: facts.kicker,
    publication: site.name,
    section: facts.section.label,
    topics: some(facts.topics.map(({ label }) => label)),
    kind: facts.kind,
    byline: some(facts.byline),
    authors: some(authors),
    dateline: facts.dateline?.text,
    published: facts.published,
    updated: facts.updated,
    permalink: facts.url,
    language: facts.language,
    licence: facts.licence && licenceName(facts.licence),
  };
  const head = [`# ${escaped(headline)}`, standfirst && paragraph(standfirst)].filter(Boolean).join('\n\n');
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${head}\n\n${text}`;
}

/** A line of plain words as Markdown: its marks are characters. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|#]/g, '\\$&');
}

/** Plain words as a paragraph, which would be a list if it began like one. */
function paragraph(text: string): string {
  return escaped(text).replace(/^(\s*)(?:([-+])|(\d+)([.)])(?=\s|$))/gm, '$1$3\\$2$4');
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
