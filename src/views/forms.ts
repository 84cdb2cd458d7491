import { isShown, type Edition } from '../newsroom/edition.ts';
import { forms, type Form } from '../newsroom/permalink.ts';
import { articleView, type ArticleView } from './article.ts';
import type { ReaderView } from './reader-html.ts';

/** What an article's other forms show of it. */
export type FormView = ReaderView &
  Pick<
    ArticleView,
    | 'site'
    | 'headline'
    | 'standfirst'
    | 'kicker'
    | 'section'
    | 'topics'
    | 'published'
    | 'updated'
    | 'dateline'
    | 'byline'
    | 'facts'
    | 'related'
    | 'bodyKey'
    | 'pictures'
    | 'mentioned'
    | 'labels'
  >;

/** A file beside an article's page. */
export interface ArticleForm {
  /** Of the article. */
  path: string;
  form: Form;
  file: string;
  view: FormView;
}

/** The other forms of every article that is shown; one that was withdrawn has none. */
export function articleForms(edition: Edition): ArticleForm[] {
  return [...edition.articles.values()].filter(isShown).flatMap((article) => {
    const view = formView(articleView({ article, edition }));
    return (Object.keys(forms) as Form[]).map((form) => ({ path: article.path, form, file: forms[form], view }));
  });
}

function formView(view: ArticleView): FormView {
  return {
    site: view.site,
    canonical: view.canonical,
    language: view.language,
    direction: view.direction,
    headline: view.headline,
    standfirst: view.standfirst,
    kicker: view.kicker,
    section: view.section,
    topics: view.topics,
    published: view.published,
    updated: view.updated,
    dateline: view.dateline,
    byline: view.byline,
    facts: view.facts,
    lead: view.lead,
    bodyKey: view.bodyKey,
    pictures: view.pictures,
    mentioned: view.mentioned,
    labels: view.labels,
    corrections: view.corrections,
    provenance: view.provenance,
    licence: view.licence,
    related: view.related,
  };
}
