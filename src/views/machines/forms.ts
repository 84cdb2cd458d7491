import type { Article } from '../../newsroom/article.ts';
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
  /** Made when it is asked for. */
  view: () => FormView;
  files: readonly { form: Form; name: string }[];
}

const files = (Object.keys(forms) as Form[]).map((form) => ({ form, name: forms[form] }));

/** The other forms of an article; one that was withdrawn has none. */
export function articleForms(article: Article, edition: Edition): ArticleForms {
  return {
    view: () => formView(articleView({ article, edition })),
    files: isShown(article) ? files : [],
  };
}

const views = new WeakMap<ArticleView, FormView>();

/** The same object for the same view of the page. */
function formView(view: ArticleView): FormView {
  const known = views.get(view) ?? (Object.fromEntries(shown.map((name) => [name, view[name]])) as FormView);
  views.set(view, known);
  return known;
}
