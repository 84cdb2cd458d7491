import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { remarkTypographer } from '../../../src/markdown/typographer.ts';
import { opaque, typeset, typesetText } from '../../../src/newsroom/typography.ts';
import { settingWithin, type Setting } from '../../../src/newsroom/typography/setting.ts';
import { kinds } from './typographer-kinds.ts';

/** No-break spaces made visible: ~ for U+00A0, ^ for U+202F. */
function visible(text: string): string {
  return text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^');
}

type Case = [fact: string, input: string, output: string];

const cases: Record<string, Case[]> = {
  en: [
    ['sets double marks', '"Yes," he said.', '“Yes,” he said.'],
    ['sets single marks', "The 'deal' failed.", 'The ‘deal’ failed.'],
    ['sets single marks within double ones', '"He said \'no\'," she said.', '“He said ‘no’,” she said.'],
    ['sets double marks within single ones', '\'He said "no",\' she said.', '‘He said “no”,’ she said.'],
    ['tells a double mark within a double one', '"A "big" day"', '“A ‘big’ day”'],
    ['opens a quotation of several paragraphs', '"And another thing.', '“And another thing.'],
    ['opens a quotation of several paragraphs with a single mark', "'And another thing.", '‘And another thing.'],
    ['opens after a bracket', '("...yes")', '(“…yes”)'],
    ['opens after a bracket within a quotation', '"He ("Bob") left"', '“He (‘Bob’) left”'],
    ['opens after a dash within a quotation', '"He said—"never"—and left"', '“He said—‘never’—and left”'],
    ['counts a quotation that is set already', '“He said "no"”', '“He said ‘no’”'],
    ['sets the apostrophe in a word', "don't", 'don’t'],
    ['sets the apostrophe of a possessive', "Trump's plan", 'Trump’s plan'],
    ['sets the apostrophe in a name', "S'pore", 'S’pore'],
    ['sets the apostrophe after a plural', "ten years' time", 'ten years’ time'],
    ['sets the apostrophe before a decade', "the '90s", 'the ’90s'],
    ['tells a decade from a quotation', "the '90s and the boys' time", 'the ’90s and the boys’ time'],
    ['sets the apostrophe before a year', "'68 was hot", '’68 was hot'],
    ['sets both apostrophes of and', "rock 'n' roll", 'rock ’n’ roll'],
    ['sets the apostrophe of a lost first letter', "'Tis late", '’Tis late'],
    ['sets feet and inches', `He is 6'2" tall`, 'He is 6′2″ tall'],
    ['sets feet', "a 6' fence", 'a 6′ fence'],
    ['sets feet within a quotation', "'A 6' fence,' he said", '‘A 6′ fence,’ he said'],
    ['sets inches', 'a 12" record', 'a 12″ record'],
    ['sets inches within a quotation', '"A 12" record," he said', '“A 12″ record,” he said'],
    ['closes a quotation after a figure', '"I am 22", he said. "Me too"', '“I am 22”, he said. “Me too”'],
    ['sets a spaced dash', 'yes -- no', 'yes~– no'],
    ['spaces a dash between words', 'yes--no', 'yes~– no'],
    ['leaves a dash at the end of broken speech unspaced', '"But--" he said', '“But–” he said'],
    ['sets an em dash', 'yes---no', 'yes—no'],
    ['sets a dash for a hyphen between spaces', 'yes - no', 'yes~– no'],
    ['leaves the option of a command', 'run it with --force', 'run it with --force'],
    ['leaves arrows', 'a --> b <-- c', 'a --> b <-- c'],
    ['leaves four hyphens', 'a ---- b', 'a ---- b'],
    ['sets a range of years', '1914-1918', '1914–1918'],
    ['sets a shortened range of years', '1914-18', '1914–18'],
    ['sets a score', 'won 3-1.', 'won 3–1.'],
    ['leaves a date', '2024-05-01', '2024-05-01'],
    ['leaves a month', '2009-10', '2009-10'],
    ['leaves a telephone number', '555-1234', '555-1234'],
    ['leaves the name of a type', 'a Boeing 747-400', 'a Boeing 747-400'],
    ['leaves decimals', '1-2.5', '1-2.5'],
    ['leaves three figures before two', '202-55', '202-55'],
    ['leaves three numbers', '4-4-2', '4-4-2'],
    ['sets an ellipsis', 'Well...', 'Well…'],
    ['opens before an ellipsis', '"...and then"', '“…and then”'],
    ['leaves four dots', 'The end....', 'The end....'],
    ['binds a unit', '5 km', '5~km'],
    ['binds a per cent sign', '12 %', '12~%'],
    ['does not bind a word that begins as a unit', '5 men', '5 men'],
    ['binds a page', 'p. 12', 'p.~12'],
    ['binds pages', 'pp. 12', 'pp.~12'],
    ['binds a number', 'No. 5', 'No.~5'],
    ['binds a day and its month', '28 February', '28~February'],
    ['binds initials and the name', 'J. R. R. Tolkien', 'J.~R.~R.~Tolkien'],
    ['does not bind one capital at the end of a sentence', 'Vitamin C. The', 'Vitamin C. The'],
    ['binds a title', 'Mr Trump', 'Mr~Trump'],
    ['leaves an address', '"https://a.org/it\'s--b..." x', "“https://a.org/it's--b…” x"],
    ['leaves an address without a scheme', "a.org/it's--b", "a.org/it's--b"],
    ['leaves an e-mail address', "o'hara--x@a.org", "o'hara--x@a.org"],
  ],
  de: [
    ['sets its marks', '"Er sagte \'ja\'."', '„Er sagte ‚ja‘.“'],
    ['sets marks before a hyphen', '"Taz"-Redakteur', '„Taz“-Redakteur'],
    ['tells a possessive from a closing mark', "'Hans' Auto' steht", '‚Hans’ Auto‘ steht'],
    ['sets the apostrophe in a word', "Wie geht's?", 'Wie geht’s?'],
    ['sets the apostrophe of a lost first letter', "'s ist spät", '’s ist spät'],
    ['binds a day and its month', '28. Februar', '28.~Februar'],
    ['binds a page', 'S. 12', 'S.~12'],
  ],
  'de-CH': [
    ['sets its marks', '"Er sagte \'ja\'."', '«Er sagte ‹ja›.»'],
    ['sets the apostrophe in thousands', "1'000", '1’000'],
  ],
  'de-Latn-CH': [['is known under a script', '"Ja"', '«Ja»']],
  fr: [
    ['sets its marks with their spaces', '"Oui"', '«~Oui~»'],
    ['sets inner marks', '"Un "grand" jour"', '«~Un “grand” jour~»'],
    ['binds marks that are set', '« Oui »', '«~Oui~»'],
    ['spaces a question', 'Vraiment?', 'Vraiment^?'],
    ['binds a question', 'Vraiment ?', 'Vraiment^?'],
    ['keeps a no-break space', 'Vraiment\u00A0?', 'Vraiment~?'],
    ['spaces the first of two marks', 'Quoi?!', 'Quoi^?!'],
    ['spaces a colon', 'Paris: la ville', 'Paris^: la ville'],
    ['spaces a semicolon', 'oui; non', 'oui^; non'],
    ['spaces a mark within a quotation', '"Oui!"', '«~Oui^!~»'],
    ['leaves a time', '10:30', '10:30'],
    ['leaves an address', 'https://a.org/?b;c', 'https://a.org/?b;c'],
    ['sets elision', "l'été d'aujourd'hui", 'l’été d’aujourd’hui'],
    ['opens after elision', 'l\'"Express"', 'l’«~Express~»'],
    ['opens after elision within a quotation', '"Pour l\'"art" pur"', '«~Pour l’“art” pur~»'],
    ['sets both apostrophes of and', "rock 'n' roll", 'rock ’n’ roll'],
    ['binds thousands', '10 000 euros', '10^000~euros'],
    ['binds a day and its month', '1er mars', '1er~mars'],
    ['binds a title', 'MM. Dupont', 'MM.~Dupont'],
    ['keeps the hyphen between years', '1914-1918', '1914-1918'],
  ],
  'fr-CA': [
    ['spaces a colon', 'Ceci: cela', 'Ceci~: cela'],
    ['does not space a question', '"Vraiment?"', '«~Vraiment?~»'],
  ],
  'fr-CH': [['sets its marks with narrow spaces', '"Un \'bon\' jour"', '«^Un ‹bon› jour^»']],
  es: [
    ['sets its marks', '"Hola "uno" y dos"', '«Hola “uno” y dos»'],
    ['opens after an inverted mark', '¿"Qué"?', '¿«Qué»?'],
    ['leaves a dash between words unspaced', 'uno--dos', 'uno–dos'],
    ['sets the dash that opens speech', '--Hola --dijo', '–Hola –dijo'],
    ['binds a day and its month', '28 de febrero', '28~de febrero'],
  ],
  'es-MX': [['sets its marks', '"Hola"', '“Hola”']],
  it: [
    ['sets its marks', '"Ciao"', '«Ciao»'],
    ['opens after elision', 'dell\'"Unità"', 'dell’«Unità»'],
    ['sets the apostrophe of a lost syllable', "un po' di", 'un po’ di'],
  ],
  nl: [
    ['sets its marks', '"Hij zei \'ja\'"', '“Hij zei ‘ja’”'],
    ['sets the apostrophe of a lost first letter', "'s avonds is 't koud", '’s avonds is ’t koud'],
  ],
  pt: [['sets its marks', '"Um \'bom\' dia"', '“Um ‘bom’ dia”']],
  'pt-BR': [['sets its marks', '"Oi"', '“Oi”']],
  'pt-PT': [['sets its marks', '"Olá"', '«Olá»']],
  ar: [
    ['sets its marks', 'قال "مرحبا"', 'قال ”مرحبا“'],
    ['opens after a prefix', 'و"الأهرام"', 'و”الأهرام“'],
  ],
  he: [
    ['sets its marks', 'אמר "שלום"', 'אמר ”שלום”'],
    ['sets the mark of an acronym', 'צה"ל', 'צה״ל'],
    ['sets the mark of an acronym within a quotation', '"המ"מ"', '”המ״מ”'],
    ['sets the mark of a foreign sound', "ג'ורג'", 'ג׳ורג׳'],
    ['opens after a prefix', 'ב"הארץ"', 'ב”הארץ”'],
  ],
  hi: [['sets its marks', '"नमस्ते \'दुनिया\'"', '“नमस्ते ‘दुनिया’”']],
  ja: [
    ['sets an ellipsis', 'はい...', 'はい…'],
    ['sets its marks inside a sentence', '彼は"行く"と言った', '彼は「行く」と言った'],
    ['sets marks within marks', '"彼は\'行く\'と言った"', '「彼は『行く』と言った」'],
    ['leaves dashes and spaces', "a -- b's 5 km", 'a -- b’s 5 km'],
  ],
  ko: [
    ['sets its marks', '"네"', '“네”'],
    ['sets marks before a particle', "'네'라고 하고 '아니'라고 했다", '‘네’라고 하고 ‘아니’라고 했다'],
  ],
  zh: [
    ['sets a double ellipsis', '他......', '他……'],
    ['sets its marks inside a sentence', '他说"好"的', '他说“好”的'],
    ['sets marks within marks', '"他说\'好\'的"', '“他说‘好’的”'],
  ],
  'zh-Hant': [['sets its marks', '他說"好"', '他說「好」']],
  'zh-TW': [['sets its marks', '他說"好"', '他說「好」']],
  'zh-Hans-TW': [['goes by the script before the region', '他说"好"', '他说“好”']],
  tlh: [['has no rules and keeps its marks', '"a"', '"a"']],
};

