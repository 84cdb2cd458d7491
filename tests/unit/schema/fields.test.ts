import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  formerPath,
  id,
  languageTag,
  licence,
  line,
  plainDate,
  reference,
  visibleText,
  webAddress,
} from '../../../src/schema/fields.ts';

/** What a field takes from a value, or what it says of one that it refuses. */
function saidOf(field: z.ZodType, value: unknown): unknown {
  const { data, error } = field.safeParse(value);
  return error ? { refused: error.issues.map(({ message }) => message).join('; ') } : data;
}

describe.each<[string, z.ZodType, [value: string, taken: string][], [value: string, refused: string][]]>([
  [
    'A line of text',
    line(),
    [
      ['Quay', 'Quay'],
      [' Quay ', 'Quay'],
      ['10\u00a0km', '10\u00a0km'],
    ],
    [
      ['', 'is empty'],
      [' ', 'is empty'],
      ['a\nb', 'runs over more than one line'],
      ['a\rb', 'runs over more than one line'],
      ['a\u200bb', 'holds the invisible character U+200B (zero-width space)'],
      ['a\ud800', 'holds half a character, left by a broken conversion'],
    ],
  ],
  [
    'A text that may be empty',
    visibleText(),
    [['', '']],
    [['\ufeffa\u00ad', 'holds the invisible character U+00AD (soft hyphen)']],
  ],
  [
    'A date',
    plainDate(),
    [['2019-03-01', '2019-03-01']],
    [
      ['2019-02-30', 'is not a day that exists: "2019-02-30"'],
      ['2019-3-1', 'is not written as a date: "2019-3-1"'],
      ['on 2019-03-01', 'is not written as a date: "on 2019-03-01"'],
      ['2019-03-01T05:00', 'is not written as a date: "2019-03-01T05:00"'],
      ['1'.repeat(60), `is not written as a date: "${'1'.repeat(60)}"`],
      ['1'.repeat(61), `is not written as a date: "${'1'.repeat(57)}…"`],
    ],
  ],
  [
    'A web address',
    webAddress(),
    [
      ['https://a.example', 'https://a.example'],
      [' HTTP://a.example/b ', 'HTTP://a.example/b'],
    ],
    [
      ['ftp://a.example', 'is not a web address: "ftp://a.example"'],
      ['see https://a.example', 'is not a web address: "see https://a.example"'],
      ['https:///a', 'is not a web address: "https:///a"'],
      ['https://a b', 'is not a web address: "https://a b"'],
      ['https://a.example@b.example/', 'is an address that names a user before its host'],
    ],
  ],
  [
    'A licence',
    licence(),
    [['CC BY 4.0', 'CC BY 4.0']],
    [
      ['', 'is empty'],
      ['https://a.example@b.example/', 'is an address that names a user before its host'],
    ],
  ],
  [
    'A language',
    languageTag(),
    ['en', 'en-GB', 'EN', 'haw', 'zh-Hant'].map((tag): [string, string] => [tag, tag]),
    ['english', 'e', 'en_GB', 'en-', 'x-en'].map((tag): [string, string] => [tag, `is not a language tag: "${tag}"`]),
  ],
  [
    'A former address',
    formerPath(),
    [
      ...[
        '/2019/03/01/vote/',
        'https://a.example/2019/03/01/vote/?from=mail#quay',
        '<https://a.example/2019/03/01/vote>',
        'a.example/2019/03/01/vote',
        '//a.example/2019/03/01/vote/index.html',
        'content/articles/2019/03/01/vote/index.md',
        '/content/articles/2019/03/01/vote',
      ].map((address): [string, string] => [address, '2019/03/01/vote']),
      ['/a/k7m2xq/', 'a/k7m2xq'],
    ],
    [
      ['2019/02/30/vote', 'is not a former address of an article: "2019/02/30/vote"'],
      ['/about/', 'is not a former address of an article: "about"'],
      ['2019/03/01/vote/index.xml', 'is not a former address of an article: "2019/03/01/vote/index.xml"'],
      ['', 'is not a former address of an article: ""'],
    ],
  ],
  [
    'The name of a file',
    reference(),
    [
      [' ada ', 'ada'],
      ['ada“', 'ada“'],
    ],
    [
      ['', 'is empty'],
      ['“ada”', 'begins with no letter'],
      ['«ada»', 'begins with no letter'],
    ],
  ],
  [
    'An id',
    id(),
    [
      ['k7m2xq', 'k7m2xq'],
      ['k7m2xqk7m2xq', 'k7m2xqk7m2xq'],
    ],
    [
      ['k7m2x', 'has 5 of the six to twelve characters that an id has: "k7m2x"'],
      ['k7m2xqk7m2xqk', 'has 13 of the six to twelve characters that an id has: "k7m2xqk7m2xqk"'],
      ['k7m2xi', 'holds "i", which no id has: "k7m2xi"'],
      ['1ilo0 AA', 'holds "1", "i", "l", "o", which no id has: "1ilo0 AA"'],
      ['AAbbcc', 'holds "A", which no id has: "AAbbcc"'],
    ],
  ],
])('%s', (_, field, taken, refused) => {
  it.each(taken)('takes %j as %j', (value, data) => expect(saidOf(field, value)).toBe(data));
  it.each(refused)('refuses %j: it %s', (value, words) => expect(saidOf(field, value)).toEqual({ refused: words }));
});
