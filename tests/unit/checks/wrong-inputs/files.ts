import { article, front, tried, body, type Input } from './input.ts';

const at = (place: string) => ({ [`content/articles/${place}`]: article({ id: 'k7m2xs' }) });

/** Files in the wrong place, in the wrong encoding, or of the wrong kind. */
export const fileInputs: Input[] = [
  {
    name: 'a file in UTF-16 with a mark',
    files: { [tried]: Buffer.from(`\ufeff${article({})}`, 'utf16le') },
    finds: [['F-001 *', 'The file is not text in UTF-8.', 'Save it again with the encoding UTF-8.']],
  },
  {
    name: 'a file in UTF-16 without a mark',
    files: { [tried]: Buffer.from(article({}), 'utf16le') },
    finds: [['F-001 *', 'The file is not text in UTF-8.', 'Save it again with the encoding UTF-8.']],
  },
  {
    name: 'a file in Latin-1',
    files: { [tried]: Buffer.from(article({ headline: 'Café' }), 'latin1') },
    finds: [['F-001 *', 'The file is not text in UTF-8.', 'Save it again with the encoding UTF-8.']],
  },
  {
    name: 'a NUL in a headline',
    files: front({ headline: 'Harbour\0vote' }),
    finds: [
      [
        'S-004 *:3',
        'The field "headline" holds the invisible character U+0000 (control character).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a YAML file in Latin-1',
    files: { 'content/sections/world.yaml': Buffer.from('name: Café', 'latin1') },
    finds: [
      ['F-001 content/sections/world.yaml', 'The file is not text in UTF-8.', 'Save it again with the encoding UTF-8.'],
    ],
  },
  {
    name: 'a folder named publication.yaml',
    files: { 'content/publication.yaml': undefined, 'content/publication.yaml/x.yaml': 'name: B' },
    finds: [
      [
        'L-008 content/publication.yaml',
        'A folder has the name of a file.',
        'Put the file in its place, or give the folder another name.',
      ],
    ],
  },
  {
    name: 'an article without a text',
    files: body(''),
    finds: [['F-005 *:10', 'The article has no text.', 'Write it below the front matter, or set `status: draft`.']],
  },

  {
    name: 'an article that is not named index.md',
    files: at('2019/03/01/quay.md'),
    finds: [
      [
        'L-001 content/articles/2019/03/01/quay.md',
        'The file is not named index.md.',
        'Give the article a folder of its own: content/articles/2019/03/01/quay/index.md.',
      ],
    ],
  },
  {
    name: 'a second text in the folder of an article',
    files: at('2019/03/01/second/notes.md'),
    finds: [
      [
        'L-001 content/articles/2019/03/01/second/notes.md',
        'The file is not named index.md.',
        'Name it index.md, the only text of its folder: content/articles/2019/03/01/second/index.md.',
      ],
    ],
  },
  {
    name: 'an article named INDEX.MD',
    files: at('2019/03/01/quay/INDEX.MD'),
    finds: [
      [
        'L-001 content/articles/2019/03/01/quay/INDEX.MD',
        'The file is not named index.md.',
        'Name it index.md, the only text of its folder: content/articles/2019/03/01/quay/index.md.',
      ],
    ],
  },
  {
    name: 'a slug with capital letters',
    files: at('2019/03/01/Harbour-Vote/index.md'),
    finds: [
      [
        'L-002 content/articles/2019/03/01/Harbour-Vote/index.md',
        '"2019/03/01/Harbour-Vote" is not a place for an article.',
        'File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/2019/03/01/harbour-vote/index.md.',
      ],
    ],
  },
  {
    name: 'a slug with spaces',
    files: at('2019/03/01/harbour vote/index.md'),
    finds: [
      [
        'L-002 content/articles/2019/03/01/harbour vote/index.md',
        '"2019/03/01/harbour vote" is not a place for an article.',
        'File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/2019/03/01/harbour-vote/index.md.',
      ],
    ],
  },
  {
    name: 'a month of one figure',
    files: at('2019/3/1/quay/index.md'),
    finds: [
      [
        'L-002 content/articles/2019/3/1/quay/index.md',
        '"2019/3/1/quay" is not a place for an article.',
        'File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/2019/03/01/harbour-vote/index.md.',
      ],
    ],
  },
  {
    name: 'a day that does not exist',
    files: at('2019/02/30/quay/index.md'),
    finds: [
      [
        'L-003 content/articles/2019/02/30/quay/index.md',
        '2019/02/30 is not a day.',
        'Move the folder to the day of the edition.',
      ],
    ],
  },
  {
    name: 'an article nested too deep',
    files: at('2019/03/01/second/quay/index.md'),
    finds: [
      [
        'L-002 content/articles/2019/03/01/second/quay/index.md',
        '"2019/03/01/second/quay" is not a place for an article.',
        'File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/2019/03/01/harbour-vote/index.md.',
      ],
    ],
  },
  {
    name: 'an article without a day',
    files: at('quay/index.md'),
    finds: [
      [
        'L-002 content/articles/quay/index.md',
        '"quay" is not a place for an article.',
        'File it under year, month, day and a name in lower-case letters, digits and hyphens: content/articles/2019/03/01/harbour-vote/index.md.',
      ],
    ],
  },
  {
    name: 'a stray folder in content/',
    files: { 'content/section/sport.yaml': 'name: Sport\n' },
    finds: [
      [
        'L-004 content/section',
        'Nothing reads this folder.',
        'Move its files: content/ holds publication.yaml and the folders articles, contributors, fronts, pages, pictures, related, sections, topics.',
      ],
    ],
  },
  {
    name: 'a stray file in content/',
    files: { 'content/story.md': article({}) },
    finds: [
      [
        'L-004 content/story.md',
        'Nothing reads this file.',
        'Move it: content/ holds publication.yaml and the folders articles, contributors, fronts, pages, pictures, related, sections, topics.',
      ],
    ],
  },
];