describe.each(Object.entries(cases))('In %s the typographer', (language, facts) => {
  test.each(facts)('%s', (_fact, input, output) => {
    expect(visible(typesetText(input, language))).toBe(output);
  });

  test('changes nothing that it has typeset', () => {
    const once = facts.map(([, input]) => typesetText(input, language));
    expect(once.map((text) => typesetText(text, language))).toEqual(once);
  });
});

describe.each(Object.entries(kinds))('The typographer %s', (_kind, byLanguage) => {
  const facts = Object.entries(byLanguage).flatMap(([language, texts]) =>
    texts.map(([typed, wanted]) => [language, typed, wanted] as const),
  );

  test.each(facts)('in %s: %s', (language, typed, wanted) => {
    const set = typesetText(typed, language);
    expect(visible(set)).toBe(wanted);
    expect(typesetText(set, language)).toBe(set);
  });
});

const languages = ['en', 'de', 'de-CH', 'fr', 'fr-CA', 'es', 'it', 'nl', 'pt', 'ar', 'he', 'hi', 'ja', 'ko', 'zh'];

describe.each([...languages, 'fr-CH', 'es-MX', 'pt-PT', 'zh-Hant'])('In %s too the typographer', (language) => {
  test.each([
    "the '24 race, the '28 race and voters' choice",
    "('24) and/or '28 -- the voters' choice",
    "the class of '24's reunion and the teachers' ball",
    "rock 'n' roll, '50s music and the boys' time",
    "mid-'90s and the boys' time",
  ])('sees no quotation in %s', (typed) => {
    expect(typesetText(typed, language).replace(/[^’'‘“”„«»‹›「」『』‚"]/g, '')).toBe(
      typed.replace(/[^']/g, '').replaceAll("'", '’'),
    );
  });

  test.each([
    ['46\'46"N', '46′46″N'],
    ["5' 10''", '5′ 10″'],
    ['6\'2" tall', '6′2″ tall'],
    ['8"x10"', '8″x10″'],
  ])('sets the primes of %s', (typed, wanted) => expect(typesetText(typed, language)).toBe(wanted));

  test.each(['a--b.txt', 'git push --force -- now', 'me--you@a.org', '+--+', 'a --> b', '2019-03-01', '555-1234'])(
    'leaves %s',
    (typed) => expect(typesetText(typed, language)).toBe(typed),
  );

  test.each(['"--"', '("--")', "'--'"])('leaves the hyphens of %s', (typed) => {
    expect(typesetText(typed, language).replace(/[^-–—]/g, '')).toBe('--');
  });
});

describe('A paper with closed dashes', () => {
  const american: Setting = { language: 'en-US', typography: { dashes: 'closed' } };
  const set = (text: string, setting = american) => visible(typesetText(text, setting));

  test.each([
    ['yes--no', 'yes—no'],
    ['yes -- no', 'yes—no'],
    ['yes - no', 'yes—no'],
    ['yes---no', 'yes—no'],
    ['yes --- no', 'yes—no'],
    ['yes --\nno', 'yes—no'],
    ['yes\n-- no', 'yes—no'],
    ['He said--"no"--and left', 'He said—“no”—and left'],
    ['He said -- "no" -- and left', 'He said—“no”—and left'],
    ['"But--" he said', '“But—” he said'],
    ['"Yes"--"no"', '“Yes”—“no”'],
    ['1914--18, 10 - 12, 1914-18', '1914–18, 10–12, 1914–18'],
    ['$5 - $10', '$5–$10'],
    ['"--" and a--b.txt', '“--” and a--b.txt'],
    ['git push --force -- now', 'git push --force -- now'],
    ['yes – no, yes — no', 'yes – no, yes — no'],
    ['yes --', 'yes~—'],
  ])('has %s', (typed, wanted) => expect([set(typed), set(set(typed))]).toEqual([wanted, wanted]));

  test('takes the spaces of other runs away', () => {
    expect(typeset(['He --', ' said'], american)).toEqual(['He—', 'said']);
  });

  test('has them in what is in its own language', () => {
    expect(set('yes--no', settingWithin(american, 'en-GB'))).toBe('yes—no');
    expect(set('ja--nein', settingWithin(american, 'de'))).toBe('ja~– nein');
  });

  test('has them in Spanish where speech begins', () => {
    expect(set('--Hola --dijo', { language: 'es', typography: { dashes: 'closed' } })).toBe('—Hola —dijo');
  });

  test('has none where the language has no dashes', () => {
    expect(set('a -- b', { language: 'ja', typography: { dashes: 'closed' } })).toBe('a -- b');
  });
});

test('A paper with spaced dashes has them where the language has none', () => {
  expect(visible(typesetText('uno--dos', { language: 'es', typography: { dashes: 'spaced' } }))).toBe('uno~– dos');
});

describe('A quotation that no mark closes', () => {
  test.each([
    ['"', 'He said: “I go.'],
    ['“', 'He said: “I go.'],
    ["'", 'He said: "I go.'],
    ['A', 'He said: "I go.'],
    [undefined, 'He said: "I go.'],
  ])('opens where the next paragraph begins with %s', (next, wanted) => {
    expect(typeset(['He said: "I go.'], 'en', next)).toEqual([wanted]);
  });
});

describe('A block of several runs', () => {
  test('closes in one run what it opened in another', () => {
    expect(typeset(['He said "', 'never', '" again'], 'de')).toEqual(['He said „', 'never', '“ again']);
  });

  test('gives back as many runs as it took', () => {
    expect(typeset(['', 'a...', '', '"b"'], 'en')).toEqual(['', 'a…', '', '“b”']);
  });

  test('puts a space into the run of the mark that it precedes', () => {
    expect(typeset(['Vraiment', '?'], 'fr').map(visible)).toEqual(['Vraiment', '^?']);
  });

  test('leaves what would move letters from one run to another', () => {
    expect(typeset(['a..', '.b'], 'en')).toEqual(['a..', '.b']);
  });

  test('takes an opaque run for a word', () => {
    expect(typeset(['"', opaque, '" and ', opaque, "'s"], 'en')).toEqual(['“', opaque, '” and ', opaque, '’s']);
  });
});

/** The same numbers at every run, from 0 to below `limit`. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * limit);
  };
}

const tricky = [
  ...'"\'"\'-.:;!?«»“”‘’„‚() \n0123éא彼。네°½<|',
  ...['--', '---', '...', ' - ', ' -- ', ' "', '" ', " '", "' ", "''", "'s", "s'", "'90s", "'24", "'n'", "l'"],
  ...['1914-18', '$5-$10', '10 a.m.-2 p.m.', '10 000', ' 5 km', 'Mr Ng', 'J. R. ', '28 mars', '6\'2"', '46\'46"N'],
  ...['word', ' word', 'yes--no', '--force', '"--"', 'a--b.txt', 'https://a.org/x--y', "me@o'k.org", 'a.org/b'],
  ...['…', '–', '—', '\u00A0', '\u202F', opaque, '😀', '\u05E6\u05D4"\u05DC'],
];

const papers: Setting[] = [
  ...languages.map((language) => ({ language })),
  ...['en', 'fr', 'es'].map((language) => ({ language, typography: { dashes: 'closed' as const } })),
  { language: 'es', typography: { dashes: 'spaced' } },
];

describe.each(papers.map((paper) => [paper.language, paper.typography?.dashes ?? 'its own', paper] as const))(
  'In %s with %s dashes any text',
  (_language, _dashes, paper) => {
    const roll = dice(7);
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: 1 + roll(3) }, () =>
        Array.from({ length: roll(7) }, () => tricky[roll(tricky.length)]).join(''),
      ),
    );
    const set = texts.map((runs) => typeset(runs, paper));

    test('comes out the same when typeset twice', () => {
      const changed = set.find((once) => JSON.stringify(typeset(once, paper)) !== JSON.stringify(once));
      expect(changed && [changed, typeset(changed, paper)]).toBeUndefined();
    });

    test('keeps its letters and figures in their runs', () => {
      const letters = (runs: string[]) => runs.map((run) => run.replace(/[^\p{L}\p{N}\p{So}]/gu, ''));
      expect(set.map(letters)).toEqual(texts.map(letters));
    });

    test('keeps the number of its marks, but that two single ones are inches', () => {
      const marks = (runs: string[]) => runs.join('').match(/["'“”„‘’‚«»‹›「」『』′″׳״]/g) ?? [];
      const changed = texts.find((runs, index) => {
        const [typed, made] = [marks(runs).length, marks(set[index] ?? [])];
        return typed < made.length || typed > made.length + made.filter((mark) => mark === '″').length;
      });
      expect(changed).toBeUndefined();
    });
  },
);

describe.each([
  ['de-CH', '«»', '‹›'],
  ['zh-Hant', '「」', '『』'],
])('In %s', (language, ...quotes) => {
  test('no quotation opens that does not close, but at the beginning of a paragraph', () => {
    const roll = dice(11);
    const plain = tricky.filter((each) => !/[«»“”‘’„‚]/.test(each));
    const texts = Array.from({ length: 5000 }, () =>
      Array.from({ length: 1 + roll(12) }, () => plain[roll(plain.length)]).join(''),
    );
    const unclosed = texts.filter((text) => {
      const set = typesetText(text, language).slice(3);
      return quotes.some(([open = '', close = '']) => set.split(open).length > set.split(close).length);
    });
    expect(unclosed).toEqual([]);
  });
});

test('A text without a candidate comes back as it is', () => {
  const texts = ['Nothing to set here'];
  expect(typeset(texts, 'en')).toBe(texts);
});

describe('The plugin', () => {
  const folder = join(import.meta.dirname, 'typographer');
  test.each(readdirSync(folder))('%s', async (name) => {
    const file = (of: string) => readFileSync(join(folder, name, of), 'utf8');
    const processor = remark()
      .use(remarkGfm)
      .use(remarkDirective)
      .use(remarkTypographer, { language: name.split('.')[1] ?? 'en' });
    expect(visible(String(await processor.process(file('input.md'))))).toBe(file('output.md'));
  });
});
