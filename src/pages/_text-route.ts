import type { APIRoute } from 'astro';

/** What answers at a route whose files are text. */
interface TextRoute<Props extends object> extends APIRoute<Props & Record<string, unknown>> {
  /** Of one file: the press takes it as it is, since a Request and a Response for each of ten thousands take a third of its time. */
  text: (props: Props) => string | Promise<string>;
}

/** @param type media type of the files, or of one by what it is made of */
export function textRoute<Props extends object>(
  type: string | ((props: Props) => string),
  text: TextRoute<Props>['text'],
): TextRoute<Props> {
  const answer = async ({ props }: { props: Props }) =>
    new Response(await text(props), {
      headers: { 'content-type': typeof type === 'string' ? type : type(props) },
    });
  return Object.assign(answer, { text });
}
