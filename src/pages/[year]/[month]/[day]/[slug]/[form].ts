import type { GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { askedFor, bodyOf, currentEdition, keyOf, listedAs, pathsOfArticles } from '../../../../../archive/archive.ts';
import { readerPictures } from '../../../../../components/photo/reader-pictures.ts';
import { markdownOf } from '../../../../../markdown/to-markdown.ts';
import { articleJson } from '../../../../../views/machines/article-json.ts';
import { articleMarkdown } from '../../../../../views/machines/article-markdown.ts';
import { bodyView } from '../../../../../views/body.ts';
import { articleForms, type FormView } from '../../../../../views/machines/forms.ts';
import { oEmbed } from '../../../../../views/machines/oembed.ts';
import { readerText } from '../../../../../views/feeds/reader-text.ts';
import { textRoute } from '../../../../_text-route.ts';

/** Every article as Markdown, as JSON and for pages elsewhere. */
export const getStaticPaths = (async () => {
  const edition = await currentEdition();
  return pathsOfArticles([askedFor(edition)], (article) => {
    const [year, month, day, slug] = article.path.split('/');
    const { view, files } = articleForms(article, edition);
    return files.map(({ form, name }) =>
      listedAs(
        { year, month, day, slug, form: name },
        () => ({ form, view: view() }),
        (props) => keyOf(props.view),
      ),
    );
  });
}) satisfies GetStaticPaths;

export const GET = textRoute<InferGetStaticPropsType<typeof getStaticPaths>>(
  ({ form }) => (form === 'markdown' ? 'text/markdown; charset=utf-8' : 'application/json'),
  async ({ form, view }) => {
    const pictureAt = await readerPictures(form === 'oembed' ? leadOf(view) : view.pictures);
    if (form === 'oembed') return jsonOf(oEmbed(view, pictureAt));
    const body = bodyView({ body: bodyOf(view), view });
    const text = readerText({ view, body, origin: view.site.paper.url, pictureAt });
    return form === 'json'
      ? jsonOf(articleJson({ view, body, text, pictureAt }))
      : articleMarkdown(view, markdownOf(text));
  },
);

function leadOf({ lead }: FormView) {
  return lead ? [lead.file] : [];
}

function jsonOf(facts: object): string {
  return `${JSON.stringify(facts)}\n`;
}
