import { describe, expect, test } from 'vitest';
import { needlessLineFeeds } from '../../../src/newsroom/lines.ts';

/** The text with what a reader sees at the end of each line: nothing, or a space. */
function joined(text: string, language?: string): string {
  const needless = new Set(needlessLineFeeds(text, language));
  return text.replace(/\n/g, (_, at: number) => (needless.has(at) ? '' : ' '));
}

describe('The end of a line is no space', () => {
  test.each([
    ['ja', '日本の\n首都は\n東京です。', '日本の首都は東京です。'],
    ['ja', '東京、\nTokyo', '東京、Tokyo'],
    ['ja', 'Tokyo\n「東京」', 'Tokyo「東京」'],
    ['ja', 'カフェ\n𠮷野家', 'カフェ𠮷野家'],
    ['ja', '祭り🎆\nでした', '祭り🎆でした'],
    ['zh-Hans', '他说：\n“很好”\n吧', '他说：“很好”吧'],
    ['zh-Hant', '然後——\n增長', '然後——增長'],
    ['th', 'รัฐบาล\nประกาศ', 'รัฐบาลประกาศ'],
    ['lo', 'ພາສາ\nລາວ', 'ພາສາລາວ'],
    ['km', 'ភាសា\nខ្មែរ', 'ភាសាខ្មែរ'],
    ['my', 'မြန်မာ\nဘာသာ', 'မြန်မာဘာသာ'],
    ['en', 'He wrote 日本\n語', 'He wrote 日本語'],
    [undefined, '日本の\n首都、\nTokyo', '日本の首都、Tokyo'],
  ])('in %s: %j', (language, text, shown) => expect(joined(text, language)).toBe(shown));
});

describe('The end of a line is a space', () => {
  test.each([
    ['en', 'one\ntwo'],
    ['en', 'the “Asahi”,\n「朝日」'],
    ['en', 'ships 🚢\n🚢 came'],
    ['ja', '日本語は\nEnglish\nと'],
    ['ja', '価格は\n100円'],
    ['ko', '한국의\n수도는\n美\n中 「책」\n서울'],
    ['ja', '「책」\n한국'],
    ['th', 'ปี\n2019'],
    ['th', 'ต่าง ๆ\nใน'],
    ['ar', 'في\nالقاهرة'],
    [undefined, '한국의\n수도'],
    [undefined, '美\n中 정상'],
  ])('in %s: %j', (language, text) => expect(joined(text, language)).toBe(text.replaceAll('\n', ' ')));
});
