import { isShown, type Edition } from '../../newsroom/edition.ts';
import { forms, type Form } from '../../newsroom/permalink.ts';
import { articleView, type ArticleView } from '../pages/article.ts';
import type { ReaderView } from '../feeds/reader-text.ts';

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

/** An article's files beside its page. */
export interface ArticleForms {
  /** Of the article. */
  path: string;
  view: FormView;
  files: { form: Form; name: string }[];
}

const files = (Object.keys(forms) as Form[]).map((form) => ({ form, name: forms[form] }));

/** The other forms of every article that is shown; one that was withdrawn has none. */
export function articleForms(edition: Edition): ArticleForms[] {
  return [...edition.articles.values()]
    .filter(isShown)
    .map((article) => ({ path: article.path, view: formView(articleView({ article, edition })), files }));
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
