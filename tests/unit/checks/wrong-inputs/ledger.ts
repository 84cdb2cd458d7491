import { article, body, front, tried, type Files, type Input } from './input.ts';

const second = 'content/articles/2019/03/01/second/index.md';
const ledger = 'content/ledger.jsonl';

/** A line of the ledger; without changes that of the article that is tried. */
function entry(changes: Record<string, string> = {}): string {
  const facts = {
    id: 'k7m2xq',
    permalink: '/2019/03/01/harbour-vote/',
    published: '2019-03-01T05:00:00+08:00',
    digest: 'aXUpn0EgcM9B8EDa',
  };
  return `${JSON.stringify({ ...facts, ...changes })}\n`;
}

const published = (files: Files): Files => ({ [ledger]: entry(), ...files });
const old = entry({ id: 'zqd222', permalink: '/2019/02/28/old-vote/', published: '2019-02-28T05:00:00+08:00' });

const gone: Input['finds'][number] = [
  `A-002 ${ledger}:1`,
  '/2019/02/28/old-vote/ was published, and nothing is there now.',
  'Put the article back, and if it is not to be read write `status: { withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }`; or add `aliases: [/2019/02/28/old-vote/, /a/zqd222/]` to the article that took its place.',
];
const heldBack: Input['finds'][number] = [
  'A-004 *:6',
  '/2019/03/01/harbour-vote/ was published, and the status holds the article back.',
  'Write `status: published`, or `status: { withdrawn: 2019-03-01T05:00:00+08:00, reason: <sentence> }` if it is not to be read.',
];

