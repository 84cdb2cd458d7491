const longest = 200;

/**
 * The first sentence of a text, for those who are told in one what it says. A longer one is cut between two words.
 * @param text plain words of one paragraph
 * @param language BCP 47
 */
export function openingOf(text: string, language: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  let sentence = '';
  for (const { segment } of segmenterOf(language, 'sentence').segment(whole)) {
    if (sentence !== '' && !goesOn(sentence.trimEnd(), segment, language)) break;
    sentence += segment;
  }
  return cut(sentence.trim(), language);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}

/** Abbreviations with a vowel after which a name or a number follows; those without one are known by that. */
const shortened = new Set(
  `Prof Gen Gov Sen Rep Col Rev Hon Capt Maj Adm Inc Co Corp Ave Dept No Nos Fig Vol Art Ch pp
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Okt Dez
  ca evtl inkl Mio Abs Abt Ing Dipl Tel Sra Srta Dra Ud Uds núm pág av Sig Dott`.split(/\s+/),
);

/** Words that stand before no name: after them, an abbreviation was the end of its sentence. */
const beginners = new RegExp(
  `^["“”„«»‘’'¿¡]*(?:${[
    'The|An?|He|She|It|They|We|You|This|That|These|Those|His|Her|Its|Their|But|And|Or|If|In|On|At|By|For|From|With|When|While|After|As|So|Then|There|What|Who|Why|How|Not|Yet|No',
    'Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|Aber|Und|Doch|Im|Am|Auf|Mit|Nach|Vor|Bei|Zu|Zum|Zur|Von|Wenn|Als|Da|Dann|Nun|Auch|Seine|Ihre',
    'Le|La|Les|Une?|Des|Il|Elle|Ils|Elles|On|Ce|Cette|Ces|Mais|Et|Dans|En|Au|Aux|El|Los|Las|Una|Pero|Y|Al',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'u',
);

/** Languages that write a point after the number of a day. */
const withOrdinals = /^(?:de|lb|da|nb|nn|no|fi|is|et|lv|cs|sk|sl|hr|bs|sr|hu)\b/i;

/** Whether a sentence goes on where Unicode's rules see its end: they know no abbreviation. */
function goesOn(before: string, next: string, language: string): boolean {
  if (/^\p{Ll}/u.test(next)) return true;
  const [, word = ''] = /([\p{L}\p{M}\p{N}.]+)\.$/u.exec(before) ?? [];
  if (word === '' || beginners.test(next)) return false;
  if (/^\d{1,2}$/.test(word)) return withOrdinals.test(language);
  const isInitials = /^\p{L}\p{M}*(?:\.\p{L}\p{M}*)*$/u.test(word);
  const hasNoVowel = /^\p{Script=Latin}{2,4}$/u.test(word) && !/[aeiouy]/i.test(word.normalize('NFD'));
  return isInitials || shortened.has(word) || (hasNoVowel && word !== word.toUpperCase());
}

function cut(sentence: string, language: string): string {
  if (sentence.length <= longest) return sentence;
  let kept = '';
  for (const { segment } of segmenterOf(language, 'word').segment(sentence)) {
    if (kept.length + segment.length >= longest) break;
    kept += segment;
  }
  return `${kept.replace(/[^\p{L}\p{M}\p{N}]+$/u, '')}…`;
}
