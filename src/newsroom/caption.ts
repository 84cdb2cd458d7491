import type { Code } from './codes.ts';

/** What is wrong with a picture's words, as code, finding and remedy; `undefined` when nothing is. */
export interface CaptionFault {
  code: Code;
  found: string;
  remedy: string;
}

const agencyTail =
  /(?:^|[\s(])((?:photos?|pictures?|image|credit|foto|illustration|graphic)\s*:\s*[^.!?)]{2,60})\)?\.?\s*$/iu;

/**
 * Faults of syndicated copy: the caption said again as alternative text, and the credit left at the end of the caption.
 * @param caption plain text
 */
export function captionFaults(picture: { alt?: string; caption?: string; name: string }): CaptionFault[] {
  const faults: CaptionFault[] = [];
  const { alt, caption, name } = picture;
  if (alt !== undefined && caption && alt.trim() !== '' && bare(alt) === bare(caption)) {
    faults.push({
      code: 'C-001',
      found: `The alt text of "${name}" repeats its caption.`,
      remedy: 'Describe what is to be seen for readers who cannot see it; the caption is read to them as well.',
    });
  }
  const tail = caption && agencyTail.exec(caption)?.[1];
  if (tail) {
    faults.push({
      code: 'C-002',
      found: `The caption of "${name}" ends in a credit: "${tail.trim()}".`,
      remedy: 'Move it to the credit, where readers, feeds and the printed page look for it.',
    });
  }
  return faults;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
