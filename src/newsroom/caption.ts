import type { Code } from './codes.ts';
import { withoutCredit } from './credit.ts';

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
  const tail = creditAtEnd(caption ?? '')?.credit;
  if (tail) {
    faults.push({
      code: 'C-002',
      found: `The caption of "${name}" ends in a credit: "${tail}".`,
      remedy: 'Move it to the credit, where readers, feeds and the printed page look for it.',
    });
  }
  return faults;
}

/** A caption that ends in a credit, and that credit; `undefined` of one that does not. */
export function creditAtEnd(text: string): { caption: string; credit: string } | undefined {
  const found = agencyTail.exec(text);
  if (!found?.[1]) return undefined;
  return { caption: text.slice(0, found.index).trim(), credit: found[1].trim() };
}

/** Agencies, as captions of their pictures name them. */
const agency =
  /(?:\b|^)(?:AFP|AP Photo|REUTERS\/|Reuters\/|EPA(?:-EFE)?\/|dpa\/|Getty Images|Xinhua\/|Kyodo News|Yonhap\/|ANSA\/|TASS\/|Bloomberg via|Anadolu|picture alliance|imago|Shutterstock|iStock|Alamy)|©|\(c\) \p{Lu}|\b(?:[Pp]hoto|[Pp]icture|[Pp]hotograph|[Ii]mage|[Ii]llustration|[Ff]oto|[Bb]ild) (?:by|von|de|di|:) ?\p{Lu}|\b[Cc]ourtesy of\b/u;

/**
 * What should be looked at in a picture's words, where nothing is certain: an alternative text that adds next to nothing to the caption, and a caption
 * that names an agency or a photographer.
 */
export function captionDoubts({
  alt = '',
  caption = '',
  name,
}: {
  alt?: string;
  caption?: string;
  name: string;
}): CaptionFault[] {
  const doubts: CaptionFault[] = [];
  const isTold = (code: Code) => captionFaults({ alt, caption, name }).some((fault) => fault.code === code);
  if (!isTold('C-001') && saysLittleElse(bare(alt), bare(caption)))
    doubts.push({
      code: 'D-103',
      found: `The alt text of "${name}" says little else than its caption.`,
      remedy: 'Describe what is to be seen: who reads it by ear hears the caption as well.',
    });
  const credit = withoutCredit(caption).credit ?? agency.exec(caption)?.[0];
  if (credit && !isTold('C-002'))
    doubts.push({
      code: 'D-104',
      found: `The caption of "${name}" seems to hold a credit: "${credit.trim()}".`,
      remedy: 'Move it to the credit, where readers, feeds and the printed page look for it.',
    });
  return doubts;
}

/** Whether one of two texts is in the other, or nearly all of their words are the same. */
function saysLittleElse(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 12) return false;
  if (long.includes(short) && short.length > long.length * 0.6) return true;
  const [words, others] = [new Set(short.split(' ')), new Set(long.split(' '))];
  return words.size > 3 && words.intersection(others).size >= 0.8 * words.union(others).size;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
