import { describe, expect, it } from 'vitest';
import { keywordsOf, wordsIn } from '../../../src/newsroom/keywords.ts';

const keywords = (body: string, heading: (string | undefined)[] = [], language = 'en') =>
  keywordsOf({ heading, body, language });

describe('the keywords of an article', () => {
  it('are the words of its heading', () =>
    expect(keywords('', ['Harbour votes', undefined, 'Ferries'])).toEqual(['ferries', 'harbour', 'votes']));

  it('are the words that its body says twice, not those that it says once', () =>
    expect(keywords('The barge came. A barge, laden, left.')).toEqual(['barge']));

  it('stay when a word that is in no other place is put into the body or mended', () => {
    const body = 'The barge came. A barge left the quay.';
    expect(keywords(body.replace('quay', 'quay also'))).toEqual(keywords(body));
    expect(keywords(body.replace('left', 'lefft'))).toEqual(keywords(body));
  });

  it('begin with those said most often, the longer first', () =>
    expect(keywords('tide tide tide tide tide barge barge lighthouse lighthouse')).toEqual([
      'tide',
      'lighthouse',
      'barge',
    ]));

  it('are 32 at most', () => {
    const words = Array.from({ length: 40 }, (_, number) => `word${'abcdefgh'[number % 8]}${'abcde'[number % 5]}`);
    expect(keywords('', words)).toHaveLength(32);
  });

  it('hold no short words and no numbers', () => expect(keywords('the the 2019 2019 a&b &')).toEqual([]));

  it.each([
    ['ja', '港の橋が開いた。港の橋は長い。', ['橋', '港']],
    ['zh', '港口的渡轮。港口的桥。', ['港口', '的']],
    ['th', 'เรือข้ามฟากกลับมา เรือข้ามฟากออก', ['ข้าม', 'เรือ', 'ฟาก']],
    ['ar', 'الجسر القديم، ثم الجسر', ['الجسر']],
    ['ru', 'Паром ушёл. Паром пришёл.', ['паром']],
  ])('are found in %s', (language, body, expected) => expect(keywords(body, [], language)).toEqual(expected));
});

describe('the words in a text', () => {
  it('keep accents and vowel signs that are written apart', () =>
    expect(wordsIn('E\u0301TE\u0301 किताब', 'fr')).toEqual(['e\u0301te\u0301', 'किताब']));
});
