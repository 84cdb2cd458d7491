import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { bodyOf, currentEdition, keyOf } from '../../../../../archive/archive.ts';
import { readerPictures } from '../../../../../components/photo/reader-pictures.ts';
import { markdownOf } from '../../../../../markdown/to-markdown.ts';
import { articleJson } from '../../../../../views/machines/article-json.ts';
import { articleMarkdown } from '../../../../../views/machines/article-markdown.ts';
import { bodyView } from '../../../../../views/body.ts';
import { articleForms, type FormView } from '../../../../../views/machines/forms.ts';
import { oEmbed } from '../../../../../views/machines/oembed.ts';
import { readerText } from '../../../../../views/feeds/reader-text.ts';

/** Every article as Markdown, as JSON and for pages elsewhere. */
export const getStaticPaths = (async () =>
  articleForms(await currentEdition()).flatMap(({ path, view, files }) => {
    const [year, month, day, slug] = path.split('/');
    const cacheKey = keyOf(view);
    return files.map(({ form, name }) => ({
      params: { year, month, day, slug, form: name },
      props: { form, view },
      cacheKey,
    }));
  })) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { form, view } = props;
  const pictureAt = await readerPictures(form === 'oembed' ? leadOf(view) : view.pictures);
  if (form === 'oembed') return jsonOf(oEmbed(view, pictureAt));
  const body = bodyView({ body: bodyOf(view), view });
  const text = readerText({ view, body, origin: view.site.paper.url, pictureAt });
  if (form === 'json') return jsonOf(articleJson({ view, body, text, pictureAt }));
  return new Response(articleMarkdown(view, markdownOf(text)), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};

function leadOf({ lead }: FormView) {
  return lead ? [lead.file] : [];
}

function jsonOf(facts: object): Response {
  return new Response(`${JSON.stringify(facts)}\n`, { headers: { 'content-type': 'application/json' } });
}
