import { body, front, tried, article, noUser, type Input } from './input.ts';

const publication = (changes: Record<string, string | undefined>) => {
  const fields = {
    name: 'The Broadsheet',
    url: 'https://broadsheet.example',
    language: 'en-GB',
    timeZone: 'Asia/Singapore',
    sections: '[world]',
    publisher: '{ name: The Broadsheet }',
  };
  return {
    'content/publication.yaml': Object.entries({ ...fields, ...changes })
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]))
      .join(''),
  };
};

const second = 'content/articles/2019/03/01/second/index.md';
const paperFile = 'content/publication.yaml';

const freeId = (id: string) =>
  `A name for good, never to be changed: six to twelve of \`23456789abcdefghjkmnpqrstuvwxyz\` (no 0, 1, i, l, o). This one is free: \`id: ${id}\`.`;
const filled = (field: string) => `Did you mean "${field}"? It is filled in already: delete one of the two.`;
const authors =
  'Did you mean "contributors"? Who made it, in the order of the byline: a list of `who` and `role`: `[{ who: newsdesk, role: writer }]`.';
const changed =
  'Did you mean "updated"? When its text last changed, with the offset from UTC: `2019-03-01T05:00:00+08:00`.';
const topics = 'Did you mean "topics"? Topics: names of files in content/topics/, as a list: `[sanctions, diplomacy]`.';
const summary = 'Did you mean "standfirst"? One sentence below the headline: what happened and why it matters.';
const image = 'Did you mean "picture"? The lead picture: file, alt, caption, credit, source, licence, focus.';

