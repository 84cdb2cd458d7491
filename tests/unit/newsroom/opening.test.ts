import { describe, expect, it, test } from 'vitest';
import { openingOf } from '../../../src/newsroom/opening.ts';

describe('The opening of a text is its first sentence', () => {
  test.each([
    ['en', 'Ships came in. They left again.', 'Ships came in.'],
    ['en', 'Ships  came\nin', 'Ships came in'],
    ['en', 'Mr. Trump met Dr. Lee of St. Mary’s. He left.', 'Mr. Trump met Dr. Lee of St. Mary’s.'],
    ['en', 'The U.S. President met J. R. R. Smith. He left.', 'The U.S. President met J. R. R. Smith.'],
    ['en', 'It was over in the U.S. The delegates left.', 'It was over in the U.S.'],
    ['en', 'They met at 5 p.m. The ships had gone.', 'They met at 5 p.m.'],
    ['en', 'Prof. Quay and Gov. Pier spoke of No. 7. Nobody came.', 'Prof. Quay and Gov. Pier spoke of No. 7.'],
    ['en', 'He told the BBC. Nobody else heard it.', 'He told the BBC.'],
    ['en', 'It cost 3.50 marks, e.g. for a child. More for dogs.', 'It cost 3.50 marks, e.g. for a child.'],
    ['en', 'He said no. Then he left.', 'He said no.'],
    ['en', '“Why?” he asked. Nobody knew.', '“Why?” he asked.'],
    ['en', '“Why?” Nobody knew.', '“Why?”'],
    ['en', 'He waited … and left. So did they.', 'He waited … and left.'],
    ['en', 'Read broadsheet.example. It is free.', 'Read broadsheet.example.'],
    ['en', 'He typed qwrtz. Nobody read it.', 'He typed qwrtz.'],
    ['en', 'It was BRRR. Nobody came.', 'It was BRRR.'],
    ['en', 'He saw the Dr. But he left.', 'He saw the Dr.'],
    ['en', 'It went on. then it ended. So did they.', 'It went on. then it ended.'],
    ['en', 'He met Vol. Quay. “The end,” he said.', 'He met Vol. Quay.'],
    ['en', 'He met Gen. Quay. Theatre was not his.', 'He met Gen. Quay.'],
    ['en', 'It was Gov. Theodor Quay. Nobody knew.', 'It was Gov. Theodor Quay.'],
    ['en', 'He paid 12. Quay paid 3.', 'He paid 12.'],
    ['de', 'Es waren 123. Danach kamen mehr.', 'Es waren 123.'],
    ['de', 'Am 3. Mai fuhr Dr. Kai, d. h. als Erster. Dann kam keiner.', 'Am 3. Mai fuhr Dr. Kai, d. h. als Erster.'],
    ['de', 'Es kostet ca. 5 Mio. Euro. Das ist viel.', 'Es kostet ca. 5 Mio. Euro.'],
    ['de', 'Es war im Jahr 2019. Danach war Ruhe.', 'Es war im Jahr 2019.'],
    ['fr', 'M. Quai est venu. Mme Jetée aussi.', 'M. Quai est venu.'],
    ['fr', 'Est-ce fini ? Personne ne sait.', 'Est-ce fini ?'],
    ['es', '¿Qué pasó? El Sr. Muelle no lo dijo.', '¿Qué pasó?'],
    ['es', 'El Sr. Muelle no lo dijo. Nadie preguntó.', 'El Sr. Muelle no lo dijo.'],
    ['ar', 'هل انتهى الأمر؟ لا أحد يعرف.', 'هل انتهى الأمر؟'],
    ['ar', 'عادت العبّارات. ثم ذهبت.', 'عادت العبّارات.'],
    ['he', 'הספינות חזרו. אחר כך הלכו.', 'הספינות חזרו.'],
    ['hi', 'जहाज़ आए। फिर चले गए।', 'जहाज़ आए।'],
    ['ja', '橋は開いた。人が渡った。', '橋は開いた。'],
    ['ja', '「終わった」と彼は言った。誰も知らない。', '「終わった」と彼は言った。'],
    ['zh', '桥开了。人们走过去。', '桥开了。'],
    ['ko', '배가 돌아왔다. 그리고 떠났다.', '배가 돌아왔다.'],
  ])('%s: %s', (language, text, opening) => expect(openingOf(text, language)).toBe(opening));

  test('and nothing where there is none', () => expect(openingOf(' \n', 'en')).toBe(''));
});

describe('A long first sentence', () => {
  test.each([
    ['en', 'A ship that came in, '.repeat(30)],
    ['th', 'เรือกลับมาแล้วจากท่าเรือ'.repeat(30)],
    ['ja', '港に船が戻り、'.repeat(60)],
    ['en', 'Families 👩‍👩‍👧 came, '.repeat(30)],
  ])('is cut between two words in %s', (language, text) => {
    const opening = openingOf(text, language);
    expect(opening.length).toBeLessThanOrEqual(200);
    expect(opening.length).toBeGreaterThan(160);
    expect(text.startsWith(opening.slice(0, -1))).toBe(true);
    expect(opening).toMatch(/[\p{L}\p{M}\p{N}]…$/u);
  });

  it('is not cut in a word', () =>
    expect(openingOf(`${'ship '.repeat(39)}harbours and more`, 'en')).toMatch(/ ship…$/));
});
