import { article, body, tried, type Input } from './input.ts';

const day = 'content/articles/2019/03/01';
const text = article({ id: 'k7m2xs' });
const notNamed = (file: string, right: string, written = false): Input['finds'][number] => [
  `L-001 ${file}`,
  'The file is not named index.md.',
  written ? `Write its text anew in the form that is read, as ${right}.` : `Name it ${right}.`,
];
const noEnding = (file: string, right: string): Input['finds'][number] => [
  `L-001 ${file}`,
  `The file does not end in ${right.slice(right.lastIndexOf('.'))}.`,
  `Name it ${right}.`,
];
const notFollowed = (file: string): Input['finds'][number] => [
  `F-008 ${file}`,
  'This is a link to a folder, which is not followed.',
  'Put the folder itself in its place.',
];
const noText: [string, string] = [
  'The article has no text.',
  'Write it below the front matter, or set `status: draft`.',
];

/** Names under which nothing is read, links, and texts of which readers see nothing. */
export const nameInputs: Input[] = [
  ...['index.md.txt', 'index.txt', 'index.md~', 'index', 'story.md.bak', 'story.txt'].map((name) => ({
    name: `an article under the name ${name}, once for all that refers to it`,
    files: { ...body('See [it](/2019/03/01/quay/).'), [`${day}/quay/${name}`]: text, [`${day}/quay/quay.jpg`]: 'x' },
    finds: [notNamed(`${day}/quay/${name}`, `${day}/quay/index.md`)],
  })),
  ...['index.html', 'index.docx'].map((name) => ({
    name: `an article under the name ${name}`,
    files: { [`${day}/quay/${name}`]: 'x' },
    finds: [notNamed(`${day}/quay/${name}`, `${day}/quay/index.md`, true)],
  })),
  {
    name: 'a second text beside an article',
    files: { [`${day}/second/index.txt`]: text },
    finds: [notNamed(`${day}/second/index.txt`, `${day}/second/index.md`)],
  },
  {
    name: 'nothing of what word processors keep beside an article, and of hidden files',
    files: {
      [`${day}/second/index.md~`]: text,
      [`${day}/second/index.md.orig`]: text,
      [`${day}/second/Thumbs.db`]: 'x',
      [`${day}/second/notes.docx`]: 'x',
      [`${day}/second/.index.md.swp`]: 'x',
      [`${day}/.drafts/index.md`]: text,
    },
    finds: [],
  },
  {
    name: 'a file where the folder of an article should be',
    files: { [`${day}/quay`]: text },
    finds: [notNamed(`${day}/quay`, `${day}/quay/index.md`)],
  },
  {
    name: 'a file where the folder of a day should be',
    files: { 'content/articles/2019/03/02': text },
    finds: [notNamed('content/articles/2019/03/02', `${day}/harbour-vote/index.md`)],
  },
  {
    name: 'pictures without a text',
    files: { [`${day}/quay/quay.jpg`]: 'x', [`${day}/quay/more/crane.jpg`]: 'x' },
    finds: [
      [
        `L-007 ${day}/quay`,
        'The folder of an article holds no text.',
        `Write ${day}/quay/index.md, or take the folder away.`,
      ],
    ],
  },
  {
    name: 'a folder named index.md',
    files: { [`${day}/quay/index.md/index.md`]: text },
    finds: [
      [
        `L-008 ${day}/quay/index.md`,
        'A folder has the name of a file.',
        'Put the file in its place, or give the folder another name.',
      ],
    ],
  },
  {
    name: 'a page under the name of a text file, once for all that refers to it',
    files: { ...body('[We](/about/) are here.'), 'content/pages/about.md.txt': '---\ntitle: About\n---\nOurs.' },
    finds: [noEnding('content/pages/about.md.txt', 'content/pages/about.md')],
  },
  ...['world.yml.txt', 'world.YAML', 'world.md', 'world'].map((name) => ({
    name: `a section under the name ${name}, once for all that refers to it`,
    files: { 'content/sections/world.yaml': undefined, [`content/sections/${name}`]: 'name: World\n' },
    finds: [noEnding(`content/sections/${name}`, 'content/sections/world.yaml')],
  })),
  {
    name: 'a file where the folder of sections should be, once for all that refers to it',
    files: { 'content/sections/world.yaml': undefined, 'content/sections': 'name: World\n' },
    finds: [
      [
        'L-004 content/sections',
        'Nothing reads this file.',
        'Move it: content/ holds publication.yaml and the folders articles, contributors, fronts, pages, pictures, related, sections, topics.',
      ],
    ],
  },
  {
    name: 'two files with the name of one section',
    files: { 'content/sections/world.yml': 'name: The world\n' },
    finds: [
      [
        'L-009 content/sections/world.yml',
        'There is a world.yaml as well, and only one of the two is read.',
        'Put all fields into one of them, and take the other away.',
      ],
    ],
  },
  ...['publication.yml', 'Publication.yaml', 'publication.yaml.txt', 'publication.json'].map((name) => ({
    name: `the paper under the name ${name}`,
    files: { 'content/publication.yaml': undefined, [`content/${name}`]: 'name: The Broadsheet\n' },
    finds: [
      [
        'F-004 content/publication.yaml',
        'There is no such file.',
        `Give content/${name} that name; it has to hold YAML.`,
      ] satisfies Input['finds'][number],
    ],
  })),
  {
    name: 'a ledger that is a folder',
    files: { 'content/ledger.jsonl/x': '' },
    finds: [['F-006 content/ledger.jsonl', 'The file cannot be read (EISDIR).', 'Put a text file in its place.']],
  },

  ...['second', '..', '/usr'].map((to) => ({
    name: `a link to the folder ${to}`,
    files: { [`${day}/quay`]: { to } },
    finds: [notFollowed(`${day}/quay`)],
  })),
  {
    name: 'a link in place of the folder of pages',
    files: { 'content/pages': { to: '../src' }, 'src/about.md': 'x' },
    finds: [notFollowed('content/pages')],
  },
  {
    name: 'a link that leads nowhere, or to itself',
    files: { [`${day}/quay`]: { to: 'nothing' }, [`${day}/crane/index.md`]: { to: 'index.md' } },
    finds: [`${day}/crane/index.md`, `${day}/quay`].map((file) => [
      `F-008 ${file}`,
      'This link leads nowhere.',
      'Put the file or the folder itself in its place.',
    ]),
  },
  {
    name: 'a link out of the project',
    files: { [`${day}/second/quay.jpg`]: { to: '/etc/hostname' } },
    finds: [
      [`F-008 ${day}/second/quay.jpg`, 'This link leads out of the project.', 'Put the file itself in its place.'],
    ],
  },
  {
    name: 'nothing of a link to a file of the project',
    files: { 'stories/quay.md': text, [`${day}/quay/index.md`]: { to: '../../../../../../stories/quay.md' } },
    finds: [],
  },

  ...[
    ['of a comment', '<!-- later -->'],
    ['of a comment that is written as an address', '[//]: # (later)'],
    ['of an unbreakable space', '&nbsp;'],
    ['of characters that do not print', '\u00a0\u3000\u200d\u2800'],
    ['of a rule', '---'],
    ['of HTML without words', '<br>'],
    ['of lists and quotations without words', '-\n-\n\n>'],
    ['of a table without words', '| | |\n|-|-|\n| | |'],
  ].map(([what, written = '']) => ({
    name: `a text ${what}`,
    files: body(written),
    finds: [[`F-005 *:${9 + written.split('\n').length}`, ...noText] satisfies Input['finds'][number]],
  })),
  {
    name: 'a page of a comment',
    files: { 'content/pages/about.md': '---\ntitle: About\n---\n<!-- later -->' },
    finds: [
      [
        'F-005 content/pages/about.md:4',
        'The page has no text.',
        'Write it below the front matter, or take the file away.',
      ],
    ],
  },
  {
    name: 'a text of a heading without words, once',
    files: body('##'),
    finds: [['B-103 *:9:1', 'A heading has no words.', 'Write them, or delete the line.']],
  },
  {
    name: 'nothing of a withdrawn article without a text',
    files: {
      [tried]: article({ status: '{ withdrawn: 2019-03-02T05:00:00+08:00, reason: It was not so. }' }, '<!-- gone -->'),
    },
    finds: [],
  },
];
