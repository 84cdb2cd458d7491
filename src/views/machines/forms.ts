import { isShown, type Edition } from '../../newsroom/edition.ts';
import { forms, type Form } from '../../newsroom/permalink.ts';
import { articleView, type ArticleView } from '../pages/article.ts';

const shown = [
  'site',
  'facts',
  'published',
  'related',
  'bodyKey',
  'pictures',
  'mentioned',
  'labels',
  // What a reader elsewhere shows.
  'canonical',
  'lead',
  'corrections',
  'provenance',
  'licence',
  'language',
  'direction',
] as const satisfies (keyof ArticleView)[];

/** What an article's other forms show of it. */
export type FormView = Pick<ArticleView, (typeof shown)[number]>;

/** An article's files beside its page. */
export interface ArticleForms {
  /** Of the article. */
  path: string;
  /** Made when it is asked for. */
  view: () => FormView;
  files: { form: Form; name: string }[];
}

const files = (Object.keys(forms) as Form[]).map((form) => ({ form, name: forms[form] }));

/**
 * The other forms of every article that is shown; one that was withdrawn has none.
 * @param articles those of them that are asked for
 */
export function articleForms(edition: Edition, articles = edition.articles): ArticleForms[] {
  return [...articles.values()]
    .filter(isShown)
    .map((article) => ({ path: article.path, view: () => formView(articleView({ article, edition })), files }));
}

const views = new WeakMap<ArticleView, FormView>();

/** The same object for the same view of the page. */
function formView(view: ArticleView): FormView {
  const known = views.get(view) ?? (Object.fromEntries(shown.map((name) => [name, view[name]])) as FormView);
  views.set(view, known);
  return known;
}
