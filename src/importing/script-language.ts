import type { Fact } from './draft.ts';

/** Scripts that one language is known by, or a sign that tells it. */
const scripts: [script: RegExp, language: string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
];

/** Frequent small words, by which languages of the Latin script are told apart. */
const small: [language: string, words: RegExp][] = [
  ['de', /\b(?:der|die|und|das|nicht|mit|ist|von|den|ein|eine|auf|für|dem|sich|nach)\b/gi],
  ['fr', /\b(?:le|les|des|et|une|est|dans|que|qui|pour|sur|avec|du|au|pas)\b/gi],
  ['es', /\b(?:el|los|las|una|que|por|con|para|del|está|se|como|más|pero)\b/gi],
  ['en', /\b(?:the|and|of|to|in|that|is|was|for|on|with|as|said|by|from|it)\b/gi],
];

/** The language that a text is in, guessed from its letters and its small words; `undefined` where these tell nothing. */
export function scriptLanguage(text: string): Fact | undefined {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [script, language] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share <= (language === 'ja' ? 0.15 : 0.4)) continue;
    if (language === 'ar' && /[پچژگ]/.test(sample))
      return { value: /[ٹڈڑےں]/.test(sample) ? 'ur' : 'fa', clue: 'its letters' };
    return { value: language, clue: 'its letters' };
  }
  const counts = small.map(([language, words]) => ({ language, count: sample.match(words)?.length ?? 0 }));
  const [best, second] = counts.sort((a, b) => b.count - a.count);
  if (!best || best.count < 5 || best.count < (second?.count ?? 0) * 1.5) return undefined;
  return { value: best.language, clue: 'its most frequent words' };
}
