/**
 * The address of a page that stands at the beginning of a run of characters without white space; empty where none does.
 * Escapes and references to characters are still in it. It ends before punctuation of the sentence around it, before a bracket
 * that it does not open, and before letters of scripts that put no space between it and the next word.
 * @param isSetOff whether a space or an opening bracket stands before the run: where it ends likewise, it may hold such letters
 */
export function bareAddress(run: string, isSetOff: boolean): string {
  const origin = originPattern.exec(run)?.[0] ?? '';
  if (origin === '' || !/[/?#]/.test(run.charAt(origin.length))) return origin;
  const address = trimmed(origin, pathPattern.exec(run.slice(origin.length))?.[0] ?? '');
  const rest = run.slice(address.length);
  if (!isSetOff || !crowdedStart.test(rest) || goesOn(address, rest)) return address;
  const whole = trimmed(origin, anyPath.exec(run.slice(origin.length))?.[0] ?? '');
  return /^(?:[!-/:-@[-`{-~]*$|[\p{Pe}\p{Pf}"])/u.test(run.slice(whole.length)) ? whole : address;
}

/** Scripts without spaces between words, full-width letters, Hangul, whose particles join the word before, and emoji. */
const crowded =
  '[\\p{Emoji_Presentation}\\uFF00-\\uFFEF\\p{scx=Bopo}\\p{scx=Han}\\p{scx=Hang}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Khmr}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Thai}\\p{scx=Tibt}\\p{scx=Yiii}]';
const crowdedStart = new RegExp(`^${crowded}`, 'u');

/** Whether the sentence goes on behind an address: by a particle of Japanese or Korean, or a word of South-East Asia. */
function goesOn(address: string, rest: string): boolean {
  return (
    particle.test(rest) || (/\w$/.test(address) && /^[\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}\p{scx=Thai}]/u.test(rest))
  );
}

const particle =
  /^(?:\p{scx=Hira}|(?:이?라[고는]|입니다|에서|에게|으로|까지|부터|보다|처럼|을|를|은|는|이|가|에|의|로|와|과|도|만)+(?!\p{L}))/u;

const label = '[\\p{L}\\p{M}\\p{N}_-]+';
const originPattern = new RegExp(
  `^(?:https?://(?:[\\w.:%-]+@)?|(?=www\\.))(?:${label}\\.)*(?:[a-z\\d](?:[a-z\\d-]*[a-z\\d])?|(?<=\\.)\\p{L}[\\p{L}\\p{M}\\p{N}-]*)(?::\\d+)?`,
  'iu',
);

const letter = '[\\p{L}\\p{M}\\p{N}\\p{Emoji_Presentation}]';
const pathPattern = pathOf(`(?!${crowded})${letter}`);
const anyPath = pathOf(letter);

// A dash or a point between letters is part of many a title. Two marks in a row are those of emphasis around the address.
function pathOf(letters: string): RegExp {
  const ascii = "[\\w\\-.~:/?#[\\]@!$&'()*+,;=%|{}^\\\\]";
  const reference = '&(?!amp;|#38;|#x26;)#?[a-z\\d]+;';
  return new RegExp(`^(?:(?!\\*\\*|~~|${reference})(?:${ascii}|(?<=${letter})[–·](?=${letters})|${letters}))*`, 'iu');
}

/** Without a bracket that is not opened in it, and without marks at its end. */
function trimmed(origin: string, path: string): string {
  let open = 0;
  const closing = [...path.matchAll(/[()[\]]/g)].find(({ 0: mark }) => (open += '(['.includes(mark) ? 1 : -1) < 0);
  return origin + path.slice(0, closing?.index).replace(/(?:&#?\w+;|'s|[?!.,:;*_~'&\\([{|^])+$/i, '');
}
