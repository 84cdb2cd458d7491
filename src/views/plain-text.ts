import type { PhotoView } from './story.ts';

/** What a picture with its caption is called as a whole; a PDF takes it for the figure's alternative text. */
export function nameOfPhoto({ captionHtml, credit, alt }: Pick<PhotoView, 'captionHtml' | 'credit' | 'alt'>): string {
  return plainText(captionHtml ?? '') || credit || alt;
}

/** The words of HTML that the pipeline printed. */
export function plainText(html: string): string {
  return decoded(html.replace(/<(?:[^">]|"[^"]*")*>/g, '')).trim();
}

/** The value of an attribute that the pipeline printed. */
export function decoded(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
