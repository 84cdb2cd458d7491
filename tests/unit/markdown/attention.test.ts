import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { rehype } from 'rehype';
import { describe, expect, test } from 'vitest';
import { remarkAttention } from '../../../src/markdown/attention.ts';
import { piecesOf } from '../../../src/body/html.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { markdownOf } from '../../../src/markdown/to-markdown.ts';
import { nodesOf } from '../nodes.ts';

/** Words that are marked, and what stands right before and after them without a space. */
const passages: Record<string, [before: string, words: string, after: string][]> = {
  ja: [
    ['これは', '「重要」', 'です。'],
    ['', '重要。', '次に'],
    ['価格（', '百円（税込）', '）は'],
    ['𠮷', '『野家』', '家'],
    ['カフェ', '…だった！', 'と'],
  ],
  zh: [
    ['', '“很重要。”', '然后。'],
    ['他说', '“好”', '吧'],
    ['', '注意：', '请看。'],
    ['看', '《红楼梦》', '吧'],
  ],
  ko: [
    ['', '“중요”', '는'],
    ['그는 ', '중요(重要)', '가'],
    ['', '‘네.’', '라고'],
  ],
  th: [['นี่คือ', '“สำคัญ”', 'และ']],
  lo: [['ນີ້', '(ສຳຄັນ)', 'ແລະ']],
  km: [['នេះ', '«សំខាន់»', 'និង']],
  my: [['ဒါ', '“အရေးကြီး”', 'နှင့်']],
  ar: [
    ['و', '«مهم»', '، ثم'],
    ['ب', '(القدس)', 'و'],
    ['', 'مهم:', 'قال'],
  ],
  he: [['ב', '״הארץ״', ' נכתב']],
  hi: [['', '“महत्व”', 'को']],
  ta: [['', '“முக்கியம்”', 'என்று']],
  ka: [['', '„მთავარი“', 'ა']],
  en: [['He said ', '“no”', ', and left']],
};

const marks: [mark: string, tag: string][] = [
  ['**', 'strong'],
  ['*', 'em'],
  ['~~', 'del'],
];

/** Of a body in a language, the HTML. */
function htmlOf(text: string, language: string): string {
  const { problems, ...body } = renderBody({
    file: 'content/articles/2019/03/01/harbour-vote/index.md',
    text,
    language,
    origin: 'https://broadsheet.example',
  });
  expect(problems).toEqual([]);
  return piecesOf(body)
    .map((piece) => (typeof piece === 'string' ? piece : piece.kind))
    .join('\n');
}

/** As a reader of CommonMark and GFM elsewhere shows Markdown. */
function shownElsewhere(text: string): string {
  const reader = remark().use(remarkGfm).use(remarkRehype);
  return rehype()
    .stringify(reader.runSync(reader.parse(text)))
    .trim();
}

describe.each(Object.entries(passages))('In %s words beside punctuation', (language, list) => {
  const cases = list.flatMap((each) => marks.map(([mark, tag]) => [mark, tag, ...each] as const));

  test.each(cases)('between two %s are <%s>: %s·%s·%s', (mark, tag, before, words, after) => {
    const twice = `${before}${mark}${words}${mark}${after}${before}${mark}${words}${mark}${after}`;
    const html = `${before}<${tag}>${words}</${tag}>${after}`;
    expect(htmlOf(twice, language)).toBe(`<p>${html}${html}</p>`.replace('<p> ', '<p>'));
  });

  test.each(cases)('marked by %s as <%s> are so in Markdown for others: %s·%s·%s', (_, tag, before, words, after) => {
    const html = `<p>${before}<${tag}>${words}</${tag}>${after}</p>`;
    expect(shownElsewhere(markdownOf(nodesOf(html)))).toBe(html);
  });
});

describe('One tilde', () => {
  test.each([
    ['ko', '기온은 10~20도, 바람은 3~5미터.'],
    ['en', 'H~2~O at 10~20 degrees, ~5 and ~6'],
    ['ja', '東京~大阪、名古屋~京都'],
    ['zh', '气温10~20度，风3~5级'],
    ['th', 'อุณหภูมิ 10~20 องศา ลม 3~5 เมตร'],
    ['ar', 'من 10~20 إلى 3~5'],
    ['hi', 'तापमान 10~20, हवा 3~5'],
    ['ru', 'от 10~20 до 3~5'],
  ])('strikes nothing in %s', (language, text) => {
    expect(htmlOf(text, language)).toBe(`<p>${text}</p>`);
  });

  test.each([
    ['a heading', '## 3~5 and 10~20', '<h2 id="text-35-and-1020">3~5 and 10~20</h2>'],
    ['a title', ':::fact-box[3~5 or 6~7]\nx\n:::', '3~5 or 6~7'],
    ['a cell', '| 3~5 or 6~7 |\n| --- |', '<th scope="col">3~5 or 6~7</th>'],
    ['a note', 'x[^1]\n\n[^1]: 3~5 or 6~7', '<p>3~5 or 6~7 '],
  ])('strikes nothing in %s', (_, text, html) => {
    expect(htmlOf(text, 'en')).toContain(html);
  });

  test('is a tilde in Markdown for others', () => {
    expect(shownElsewhere(markdownOf(nodesOf('<p>3~5 and 6~7</p>')))).toBe('<p>3~5 and 6~7</p>');
  });
});

test.each([
  ['~~', '<del>一</del><del>二</del>', '<del>一二</del>'],
  ['**', '<strong>「一」</strong><strong>「二」</strong>', '<strong>「一」「二」</strong>'],
  ['backticks', '<code>一</code><code>二</code>', '<code>一二</code>'],
])('Words marked by %s that follow one another are marked as one in Markdown for others', (_, html, united) => {
  expect(shownElsewhere(markdownOf(nodesOf(`<p>${html}</p>`)))).toBe(`<p>${united}</p>`);
});

test('Marks beside Latin, Greek and Cyrillic letters are those of CommonMark', () => {
  const parts = [
    '**',
    '*',
    '~~',
    '_',
    '__',
    '“',
    '”',
    '(',
    ').',
    ' ',
    'été',
    'ship',
    'корабль',
    'πλοίο',
    '…',
    '5',
    '«',
    '»',
  ];
  let state = 7;
  const roll = () => (state = (state * 48271) % 2147483647) % parts.length;
  const texts = Array.from({ length: 1000 }, () => Array.from({ length: 9 }, () => parts[roll()]).join(''));
  const plain = remark().use(remarkGfm, { singleTilde: false });
  const ours = remark().use(remarkGfm, { singleTilde: false }).use(remarkAttention);
  expect(texts.map((text) => JSON.stringify(ours.parse(text)))).toEqual(
    texts.map((text) => JSON.stringify(plain.parse(text))),
  );
});
