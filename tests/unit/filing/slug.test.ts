import { describe, expect, it, test } from 'vitest';
import { articlePath } from '../../../src/newsroom/permalink.ts';
import { slugOf } from '../../../src/filing/slug.ts';

describe('The end of an address', () => {
  test.each([
    ['Council votes to close the fish market', 'en', 'council-votes-to-close-the-fish-market'],
    ['Mayor’s “quay” plan – 5% more', 'en', 'mayors-quay-plan-5-more'],
    ['Größe: „Küste“ in der Straße', 'de', 'groesse-kueste-in-der-strasse'],
    ['Åsa söker råd', 'sv', 'asa-soker-rad'],
    ['L’été à Nîmes', 'fr', 'lete-a-nimes'],
    ['Мэр закрыл рынок', 'ru', 'mer-zakryl-rynok'],
    ['首相が辞任を表明', 'ja', 'shou-xiang-ga-ci-ren-o-biao-ming'],
    ['대통령 사임', 'ko', 'dae-tong-lyeong-sa-im'],
    ['总理辞职', 'zh', 'zong-li-ci-zhi'],
    ['الرئيس يستقيل', 'ar', 'alryys-ystqyl'],
    ['ראש הממשלה', 'he', 'rs-hmmslh'],
    ['प्रधानमंत्री', 'hi', 'prdhanmmtri'],
    ['¿?', 'es', ''],
  ])('of "%s" in %s', (headline, language, slug) => expect(slugOf(headline, language)).toBe(slug));

  it('ends after a whole word, before it is too long to be read', () => {
    expect(slugOf('word '.repeat(40), 'en')).toBe(Array(12).fill('word').join('-'));
    expect(slugOf('x'.repeat(400), 'en')).toHaveLength(60);
  });

  it('is one that an article can have, in every script', () => {
    const letters = 'é ß ł ø ы җ ქ հ ב ع پ क ক த ก ກ က ខ あ カ 漢 한 ㄅ ⵣ አ Ꮳ 𝒜 ½ № ﬁ'.split(' ');
    const wrong = letters
      .map((letter) => slugOf(letter, 'en'))
      .filter((slug) => !articlePath.test(`2026/11/29/${slug}`));
    expect(wrong).toEqual([]);
  });
});
