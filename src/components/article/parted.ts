import { htmlText } from '../../newsroom/escaping.ts';
import { partedWords } from '../../newsroom/hyphenation.ts';

/** A text as HTML in which a style sheet has the hyphens of long words: they are in no text that is copied, searched or read out. */
export async function partedHtml(text: string, language: string): Promise<string> {
  return (await partedWords(text, language)).map(htmlText).join('<span class="soft"></span>');
}