/** Addresses that were published, and former addresses. */
export const ledgerInputs: Input[] = [
  { name: 'nothing in a paper as it was published', files: published({}), finds: [] },
  {
    name: 'a ledger with lines that are damaged, each of them',
    files: {
      [ledger]: `${entry()}<<<<<<< HEAD\n${entry({ published: 'yesterday' })}${entry({ permalink: '/about/' })}\n{}`,
    },
    finds: [2, 3, 4, 6].map((line) => [
      `A-001 ${ledger}:${line}`,
      'The line is not one that the desk has written in publishing.',
      'Put it back as it was committed: lines are only ever added at the end.',
    ]),
  },
  {
    name: 'a ledger that is not text',
    files: { [ledger]: Uint8Array.of(0xff, 0xfe, 0x7b) },
    finds: [[`F-001 ${ledger}`, 'The file is not text in UTF-8.', 'Save it again with the encoding UTF-8.']],
  },
  { name: 'an article that has gone', files: { [ledger]: old }, finds: [gone] },
  {
    name: 'an article that has moved without an alias',
    files: published({ [tried]: undefined, 'content/articles/2019/03/02/vote/index.md': article({}) }),
    finds: [
      [
        `A-002 ${ledger}:1`,
        '/2019/03/01/harbour-vote/ was published, and nothing is there now.',
        'Its story has moved: add `aliases: [/2019/03/01/harbour-vote/]` to content/articles/2019/03/02/vote/index.md, or move the folder back.',
      ],
    ],
  },
  {
    name: 'nothing in an article that has moved with an alias',
    files: published({
      [tried]: undefined,
      'content/articles/2019/03/02/vote/index.md': article({ aliases: '[2019/03/01/harbour-vote/]' }),
    }),
    finds: [],
  },
  {
    name: 'nothing in an article that has taken the place of another, with its short link',
    files: { [ledger]: old, ...front({ aliases: '[/2019/02/28/old-vote/, /a/zqd222/]' }) },
    finds: [],
  },
  {
    name: 'an article that has taken the place of another without its short link',
    files: { [ledger]: old, ...front({ aliases: '[/2019/02/28/old-vote/]' }) },
    finds: [
      [
        'A-006 *:7',
        '/a/zqd222/ was published as the short link of /2019/02/28/old-vote/, and leads nowhere now.',
        'Add it where the permalink is: `aliases: [/2019/02/28/old-vote/, /a/zqd222/]`.',
      ],
    ],
  },
  {
    name: 'another id under a published permalink',
    files: published(front({ id: 'nthr22' })),
    finds: [
      [
        'A-003 *:2',
        'The id is "nthr22", and /2019/03/01/harbour-vote/ was published with "k7m2xq".',
        'Write `id: k7m2xq` again: short links that were printed have it.',
      ],
    ],
  },
  {
    name: 'another story in the folder of one that has moved',
    files: published({
      [tried]: article({ id: 'nthr22' }),
      'content/articles/2019/03/02/vote/index.md': article({}),
    }),
    finds: [
      [
        'A-003 *:2',
        'The id is "nthr22", and /2019/03/01/harbour-vote/ was published with "k7m2xq".',
        'The story with that id has moved: give this one a folder of another name, and add `aliases: [/2019/03/01/harbour-vote/]` to content/articles/2019/03/02/vote/index.md.',
      ],
    ],
  },
  {
    name: 'an id that another story takes over',
    files: {
      [ledger]: old,
      ...front({ id: 'zqd222', published: '2019-02-28T05:00:00+08:00' }),
      [second]: article({ id: 'k7m2xr', aliases: '[/2019/02/28/old-vote/]' }),
    },
    finds: [
      [
        'A-003 *:2',
        'The id "zqd222" was published with /2019/02/28/old-vote/, which leads to another article now.',
        'Add `aliases: [/2019/02/28/old-vote/]` here if this is the same story; if not, mint another id, and add `/a/zqd222/` to the aliases of content/articles/2019/03/01/second/index.md.',
      ],
    ],
  },
  { name: 'a draft that was published', files: published(front({ status: 'draft' })), finds: [heldBack] },
  {
    name: 'an embargo on an article that was published',
    files: published(front({ status: '{ embargoedUntil: 2999-01-01T00:00:00Z }' })),
    finds: [heldBack],
  },
  {
    name: 'nothing in an article whose embargo is over',
    files: {
      [ledger]: entry({ embargoedUntil: '2019-03-01T06:00:00+08:00' }),
      ...front({ status: '{ embargoedUntil: 2019-03-01T06:00:00+08:00 }' }),
    },
    finds: [],
  },
  {
    name: 'nothing in an article that was withdrawn',
    files: published(front({ status: '{ withdrawn: 2019-03-02T05:00:00+08:00, reason: It was not so. }' })),
    finds: [],
  },
  {
    name: 'a time of publication that has moved, once for all its addresses',
    files: {
      [ledger]: entry() + entry({ permalink: '/2019/02/28/old-vote/' }),
      ...front({ published: '2999-03-01T05:00:00+08:00', aliases: '[/2019/02/28/old-vote/]' }),
    },
    finds: [
      [
        'A-005 *:5',
        'The time of publication is 2999-03-01T05:00:00+08:00, and the article was published with 2019-03-01T05:00:00+08:00.',
        'Write `published: 2019-03-01T05:00:00+08:00`; when the text changed later goes into `updated`.',
      ],
    ],
  },
  {
    name: 'nothing in a time of publication that is told in another zone',
    files: published(front({ published: '2019-02-28T21:00:00Z' })),
    finds: [],
  },
  {
    name: 'an article that is to take the place of another and is not out',
    files: {
      [ledger]: old,
      ...front({ status: 'draft', aliases: '[/2019/02/28/old-vote/, /a/zqd222/]' }),
    },
    finds: [
      [
        'A-004 *:6',
        '/2019/02/28/old-vote/ was published, and the article that it leads to is not out yet.',
        'Keep the old article until this one is out, or publish this one.',
      ],
    ],
  },
  {
    name: 'no address that an article with mistakes of its own has, or names',
    files: {
      [ledger]: entry() + old,
      ...front({ headline: '""', aliases: '[/2019/02/28/old-vote/]' }),
    },
    finds: [
      [
        'S-004 *:3',
        'The field "headline" is empty.',
        'The headline, as readers see it. Put it in quotes if it holds a colon.',
      ],
    ],
  },
  {
    name: 'a former address that can be none',
    files: front({ aliases: '[/2019/02/30/old-vote/]' }),
    finds: [
      [
        'S-004 *:7',
        'The field "aliases › 1" is not a former address of an article: "2019/02/30/old-vote".',
        'Former addresses that lead to it, as a list: `[/2019/03/01/old-slug/]`; also short links of stories that it replaces: `/a/k7m2xq/`.',
      ],
    ],
  },
  {
    name: 'its own addresses as former ones',
    files: front({ aliases: '[2019/03/01/harbour-vote, /a/k7m2xq/]' }),
    finds: ['2019/03/01/harbour-vote', 'a/k7m2xq'].map((address) => [
      'D-002 *:7',
      `/${address}/ leads to this article already.`,
      'Delete it from the aliases.',
    ]),
  },
  {
    name: 'a former address that another article has, or has had',
    files: {
      ...front({ aliases: '[/2019/03/01/second/, /2019/02/28/old-vote/]' }),
      [second]: article({ id: 'k7m2xr', aliases: '[/2019/02/28/old-vote/]' }),
    },
    finds: [
      [
        'D-002 *:7',
        '/2019/03/01/second/ leads to content/articles/2019/03/01/second/index.md already.',
        'Delete it here, or there if it is an alias there too: an address leads to one article.',
      ],
      [
        `D-002 ${second}:7`,
        '/2019/02/28/old-vote/ leads to content/articles/2019/03/01/harbour-vote/index.md already.',
        'Delete it here, or there if it is an alias there too: an address leads to one article.',
      ],
    ],
  },
  {
    name: 'a short link in a text',
    files: body('See [it](/a/k7m2xr/).'),
    finds: [
      [
        'B-137 *:9:5',
        'A link goes to "/a/k7m2xr/", a short link.',
        "Write the article's permalink: short links are for paper.",
      ],
    ],
  },
  {
    name: 'a link and a related story under a former address',
    files: {
      [tried]: article(
        { related: '\n  - heading: More\n    stories:\n      - article: 2019/02/28/old-vote' },
        'See [it](/2019/02/28/old-vote/).',
      ),
      [second]: article({ id: 'k7m2xr', aliases: '[/2019/02/28/old-vote/]' }),
    },
    finds: [10, 13].map((line) => [
      `R-007 *:${line}`,
      'The article "2019/02/28/old-vote" has moved.',
      'Write "2019/03/01/second".',
    ]),
  },
];
