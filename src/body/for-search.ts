import type { ElementContent } from 'hast';
import type { BodyPart, BodyText } from './body.ts';
import { captionIn, photosIn } from './parts.ts';
import { changed, elementOf, placeOf, textNode } from './tree.ts';

/** What a search finds of a body: its text, and the captions where their pictures stand. */
export function forSearch({ text, parts }: BodyText): ElementContent[] {
  return changed(text, (element) => {
    const place = placeOf(element);
    if (place !== undefined) return captionsIn(parts[place]).map((caption) => elementOf('p', {}, caption));
    // Where these end no space is seen.
    return /^(d[dt]|t[dh]|summary)$/.test(element.tagName) ? [element, textNode(' ')] : element;
  });
}

function captionsIn(part: BodyPart | undefined): ElementContent[][] {
  const all = captionIn(part);
  return [...(all ? [all] : []), ...photosIn(part).map(({ caption = [] }) => caption)];
}
