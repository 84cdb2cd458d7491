import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { bareAddress } from '../../../src/markdown/bare-address.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';

/** The addresses of the links in a text, each with its words where these are others. */
function linksOf(text: string): string[] {
  const { text: nodes, problems } = renderBody({
    file: 'content/articles/2019/03/01/harbour-vote/index.md',
    text,
    language: 'ja',
    origin: 'https://broadsheet.example',
  });
  expect(problems).toEqual([]);
  const html = htmlOf(nodes);
  return Array.from(html.matchAll(/<a href="([^#"][^"]*)"[^>]*>(.*?)<\/a>/g), ([, href = '', words = '']) => {
    const address = decodeURI(href).replaceAll('&#x26;', '&');
    const shown = words.replaceAll('&#x26;', '&');
    return address === shown ? address : `${shown} = ${address}`;
  });
}

const page = 'https://example.com/a';

describe('An address without marks ends before', () => {
  test.each([
    ['a Japanese particle', `詳細は${page}を参照。`],
    ['a Japanese full stop', `詳細は${page}。`],
    ['a Japanese comma', `詳細は${page}、次に`],
    ['a Japanese bracket', `「${page}」と`],
    ['a full-width bracket', `（${page}）と`],
    ['a full-width question mark', `${page}？`],
    ['a Chinese comma', `详情见${page}，然后`],
    ['a Chinese word', `请访问${page}了解更多`],
    ['a Korean particle', `자세한 내용은 ${page}를 보라`],
    ['a Thai word', `ดู${page}และ`],
    ['a Burmese word', `${page}ကို ဖတ်`],
    ['an Arabic comma', `انظر ${page}، ثم`],
    ['a Hebrew full stop', `ב${page}.`],
    ['English quotation marks', `“${page}” he said`],
    ['German quotation marks', `„${page}“`],
    ['guillemets', `«${page}»`],
    ['straight quotation marks', `"${page}"と`],
    ['a full stop', `See ${page}.`],
    ['an ellipsis', `See ${page}…`],
    ['three full stops', `See ${page}...`],
    ['an em dash', `${page}—he said`],
    ['a possessive', `${page}’s editor`],
    ['a possessive with a straight apostrophe', `${page}'s editor`],
    ['a bracket that it does not open', `(see ${page}), and (${page})を`],
    ['a square bracket that it does not open', `[1: ${page}]を`],
    ['the marks of strong words', `**${page}**を`],
    ['the marks of struck words', `~~${page}~~を`],
    ['the mark of emphasis', `_see ${page}_、`],
    ['a tag', `${page}<br>を`],
    ['a space by its name', `${page}&nbsp;を`],
    ['a backslash at the end of a line', `${page}\\\nを`],
  ])('%s', (_, text) => expect(new Set(linksOf(text))).toEqual(new Set([page])));
});

describe('An address without marks is found', () => {
  test.each([
    ['in a heading', `## 詳細は${page}を`],
    ['in a cell', `| 詳細は${page}を |\n| --- |`],
    ['in a title', `:::fact-box[詳細は${page}を]\n本文\n:::`],
    ['in a note', `本文[^1]\n\n[^1]: 詳細は${page}を`],
    ['in a quotation', `> 詳細は${page}を`],
  ])('%s', (_, text) => expect(linksOf(text)).toEqual([page]));
});

describe('An address without marks is', () => {
  test.each([
    [
      'one with brackets',
      'https://en.wikipedia.org/wiki/Mercury_(planet)を',
      'https://en.wikipedia.org/wiki/Mercury_(planet)',
    ],
    [
      'one in brackets with brackets',
      '(https://en.wikipedia.org/wiki/Mercury_(planet))',
      'https://en.wikipedia.org/wiki/Mercury_(planet)',
    ],
    ['one with two parameters', 'https://example.com/?a=1&b=2、', 'https://example.com/?a=1&b=2'],
    ['one with a reference to &', 'https://example.com/?a=1&amp;b=2 を', 'https://example.com/?a=1&b=2'],
    ['one with an escape', 'https://example.com/a\\_b', 'https://example.com/a_b'],
    [
      'one with letters of a script with spaces',
      'https://ru.wikipedia.org/wiki/Россия.',
      'https://ru.wikipedia.org/wiki/Россия',
    ],
    ['one with accents', 'https://de.wikipedia.org/wiki/Köln, sagt', 'https://de.wikipedia.org/wiki/Köln'],
    ['one in Arabic', 'https://ar.wikipedia.org/wiki/مصر، ثم', 'https://ar.wikipedia.org/wiki/مصر'],
    [
      'one with a dash between letters',
      'https://en.wikipedia.org/wiki/Korea–United_States – and',
      'https://en.wikipedia.org/wiki/Korea–United_States',
    ],
    [
      'one with kanji between spaces',
      '記事 https://ja.wikipedia.org/wiki/JR東日本 を',
      'https://ja.wikipedia.org/wiki/JR東日本',
    ],
    [
      'one with kanji between brackets',
      '記事（https://ja.wikipedia.org/wiki/日本）を',
      'https://ja.wikipedia.org/wiki/日本',
    ],
    [
      'one with hangul between spaces',
      'https://ko.wikipedia.org/wiki/대한민국 문서',
      'https://ko.wikipedia.org/wiki/대한민국',
    ],
    ['one before a particle and a space', '자세한 내용은 https://example.com/에서 확인', 'https://example.com/'],
    [
      'one with escaped octets',
      'https://ja.wikipedia.org/wiki/%E6%97%A5を',
      'https://ja.wikipedia.org/wiki/日 = https://ja.wikipedia.org/wiki/日',
    ],
    ['a host with a port', 'http://localhost:4321/aを', 'http://localhost:4321/a'],
    ['a host before a colon', 'https://example.com: 詳細', 'https://example.com'],
    ['a host before a word', 'https://example.comを', 'https://example.com'],
    ['a host in Latin after www', '詳細はwww.example.jp/aを', 'www.example.jp/a = http://www.example.jp/a'],
    ['a mailbox', 'メールはinfo@example.jpまで', 'info@example.jp = mailto:info@example.jp'],
  ])('%s', (_, text, link) => expect(linksOf(text).map((each) => each.replaceAll('%E6%97%A5', '日'))).toEqual([link]));

  test('one of a Japanese host', () => {
    expect(linksOf('https://例え.テスト/を')).toEqual(['https://例え.テスト/']);
  });

  test('none within the words of a link, in code or in a word', () => {
    expect(linksOf(`[${page}を](https://example.com/b), \`${page}\`, x${page}`)).toEqual([
      `${page}を = https://example.com/b`,
    ]);
  });

  test('as it is typed between < and >', () => {
    expect(linksOf(`<${page}を>。`)).toEqual([`${page}を`]);
  });
});