/** Fields that hold something else than they may. */
export const fieldInputs: Input[] = [
  {
    name: 'a date without a time',
    files: front({ published: '2019-03-01' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" has no time of day: "2019-03-01".',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'a time without a zone',
    files: front({ published: '2019-03-01T05:00:00' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" has no time zone: "2019-03-01T05:00:00".',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'the thirtieth of February',
    files: front({ published: '2019-02-30T05:00:00+08:00' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" is not a time that exists: "2019-02-30T05:00:00+08:00".',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'twenty-five o’clock',
    files: front({ published: '2019-03-01T25:00:00+08:00' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" is not a time that exists: "2019-03-01T25:00:00+08:00".',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'the thirteenth month',
    files: front({ dateline: '{ place: Hanoi, date: 2019-13-01 }' }),
    finds: [
      [
        'S-004 *:7',
        'The field "dateline › date" is not a day that exists: "2019-13-01".',
        'The day of filing there: `2019-03-01`.',
      ],
    ],
  },
  {
    name: 'a number for a time',
    files: front({ published: '20190301' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" is not written as a time: "20190301", which YAML takes for a number.',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'a time with slashes',
    files: front({ published: '2019/03/01 05:00' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" is not written as a time: "2019/03/01 05:00".',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'a date with slashes',
    files: front({ dateline: '{ place: Hanoi, date: 28/2/2019 }' }),
    finds: [
      [
        'S-004 *:7',
        'The field "dateline › date" is not written as a date: "28/2/2019".',
        'The day of filing there: `2019-03-01`.',
      ],
    ],
  },
  {
    name: 'a time in words',
    files: front({ published: 'Friday morning' }),
    finds: [
      [
        'S-004 *:5',
        'The field "published" is not written as a time: "Friday morning".',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'an update before the publication',
    files: front({ updated: '2019-02-28T05:00:00+08:00' }),
    finds: [
      [
        'S-004 *:7',
        'The field "updated" comes before the article was published: "2019-02-28T05:00:00+08:00".',
        'When its text last changed, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'a correction before the publication',
    files: front({ corrections: '\n  - at: 2019-02-28T05:00:00+08:00\n    text: The vote was on Monday.' }),
    finds: [
      [
        'S-004 *:8',
        'The field "corrections › 1 › at" comes before the article was published: "2019-02-28T05:00:00+08:00".',
        'When it was corrected, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  {
    name: 'a number for a headline',
    files: front({ headline: '1984' }),
    finds: [
      [
        'Y-007 *:3',
        'The field "headline" has to be text, and YAML takes 1984 for a number.',
        'Put it in quotation marks: `headline: "1984"`.',
      ],
    ],
  },
  {
    name: 'true for a headline',
    files: front({ headline: 'true' }),
    finds: [
      [
        'Y-007 *:3',
        'The field "headline" has to be text, and YAML takes true for true or false.',
        'Put it in quotation marks: `headline: "true"`.',
      ],
    ],
  },
  {
    name: 'a list for a headline',
    files: front({ headline: '[Harbour, vote]' }),
    finds: [
      [
        'S-003 *:3',
        'The field "headline" is a list; it has to be text.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'fields for a headline',
    files: front({ headline: '{ main: Harbour vote }' }),
    finds: [
      [
        'S-003 *:3',
        'The field "headline" is a group of fields; it has to be text.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'nothing for a headline',
    files: front({ headline: '' }),
    finds: [
      [
        'S-001 *:3',
        'The field "headline" is empty.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'null for a field that may be left out',
    files: front({ kicker: 'null' }),
    finds: [
      [
        'S-001 *:7',
        'The field "kicker" is empty: YAML takes null for nothing.',
        'Fill it in, or delete the line. Two or three words above the headline: the running story.',
      ],
    ],
  },
  {
    name: 'an empty text',
    files: front({ headline: '""' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" is empty.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'spaces alone',
    files: front({ headline: '"   "' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" is empty.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'a headline of two lines',
    files: front({ headline: '|\n  Harbour\n  vote' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" runs over more than one line.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'an article without any field that it needs',
    files: { [tried]: '---\nkicker: Vote\n---\n\nShips came in.\n' },
    finds: [
      [
        'S-001 *:2',
        'The field "id" is missing.',
        'A name for good, never to be changed: six to twelve of `23456789abcdefghjkmnpqrstuvwxyz` (no 0, 1, i, l, o). This one is free: `id: dnmw3m`.',
      ],
      [
        'S-001 *:2',
        'The field "headline" is missing.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
      ['S-001 *:2', 'The field "section" is missing.', 'The section: the name of a file in content/sections/.'],
      [
        'S-001 *:2',
        'The field "published" is missing.',
        'When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
      [
        'S-001 *:2',
        'The field "status" is missing.',
        '`draft`, `published`, `{ embargoedUntil: 2019-03-01T06:00:00+08:00 }`, or `{ withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }`.',
      ],
    ],
  },
  {
    name: 'a mistyped field',
    files: front({ headlne: 'Again' }),
    finds: [['S-002 *:7', 'There is no field "headlne".', 'Did you mean "headline"?']],
  },
  {
    name: 'a field that is none',
    files: front({ weather: 'Rain' }),
    finds: [
      [
        'S-002 *:7',
        'There is no field "weather".',
        'The fields here are id, aliases, headline, shortHeadline, standfirst, kicker, section, topics, kind, contributors, agencies, dateline, published, updated, status, review, picture, related, print, corrections, language, direction, licence, promos.',
      ],
    ],
  },
  {
    name: 'a mistyped field in a group',
    files: front({ dateline: '{ plase: Hanoi }' }),
    finds: [
      ['S-001 *:7', 'The field "dateline › place" is missing.', 'Where the story was filed: "Hanoi".'],
      ['S-002 *:7', 'There is no field "dateline › plase".', 'Did you mean "place"?'],
    ],
  },
  {
    name: 'a topic by itself',
    files: front({ topics: 'sanctions' }),
    finds: [
      [
        'S-003 *:7',
        'The field "topics" is text; it has to be a list.',
        'Topics: names of files in content/topics/, as a list: `[sanctions, diplomacy]`.',
      ],
    ],
  },
  {
    name: 'a contributor by name alone',
    files: front({ contributors: '[newsdesk]' }),
    finds: [
      [
        'S-003 *:7',
        'The field "contributors › 1" is text; it has to be a group of fields.',
        'Who made it, in the order of the byline: a list of `who` and `role`: `[{ who: newsdesk, role: writer }]`.',
      ],
    ],
  },
  {
    name: 'a role with a capital letter',
    files: front({ contributors: '[{ who: newsdesk, role: Writer }]' }),
    finds: [
      [
        'S-003 *:7',
        'The field "contributors › 1 › role" is none of its words: "Writer".',
        'Did you mean "writer"? What they did: writer, editor, photographer, illustrator, cartographer, translator.',
      ],
    ],
  },
  {
    name: 'a mistyped status',
    files: front({ status: 'publishd' }),
    finds: [
      [
        'S-003 *:6',
        'The field "status" is none of the four that there are: "publishd".',
        'Did you mean "published"? `draft`, `published`, `{ embargoedUntil: 2019-03-01T06:00:00+08:00 }`, or `{ withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }`.',
      ],
    ],
  },
  {
    name: 'an embargo without a zone',
    files: front({ status: '{ embargoedUntil: 2019-03-01T06:00 }' }),
    finds: [
      [
        'S-004 *:6',
        'The field "status › embargoedUntil" has no time zone: "2019-03-01T06:00".',
        '`draft`, `published`, `{ embargoedUntil: 2019-03-01T06:00:00+08:00 }`, or `{ withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }`.',
      ],
    ],
  },
  {
    name: 'a withdrawal without a reason',
    files: front({ status: '{ withdrawn: 2019-03-01T06:00:00+08:00 }' }),
    finds: [
      [
        'S-001 *:6',
        'The field "status › reason" is missing.',
        '`draft`, `published`, `{ embargoedUntil: 2019-03-01T06:00:00+08:00 }`, or `{ withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }`.',
      ],
    ],
  },
  {
    name: 'a status of two kinds',
    files: front({ status: '{ embargoedUntil: 2019-03-01T06:00:00+08:00, withdrawn: 2019-03-01T06:00:00+08:00 }' }),
    finds: [
      [
        'S-002 *:6',
        'There is no field "status › withdrawn".',
        '`draft`, `published`, `{ embargoedUntil: 2019-03-01T06:00:00+08:00 }`, or `{ withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }`.',
      ],
    ],
  },
  {
    name: 'a related group without stories',
    files: front({ related: '\n  - heading: See also\n    stories: []' }),
    finds: [
      [
        'S-004 *:9',
        'The field "related › 1 › stories" is empty.',
        'A list of articles, each as `2019/03/01/slug`, as `article: 2019/03/01/slug` with a `note`, or as `elsewhere:` with the name of a file in content/related/ and a `note`.',
      ],
    ],
  },
  {
    name: 'a related story of no kind',
    files: front({ related: '\n  - heading: See also\n    stories:\n      - story: 2019/03/01/second' }),
    finds: [
      [
        'S-003 *:10',
        'The field "related › 1 › stories › 1" is neither an article of this paper nor a story elsewhere: {"story":"2019/03/01/second"}.',
        'A list of articles, each as `2019/03/01/slug`, as `article: 2019/03/01/slug` with a `note`, or as `elsewhere:` with the name of a file in content/related/ and a `note`.',
      ],
    ],
  },
  {
    name: 'a number for a note',
    files: front({
      related: '\n  - heading: See also\n    stories:\n      - article: 2019/03/01/second\n        note: 5',
    }),
    finds: [
      [
        'Y-007 *:11',
        'The field "related › 1 › stories › 1 › note" has to be text, and YAML takes 5 for a number.',
        'Put it in quotation marks: `note: "5"`.',
      ],
    ],
  },
  {
    name: 'a language by its English name',
    files: front({ language: 'English' }),
    finds: [
      [
        'S-004 *:7',
        'The field "language" is not a language tag: "English".',
        "The language, where it is not the paper's: a tag such as `en-GB`, `ar`, `ja`.",
      ],
    ],
  },
  {
    name: 'a language with an underscore',
    files: front({ language: 'en_GB' }),
    finds: [
      [
        'S-004 *:7',
        'The field "language" is not a language tag: "en_GB".',
        "The language, where it is not the paper's: a tag such as `en-GB`, `ar`, `ja`.",
      ],
    ],
  },
  {
    name: 'a page as a number',
    files: front({ print: '{ publication: The Times, edition: 2019-03-01, page: 1 }' }),
    finds: [
      [
        'Y-007 *:7',
        'The field "print › page" has to be text, and YAML takes 1 for a number.',
        'Put it in quotation marks: `page: "1"`.',
      ],
    ],
  },
  {
    name: 'a script for a source',
    files: front({ picture: '{ file: ./quay.jpg, alt: Quay, source: "javascript:alert(1)" }' }),
    finds: [
      [
        'S-004 *:7',
        'The field "picture › source" is not a web address: "javascript:alert(1)".',
        'Where the picture came from: an address that begins with https://.',
      ],
    ],
  },
  ...(
    [
      [
        'picture › source',
        { picture: '{ file: ./quay.jpg, alt: Quay, source: "https://user:password@example.com/quay" }' },
      ],
      ['picture › licence', { picture: '{ file: ./quay.jpg, alt: Quay, licence: "https://user@example.com/by" }' }],
      ['licence', { licence: 'https://user:password@example.com/by' }],
    ] as const
  ).map(([field, fields]): Input => ({
    name: `a password in the field ${field}`,
    files: front(fields),
    finds: [['S-020 *:7', `The field "${field}" is an address that names a user before its host.`, noUser]],
  })),
  {
    name: 'a source with a backslash in its host',
    files: front({ picture: "{ file: ./quay.jpg, alt: Quay, source: 'https://example.org\\@example.com' }" }),
    finds: [
      [
        'S-020 *:7',
        'The field "picture › source" is an address that has another host than it seems to have: example.org.',
        'Write the host as browsers read it: https://example.org/.',
      ],
    ],
  },
  {
    name: 'a focus in words',
    files: front({ picture: '{ file: ./quay.jpg, alt: Quay, focus: centre }' }),
    finds: [
      [
        'S-004 *:7',
        'The field "picture › focus" is not two percentages.',
        'The point that a crop must keep, from the left and from the top: `50% 30%`.',
      ],
    ],
  },
  {
    name: 'words for yes or no',
    files: front({ promos: '{ follow: maybe }' }),
    finds: [['S-003 *:7', 'The field "promos › follow" is text; it has to be true or false.', '`true` or `false`.']],
  },
  {
    name: 'an id with capital letters',
    files: front({ id: 'K7M2XQ' }),
    finds: [
      [
        'S-009 *:2',
        'The field "id" holds "K", "M", "X", "Q", which no id has: "K7M2XQ".',
        'A name for good, never to be changed: six to twelve of `23456789abcdefghjkmnpqrstuvwxyz` (no 0, 1, i, l, o). This one is free: `id: dnmw3m`.',
      ],
    ],
  },
  {
    name: 'an id with letters that can be mistaken',
    files: front({ id: 'll0o1i' }),
    finds: [
      [
        'S-009 *:2',
        'The field "id" holds "l", "0", "o", "1", which no id has: "ll0o1i".',
        'A name for good, never to be changed: six to twelve of `23456789abcdefghjkmnpqrstuvwxyz` (no 0, 1, i, l, o). This one is free: `id: dnmw3m`.',
      ],
    ],
  },
  {
    name: 'an id of digits alone',
    files: front({ id: '234567' }),
    finds: [
      [
        'Y-007 *:2',
        'The field "id" has to be text, and YAML takes 234567 for a number.',
        'Put it in quotation marks: `id: "234567"`.',
      ],
    ],
  },
  {
    name: 'an id that is too short',
    files: front({ id: 'abc' }),
    finds: [
      [
        'S-009 *:2',
        'The field "id" has 3 of the six to twelve characters that an id has: "abc".',
        'A name for good, never to be changed: six to twelve of `23456789abcdefghjkmnpqrstuvwxyz` (no 0, 1, i, l, o). This one is free: `id: dnmw3m`.',
      ],
    ],
  },
  {
    name: 'an id that another article has',
    files: front({ id: 'k7m2xr' }),
    finds: [
      [
        'D-001 content/articles/2019/03/01/second/index.md:2',
        'The id "k7m2xr" belongs to content/articles/2019/03/01/harbour-vote/index.md already.',
        'Give the younger of the two an id of its own; ids that were published stay.',
      ],
    ],
  },

  {
    name: 'a zero-width space in a headline',
    files: front({ headline: 'Harbour\u200bvote' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" holds the invisible character U+200B (zero-width space).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a soft hyphen in a headline',
    files: front({ headline: 'Har\u00adbour vote' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" holds the invisible character U+00AD (soft hyphen).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a mark that turns a headline round',
    files: front({ headline: 'Harbour \u202eetov' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" holds the invisible character U+202E (right-to-left override).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'half a character, by its number',
    files: front({ headline: '"Harbour \\ud800"' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" holds half a character, left by a broken conversion.',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a NUL by its number',
    files: front({ headline: '"Harbour \\0"' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" holds the invisible character U+0000 (control character).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a mark of a broken conversion',
    files: front({ kicker: 'Caf\ufffd' }),
    finds: [
      [
        'S-004 *:7',
        'The field "kicker" holds the invisible character U+FFFD (replacement character, left by a broken conversion).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a zero-width space in alt text',
    files: front({ picture: '{ file: ./quay.jpg, alt: "The\u200bquay" }' }),
    finds: [
      [
        'S-004 *:7',
        'The field "picture › alt" holds the invisible character U+200B (zero-width space).',
        'Delete it, or type the words again.',
      ],
    ],
  },

  {
    name: 'a section that is not there',
    files: front({ section: 'wrold' }),
    finds: [['R-001 *:4', 'There is no "wrold" in content/sections/.', 'Did you mean "world"?']],
  },
  {
    name: 'a topic that is not there',
    files: front({ topics: '\n  - sanctions\n  - weather' }),
    finds: [
      [
        'R-001 *:9',
        'There is no "weather" in content/topics/.',
        'Write content/topics/weather.yaml, or name one that is there.',
      ],
    ],
  },
  {
    name: 'a contributor who is not there',
    files: front({ contributors: '\n  - who: newsdesc' }),
    finds: [['R-001 *:8', 'There is no "newsdesc" in content/contributors/.', 'Did you mean "newsdesk"?']],
  },
  {
    name: 'a story elsewhere that is not there',
    files: front({
      related: '\n  - heading: See also\n    stories:\n      - elsewhere: elsewhere\n      - elsewhere: nowhere-at-all',
    }),
    finds: [
      [
        'R-001 *:11',
        'There is no "nowhere-at-all" in content/related/.',
        'Write content/related/nowhere-at-all.yaml, or name one that is there.',
      ],
    ],
  },
  {
    name: 'a related article that is not there',
    files: front({ related: '\n  - heading: See also\n    stories:\n      - article: 2019/03/01/secnd' }),
    finds: [['R-003 *:10', 'There is no article "2019/03/01/secnd".', 'Did you mean "2019/03/01/second"?']],
  },
  {
    name: 'a related article by an address of another site',
    files: front({
      related: '\n  - heading: See also\n    stories:\n      - article: https://elsewhere.example/2019/03/01/second/',
    }),
    finds: [
      [
        'R-002 *:10',
        '"https://elsewhere.example/2019/03/01/second/" is the address of no article of this paper.',
        'Name an article by year, month, day and slug, or one in content/related/ by `elsewhere:`.',
      ],
    ],
  },
  {
    name: 'an article that names itself',
    files: front({ related: '\n  - heading: See also\n    stories:\n      - article: 2019/03/01/harbour-vote' }),
    finds: [['R-004 *:10', 'The article names itself as a related story.', 'Name another one, or delete the line.']],
  },
  {
    name: 'a related story that is like none',
    files: front({ related: '\n  - heading: More\n    stories:\n      - article: 2019/03/02/nothing-of-this' }),
    finds: [
      [
        'R-003 *:10',
        'There is no article "2019/03/02/nothing-of-this".',
        'Name an article that is in content/articles/, or one in content/related/ by `elsewhere:`.',
      ],
    ],
  },
  {
    name: 'a link to an article that is not there',
    files: body('Ships came in.\n\nSee [the vote](/2019/03/01/third/).'),
    finds: [['R-003 *:11', 'There is no article "2019/03/01/third".', 'Name an article that is in content/articles/.']],
  },
  {
    name: 'a link to a draft',
    files: {
      ...body('See [the vote](/2019/03/01/second/).'),
      'content/articles/2019/03/01/second/index.md': article({ id: 'k7m2xr', status: 'draft' }),
    },
    finds: [
      [
        'R-005 *:9',
        'The text links to "2019/03/01/second", which readers cannot open when this article is published.',
        'Delete the link, or publish the two together.',
      ],
    ],
  },
  {
    name: 'a link to a story that waits for review, in one that waits no more',
    files: {
      ...body('See [the vote](/2019/03/01/second/).'),
      'content/articles/2019/03/01/second/index.md': article({ id: 'k7m2xr', review: 'required' }),
    },
    finds: [
      [
        'I-001 content/articles/2019/03/01/second/index.md:7',
        'The article was imported, and something of it was guessed: it is held back as a draft.',
        'Look at the fields that say so, then delete this line.',
      ],
      [
        'R-005 *:9',
        'The text links to "2019/03/01/second", which an import has filed and no editor has looked at yet.',
        'Look at it and delete its line `review: required` as well, or delete the link.',
      ],
    ],
  },
  {
    name: 'a link to a story under embargo',
    files: {
      ...body('See [the vote](https://broadsheet.example/2019/03/01/second/).'),
      'content/articles/2019/03/01/second/index.md': article({
        id: 'k7m2xr',
        status: '{ embargoedUntil: 2019-03-02T05:00:00+08:00 }',
      }),
    },
    finds: [
      [
        'R-005 *:9',
        'The text links to "2019/03/01/second", which readers cannot open when this article is published.',
        'Delete the link, or publish the two together.',
      ],
    ],
  },
  {
    name: 'a block that names an article that is not there',
    files: body('::related{stories="2019/03/01/second 2019/03/01/third"}'),
    finds: [['R-003 *:9', 'There is no article "2019/03/01/third".', 'Name an article that is in content/articles/.']],
  },

  {
    name: 'a paper without publication.yaml',
    files: { 'content/publication.yaml': undefined },
    finds: [
      [
        'F-004 content/publication.yaml',
        'There is no such file.',
        'Write it: name, url, language, timeZone, sections and publisher say what paper this is.',
      ],
    ],
  },
  ...[
    'https://broadsheet.example/paper/index.html',
    'https://broadsheet.example/paper?edition=1',
    'https://broadsheet.example/paper#front',
    'https://broadsheet.example/paper//news',
    'https://broadsheet.example/$paper',
    'https://broadsheet.example/%E4',
  ].map((url) => ({
    name: `a paper whose address is that of no folder, ${url}`,
    files: publication({ url: `"${url}"` }),
    finds: [
      [
        'S-004 content/publication.yaml:2',
        'The field "url" is not the bare address of a site.',
        'The address that readers know: `https://broadsheet.example`, or with the path that the paper lies below, `https://example.org/paper/`.',
      ],
    ] as Input['finds'],
  })),
  {
    name: 'a paper whose address is none',
    files: publication({ url: 'broadsheet.example' }),
    finds: [
      [
        'S-004 content/publication.yaml:2',
        'The field "url" is not a web address: "broadsheet.example".',
        'The address that readers know: `https://broadsheet.example`, or with the path that the paper lies below, `https://example.org/paper/`.',
      ],
    ],
  },
  {
    name: 'a time zone that is none',
    files: publication({ timeZone: 'Singapore Time' }),
    finds: [
      [
        'S-004 content/publication.yaml:4',
        'The field "timeZone" is not a time zone.',
        "The paper's time zone by its IANA name: `Asia/Singapore`.",
      ],
    ],
  },
  {
    name: 'a paper’s language that is none',
    files: publication({ language: 'English' }),
    finds: [
      [
        'S-004 content/publication.yaml:3',
        'The field "language" is not a language tag: "English".',
        'The language of the paper: a tag such as `en-GB`.',
      ],
    ],
  },
  {
    name: 'dashes that there are not',
    files: publication({ typography: '{ dashes: long }' }),
    finds: [
      [
        'S-003 content/publication.yaml:7',
        'The field "typography › dashes" is none of its words: "long".',
        'What `--` becomes between words: `closed`, an em dash without spaces, or `spaced`, an en dash between spaces.',
      ],
    ],
  },
  {
    name: 'a field of the typography that there is not',
    files: publication({ typography: '{ dash: closed }' }),
    finds: [['S-002 content/publication.yaml:7', 'There is no field "typography › dash".', 'Did you mean "dashes"?']],
  },
  {
    name: 'dashes without their field',
    files: publication({ typography: 'closed' }),
    finds: [
      [
        'S-003 content/publication.yaml:7',
        'The field "typography" is text; it has to be a group of fields.',
        "What the paper does otherwise than its language's printers: `{ dashes: closed }`.",
      ],
    ],
  },
  {
    name: 'a paper’s section that is not there',
    files: publication({ sections: '\n  - world\n  - sport' }),
    finds: [
      [
        'R-001 content/publication.yaml:7',
        'There is no "sport" in content/sections/.',
        'Write content/sections/sport.yaml, or name one that is there.',
      ],
    ],
  },
  {
    name: 'a paper without sections',
    files: publication({ sections: '[]' }),
    finds: [
      [
        'S-004 content/publication.yaml:5',
        'The field "sections" is empty.',
        `Names of files in content/sections/, in the paper's order.`,
      ],
    ],
  },
  {
    name: 'an e-mail address that is none',
    files: publication({ publisher: '{ name: B, email: desk at broadsheet }' }),
    finds: [
      [
        'S-004 content/publication.yaml:6',
        'The field "publisher › email" is not an e-mail address.',
        'Where readers can write to.',
      ],
    ],
  },
  {
    name: 'a script as a policy',
    files: publication({ policies: '\n  - label: Policy\n    url: javascript:alert(1)' }),
    finds: [
      [
        'S-004 content/publication.yaml:9',
        'The field "policies › 1 › url" is not a web address: "javascript:alert(1)".',
        'Where it goes.',
      ],
    ],
  },
  ...(
    [
      ['url', { url: 'https://user:password@example.com' }, 2],
      ['licence', { licence: 'https://user:password@example.com/by' }, 7],
      ['policies › 1 › url', { policies: '\n  - label: Policy\n    url: https://user:password@example.com/' }, 9],
      ['channel › url', { channel: '{ label: Follow, text: News., url: "https://user@example.com/" }' }, 7],
      ['subscription › url', { subscription: '{ label: Pay, text: News., url: "https://@example.com/" }' }, 7],
    ] as const
  ).map(([field, changes, line]): Input => ({
    name: `a password in the paper's ${field}`,
    files: publication(changes),
    finds: [
      [
        `S-020 content/publication.yaml:${line}`,
        `The field "${field}" is an address that names a user before its host.`,
        noUser,
      ],
    ],
  })),
  ...(
    [
      [
        'links › 1 › url',
        'content/contributors/writer.yaml',
        'name: A Writer\nlinks:\n  - label: Letters\n    url: https://user@example.com/',
        4,
      ],
      [
        'url',
        'content/related/other.yaml',
        'title: Ships\npublication: The Times\ndate: 2019-03-01\nurl: https://user@example.com/',
        4,
      ],
    ] as const
  ).map(([field, file, text, line]): Input => ({
    name: `a user in the field ${field} of ${file}`,
    files: { [file]: text },
    finds: [[`S-020 ${file}:${line}`, `The field "${field}" is an address that names a user before its host.`, noUser]],
  })),
  {
    name: 'a contributor without a name',
    files: { 'content/contributors/newsdesk.yaml': 'role: Writer\n' },
    finds: [['S-001 content/contributors/newsdesk.yaml:1', 'The field "name" is missing.', 'The name in the byline.']],
  },
  {
    name: 'a YAML file of two documents',
    files: { 'content/sections/world.yaml': 'name: World\n---\nname: Again\n' },
    finds: [
      [
        'Y-001 content/sections/world.yaml:2',
        'The file holds a line of --- or ... among its fields.',
        'Delete that line.',
      ],
    ],
  },
  {
    name: 'an empty YAML file',
    files: { 'content/topics/sanctions.yaml': '' },
    finds: [
      [
        'Y-002 content/topics/sanctions.yaml:1',
        'There are no fields here.',
        'Write one field a line, as "name: value".',
      ],
    ],
  },
  ...Object.entries({
    '23e456': 'a number',
    '234567': 'a number',
  }).map(([typed, kind]): Input => ({
    name: `an id that YAML takes for ${kind}, ${typed}`,
    files: front({ id: typed }),
    finds: [
      [
        'Y-007 *:2',
        `The field "id" has to be text, and YAML takes ${typed} for ${kind}.`,
        `Put it in quotation marks: \`id: "${typed}"\`.`,
      ],
    ],
  })),
  ...(
    [
      ['0o1777', 'S-009 *:2', 'holds "0", "o", "1", which no id has: "0o1777", which YAML takes for a number.'],
      ['0x5566', 'S-009 *:2', 'holds "0", which no id has: "0x5566", which YAML takes for a number.'],
      ['-234567', 'S-009 *:2', 'holds "-", which no id has: "-234567", which YAML takes for a number.'],
      ['0777', 'S-009 *:2', 'holds "0", which no id has: "0777", which YAML takes for a number.'],
      [
        'true',
        'S-009 *:2',
        'has 4 of the six to twelve characters that an id has: "true", which YAML takes for true or false.',
      ],
      ['2019-03-01', 'S-009 *:2', 'holds "0", "1", "-", which no id has: "2019-03-01".'],
      ['null', 'S-001 *:2', 'is empty: YAML takes null for nothing.'],
      ['~', 'S-001 *:2', 'is empty: YAML takes ~ for nothing.'],
      ['', 'S-001 *:2', 'is empty.'],
    ] as const
  ).map(([typed, place, fault]): Input => ({
    name: `${typed || 'nothing'} for an id`,
    files: front({ id: typed }),
    finds: [[place, `The field "id" ${fault}`, freeId('dnmw3m')]],
  })),
  {
    name: 'two articles without an id, each with one that is free',
    files: { ...front({ id: undefined }), [second]: article({ id: undefined }) },
    finds: [
      ['S-001 *:2', 'The field "id" is missing.', freeId('dnmw3m')],
      [`S-001 ${second}:2`, 'The field "id" is missing.', freeId('xqq29h')],
    ],
  },
  {
    name: 'an article without an id where another has the first that would be free',
    files: { ...front({ id: undefined }), [second]: article({ id: 'dnmw3m' }) },
    finds: [['S-001 *:2', 'The field "id" is missing.', freeId('nubkcv')]],
  },
  {
    name: 'a published article that has lost its id',
    files: {
      ...front({ id: undefined }),
      'content/ledger.jsonl':
        '{"id":"k7m2xq","permalink":"/2019/03/01/harbour-vote/","published":"2019-03-01T05:00:00+08:00","digest":"x"}\n',
    },
    finds: [['S-001 *:2', 'The field "id" is missing.', freeId('k7m2xq')]],
  },
  {
    name: 'a time in a paper with another clock',
    files: { ...front({ published: '2019-03-01' }), ...publication({ timeZone: 'America/St_Johns' }) },
    finds: [
      [
        'S-004 *:5',
        'The field "published" has no time of day: "2019-03-01".',
        'When it was first published, with the offset from UTC: `2019-02-28T17:30:00-03:30`.',
      ],
    ],
  },
  {
    name: 'a switch for the time of publication',
    files: front({ published: 'true' }),
    finds: [
      [
        'S-003 *:5',
        'The field "published" is true or false; it has to be text.',
        'Write `status: published` for that. When it was first published, with the offset from UTC: `2019-03-01T05:00:00+08:00`.',
      ],
    ],
  },
  ...(
    [
      [{ status: '‘draft’' }, 6, '‘'],
      [{ published: '“2019-03-01T05:00:00+08:00”' }, 5, '“'],
      [{ section: '„world“' }, 4, '„'],
      [{ topics: '[“sanctions”]' }, 7, '“'],
      [{ topics: '“sanctions”' }, 7, '“'],
      [{ id: '«k7m2xq»' }, 2, '«'],
      [{ contributors: '[{ who: “newsdesk” }]' }, 7, '“'],
    ] as const
  ).map(([changes, line, mark]): Input => ({
    name: `curly quotes where no text for readers stands: ${JSON.stringify(changes)}`,
    files: front(changes),
    finds: [
      [
        `Y-005 *:${line}`,
        `A quotation mark that is not straight stands here, ${mark}, which is none for YAML.`,
        'Type straight ones around the whole value, " or \', or none.',
      ],
    ],
  })),
  {
    name: 'brackets of full width',
    files: front({ topics: '［sanctions］' }),
    finds: [
      [
        'Y-009 *:7',
        'The value of "topics" begins with "［", which is no bracket for YAML.',
        'Write plain brackets and commas: [a, b] or { name: value }.',
      ],
    ],
  },
  ...Object.entries({
    title: filled('headline'),
    'Page Title': filled('headline'),
    titulo: filled('headline'),
    shorttitle: 'Did you mean "shortHeadline"? A shorter headline for lists and cards.',
    author: authors,
    authors,
    byline: authors,
    date: filled('published'),
    published_at: filled('published'),
    lastmod: changed,
    post_modified: changed,
    tags: topics,
    keywords: topics,
    field_tags: topics,
    description: summary,
    excerpt: summary,
    custom_excerpt: summary,
    subtitle: summary,
    image,
    featured_image: image,
    coverImage: image,
    image_alt: image,
    caption: image,
    post_date_gmt: filled('published'),
    post_name: 'Delete the line: the place of the file is its address.',
    category: filled('section'),
    categories: filled('section'),
    draft: 'Write `status: draft` in its place.',
    layout: 'Delete the line: everything of one kind is laid out alike.',
    permalink: 'Delete the line: the place of the file is its address.',
    wordcount: 'Delete the line: it is made of the text.',
    comments: 'Delete the line: nothing here goes by it.',
    body: 'Write the text below the front matter, and delete the line.',
  }).map(([name, remedy]): Input => ({
    name: `the field "${name}" of another system`,
    files: front({ [name]: 'true' }),
    finds: [['S-002 *:7', `There is no field "${name}".`, remedy]],
  })),
  {
    name: 'a paper with the fields of another system',
    files: publication({ description: 'News', lang: 'en', timezone: 'UTC', baseURL: 'x' }),
    finds: [
      [`${paperFile}:7`, 'description', 'Did you mean "tagline"? A few words under the name.'],
      [`${paperFile}:8`, 'lang', filled('language')],
      [`${paperFile}:9`, 'timezone', filled('timeZone')],
      [`${paperFile}:10`, 'baseURL', filled('url')],
    ].map(([place, name, remedy]) => [`S-002 ${place}`, `There is no field "${name}".`, remedy ?? '']),
  },
  {
    name: 'a contributor with the fields of another system',
    files: { 'content/contributors/newsdesk.yaml': 'name: Us\navatar: us.jpg\nabout: News\ntwitter: us\n' },
    finds: [
      ['avatar', 'Did you mean "portrait"? Their picture: file, alt, caption, credit, source, licence, focus.'],
      ['about', 'Did you mean "bio"? A sentence or two on them.'],
      ['twitter', 'Did you mean "links"? Pages elsewhere where readers find them, each with `label` and `url`.'],
    ].map(([name, remedy], index) => [
      `S-002 content/contributors/newsdesk.yaml:${index + 2}`,
      `There is no field "${name}".`,
      remedy ?? '',
    ]),
  },
  ...['k7m2xr', '/a/k7m2xr/', 'https://broadsheet.example/a/k7m2xr/?utm_source=card'].flatMap((link): Input[] => {
    const told =
      link === 'k7m2xr'
        ? (['"k7m2xr" is the id of an article.', 'Write its path: "2019/03/01/second".'] as const)
        : (['"/a/k7m2xr/" is the short link of an article.', 'Write "2019/03/01/second".'] as const);
    return [
      {
        name: `${link} for a related article`,
        files: front({ related: `[{ heading: See also, stories: [{ article: "${link}" }] }]` }),
        finds: [['R-002 *:7', ...told]],
      },
      {
        name: `${link} in a related block`,
        files: body(`::related{stories="${link}"}`),
        finds: [['R-002 *:9', ...told]],
      },
      {
        name: `${link} on a front page`,
        files: { 'content/fronts/2019-03-01.yaml': `lead: ${link}\n` },
        finds: [['R-002 content/fronts/2019-03-01.yaml:1', ...told]],
      },
    ];
  }),
  ...['/topics/sanctions/', 'https://broadsheet.example/topics/sanctions/#more', 'sanctions.yaml', 'Sanctions'].map(
    (name): Input => ({
      name: `${name} for a topic`,
      files: front({ topics: `["${name}"]` }),
      finds: [['R-001 *:7', `There is no "${name}" in content/topics/.`, 'Did you mean "sanctions"?']],
    }),
  ),
  {
    name: 'a contributor by the name that readers see',
    files: front({ contributors: '[{ who: Our newsdesk }]' }),
    finds: [['R-001 *:7', 'There is no "Our newsdesk" in content/contributors/.', 'Did you mean "newsdesk"?']],
  },
  {
    name: 'an article that was imported, and waits for an editor',
    files: front({ review: 'required' }),
    finds: [
      [
        'I-001 *:7',
        'The article was imported, and something of it was guessed: it is held back as a draft.',
        'Look at the fields that say so, then delete this line.',
      ],
    ],
  },
];
