import { stringify } from 'yaml';
import { licenceName } from '../../newsroom/licence.ts';
import { absolute } from '../../newsroom/permalink.ts';
import type { FormView } from './forms.ts';

/**
 * An article as a Markdown file: facts of its page as YAML front matter, headline and standfirst, and the text.
 * Nothing in it but what the page says.
 * @param text the article's text in Markdown
 */
export function articleMarkdown(view: FormView, text: string): string {
  const { site, facts, headline, standfirst } = view;
  const at = (href: string) => absolute(href, site.paper.url);
  const authors = facts.authors.map(({ name, href }) => ({ name, url: at(href) }));
  const frontMatter = {
    headline,
    standfirst,
    kicker: view.kicker,
    publication: site.name,
    section: view.section.label,
    topics: some(view.topics.items.map(({ label }) => label)),
    kind: facts.kind,
    byline: some(bylineOf(view)),
    authors: some(authors),
    dateline: view.dateline,
    published: view.published.iso,
    updated: view.updated?.iso,
    permalink: view.canonical,
    language: view.language,
    licence: facts.licence && licenceName(facts.licence),
  };
  const head = [`# ${escaped(headline)}`, standfirst && paragraph(standfirst)].filter(Boolean).join('\n\n');
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${head}\n\n${text}`;
}

/** The lines of a byline as sentences. */
export function bylineOf({ byline }: Pick<FormView, 'byline'>): string[] {
  return byline.map((line) => line.map(({ text }) => text).join(''));
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