describe('At the beginning of a run the address is', () => {
  test.each([
    ['https://example.com', 'https://example.com'],
    ['HTTPS://EXAMPLE.COM/A', 'HTTPS://EXAMPLE.COM/A'],
    ['https://user:pw@example.com/a', 'https://user:pw@example.com/a'],
    ['https://localhost/a', 'https://localhost/a'],
    ['https://a-b.example:8080/?q#f', 'https://a-b.example:8080/?q#f'],
    ['https://example.com:abc', 'https://example.com'],
    ['https://example.com-', 'https://example.com'],
    ['https://münchen.example/ä', 'https://münchen.example/ä'],
    ['https://例え.テスト', 'https://例え.テスト'],
    ['www.example.com/a', 'www.example.com/a'],
    ['https://example.com?a', 'https://example.com?a'],
    ['https://example.com#a', 'https://example.com#a'],
    ['https://example.com/a(b)c', 'https://example.com/a(b)c'],
    ['https://example.com/a(b', 'https://example.com/a(b'],
    ['https://example.com/a)b', 'https://example.com/a'],
    ['https://example.com/a]b', 'https://example.com/a'],
    ['https://example.com/a[b]c', 'https://example.com/a[b]c'],
    ['https://example.com/a(', 'https://example.com/a'],
    ["https://example.com/a's", 'https://example.com/a'],
    ["https://example.com/a'sb", "https://example.com/a'sb"],
    ['https://example.com/a?!.,:;*_~', 'https://example.com/a'],
    ['https://example.com/a**b', 'https://example.com/a'],
    ['https://example.com/a*b', 'https://example.com/a*b'],
    ['https://example.com/a~~b', 'https://example.com/a'],
    ['https://example.com/a&amp;b', 'https://example.com/a&amp;b'],
    ['https://example.com/a&#38;b', 'https://example.com/a&#38;b'],
    ['https://example.com/a&lt;b', 'https://example.com/a'],
    ['https://example.com/a&b', 'https://example.com/a&b'],
    ['https://example.com/a–b', 'https://example.com/a–b'],
    ['https://example.com/a–', 'https://example.com/a'],
    ['https://example.com/–b', 'https://example.com/'],
    ['https://example.com/a"b', 'https://example.com/a'],
    ['https://example.com/a<b', 'https://example.com/a'],
    ['https://', ''],
    ['http:/example.com', ''],
    ['ftp://example.com', ''],
    ['example.com', ''],
    ['xhttps://example.com', ''],
    ['wwww.example.com', ''],
  ])('%s: %s', (run, address) => {
    expect(bareAddress(run, false)).toBe(address);
    expect(bareAddress(run, true)).toBe(address);
  });

  test.each([
    ['https://example.com/日本', 'https://example.com/日本'],
    ['https://example.com/日本.', 'https://example.com/日本'],
    ['https://example.com/日本）と', 'https://example.com/日本'],
    ['https://example.com/日本”と', 'https://example.com/日本'],
    ['https://example.com/日本。橋', 'https://example.com/'],
    ['https://example.com/の橋', 'https://example.com/'],
    ['https://example.com/a을', 'https://example.com/a'],
    ['https://example.com/aและ', 'https://example.com/a'],
    ['https://example.com/และ', 'https://example.com/และ'],
  ])('%s: %s, where a space stands before it', (run, address) => {
    expect(bareAddress(run, true)).toBe(address);
    expect(bareAddress(run, false)).toMatch(/^https:\/\/example\.com\/a?$/);
  });
});
