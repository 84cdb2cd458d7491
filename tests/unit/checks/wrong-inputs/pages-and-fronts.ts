import { article, body, type Files, type Input } from './input.ts';

const about = 'content/pages/about.md';
const page = (text: string, fields = 'title: About'): Files => ({ [about]: `---\n${fields}\n---\n\n${text}\n` });
const front = (text: string): Files => ({ 'content/fronts/2019-03-01.yaml': text });
const person = (text: string): Files => ({ 'content/contributors/newsdesk.yaml': `name: Our newsdesk\n${text}` });
const paper = (pages: string): Files => ({
  'content/publication.yaml': `name: The Broadsheet\nurl: https://broadsheet.example\nlanguage: en-GB\ntimeZone: Asia/Singapore\nsections: [world]\npages: ${pages}\npublisher: { name: The Broadsheet }\n`,
  ...page('Ours.'),
});

const named =
  'name: The Broadsheet\nurl: https://broadsheet.example\nlanguage: en-GB\ntimeZone: Asia/Singapore\nsections: [world]\npublisher: { name: The Broadsheet }\n';

const pageName =
  'Name the file in lower-case letters, digits and hyphens, not in digits alone, and in no other folder: content/pages/about-us.md.';
const aPath = 'Write year, month, day and slug: 2019/03/01/harbour-vote.';
const noOther = 'Name an article that is in content/articles/.';
const language = "The language, where it is not the paper's: a tag such as `en-GB`, `ar`, `ja`.";

/** What editors file beside articles, and links to the paper's own pages. */
export const pageAndFrontInputs: Input[] = [
  {
    name: 'a page without a title',
    files: page('Ours.', 'description: This paper.'),
    finds: [
      [
        `S-001 ${about}:2`,
        'The field "title" is missing.',
        'The heading of the page, and its name in the imprint: "About this paper".',
      ],
    ],
  },
  {
    name: 'a page with a field that pages have not',
    files: page('Ours.', 'title: About\ntitel: About'),
    finds: [
      [
        `S-002 ${about}:3`,
        'There is no field "titel".',
        'Did you mean "title"? It is filled in already: delete one of the two.',
      ],
    ],
  },
  {
    name: 'a page in a language that is none',
    files: page('Ours.', 'title: About\nlanguage: English'),
    finds: [[`S-004 ${about}:3`, 'The field "language" is not a language tag: "English".', language]],
  },
  {
    name: 'a page without front matter',
    files: { [about]: 'Ours.\n' },
    finds: [
      [
        `F-002 ${about}:1`,
        'The file does not begin with front matter.',
        'Begin it with a line of ---, then the fields, then a line of --- again.',
      ],
    ],
  },
  {
    name: 'a page in Latin-1',
    files: { [about]: Buffer.from('---\ntitle: Café\n---\nOurs.', 'latin1') },
    finds: [[`F-001 ${about}`, 'The file is not text in UTF-8.', 'Save it again with the encoding UTF-8.']],
  },
  {
    name: 'a page without a text',
    files: page(''),
    finds: [[`F-005 ${about}:6`, 'The page has no text.', 'Write it below the front matter, or take the file away.']],
  },
  {
    name: 'a page whose text has a heading of the first rank',
    files: page('# Ours\n\nText.'),
    finds: [
      [
        `B-101 ${about}:5:1`,
        'A heading of the first rank stands in the body.',
        "The headline is the only one: begin the body's headings with ##.",
      ],
    ],
  },
  {
    name: 'a page with a picture that is not there',
    files: page('![Quay](./quay.jpg)'),
    finds: [
      [
        `P-004 ${about}:5`,
        'There is no picture "content/pages/quay.jpg".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a page with a picture of another site',
    files: page('![Quay](https://example.com/quay.jpg)'),
    finds: [
      [
        `P-002 ${about}:5:1`,
        'The picture "https://example.com/quay.jpg" is not a file of this paper.',
        'Put the file into content/pages/ and write ./name.jpg.',
      ],
    ],
  },
  {
    name: 'a page that links to an article that is not there',
    files: page('[The vote](/2019/03/01/harbour-vot/)'),
    finds: [
      [`R-003 ${about}:5`, 'There is no article "2019/03/01/harbour-vot".', 'Did you mean "2019/03/01/harbour-vote"?'],
    ],
  },
  {
    name: 'a page that links to a draft',
    files: {
      ...page('[The vote](/2019/03/01/second/)'),
      'content/articles/2019/03/01/second/index.md': article({ id: 'k7m2xr', status: 'draft' }),
    },
    finds: [
      [
        `R-005 ${about}:5`,
        'The text links to "2019/03/01/second", which is a draft.',
        'Delete the link, or publish the article.',
      ],
    ],
  },
  {
    name: 'a page whose name has capital letters',
    files: { 'content/pages/About.md': '---\ntitle: About\n---\nOurs.' },
    finds: [['L-005 content/pages/About.md', '"About" cannot be the name of a page.', pageName]],
  },
  {
    name: 'a page in a folder of its own',
    files: { 'content/pages/about/index.md': '---\ntitle: About\n---\nOurs.' },
    finds: [['L-005 content/pages/about/index.md', '"about/index" cannot be the name of a page.', pageName]],
  },
  {
    name: 'a page whose name is a year',
    files: { 'content/pages/2019.md': '---\ntitle: About\n---\nOurs.' },
    finds: [['L-005 content/pages/2019.md', '"2019" cannot be the name of a page.', pageName]],
  },
  {
    name: 'a page under the name of one that every paper has',
    files: { 'content/pages/search.md': '---\ntitle: Search\n---\nOurs.' },
    finds: [
      [
        'L-006 content/pages/search.md',
        'The address /search/ belongs to a page that every paper has.',
        'Name the file otherwise: content/pages/about-search.md.',
      ],
    ],
  },
  {
    name: 'a page that does not end in .md',
    files: { 'content/pages/about.markdown': '---\ntitle: About\n---\nOurs.' },
    finds: [['L-001 content/pages/about.markdown', 'The file does not end in .md.', 'Name it content/pages/about.md.']],
  },
  {
    name: 'an order of pages that names one that is not there',
    files: paper('[abuot]'),
    finds: [['R-001 content/publication.yaml:6', 'There is no "abuot" in content/pages/.', 'Did you mean "about"?']],
  },
  {
    name: 'an order of pages that names one twice',
    files: paper('[about, about]'),
    finds: [['R-006 content/publication.yaml:6', '"about" is named here already.', 'Delete one of the two.']],
  },

  {
    name: 'a link to a section that is not there',
    files: body('See [the section](/sections/wrold/).'),
    finds: [['R-001 *:9', 'There is no "wrold" in content/sections/.', 'Did you mean "world"?']],
  },
  {
    name: 'a link to a topic that is not there',
    files: body('Ships came in.\n\nSee [the topic](https://broadsheet.example/topics/sanction/).'),
    finds: [['R-001 *:11', 'There is no "sanction" in content/topics/.', 'Did you mean "sanctions"?']],
  },
  {
    name: 'a link to a contributor who is not there',
    files: body('By [us](/contributors/graphics/).'),
    finds: [
      [
        'R-001 *:9',
        'There is no "graphics" in content/contributors/.',
        'Write content/contributors/graphics.yaml, or name one that is there.',
      ],
    ],
  },
  {
    name: 'a link to a static page that is not there',
    files: body('See [contact](/contact/).'),
    finds: [
      [
        'R-001 *:9',
        'There is no "contact" in content/pages/.',
        'Write content/pages/contact.md, or name one that is there.',
      ],
    ],
  },
  {
    name: 'a link to a month that does not exist',
    files: body('See [the month](/2019/13/).'),
    finds: [
      [
        'B-136 *:9:5',
        'A link goes to "/2019/13/", and this paper has no such page.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link to a print date that is none',
    files: body('See [the edition](/editions/friday/).'),
    finds: [
      [
        'B-136 *:9:5',
        'A link goes to "/editions/friday/", and this paper has no such page.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },

  {
    name: 'a front page that is not named after a day',
    files: { 'content/fronts/friday.yaml': 'lead: 2019/03/01/second\n' },
    finds: [
      [
        'L-003 content/fronts/friday.yaml',
        '"friday" is not a day.',
        'Name the file after the day of the edition: content/fronts/2019-03-01.yaml.',
      ],
    ],
  },
  {
    name: 'a front page of a day that does not exist',
    files: { 'content/fronts/2019-02-30.yaml': 'lead: 2019/03/01/second\n' },
    finds: [
      [
        'L-003 content/fronts/2019-02-30.yaml',
        '"2019-02-30" is not a day.',
        'Name the file after the day of the edition: content/fronts/2019-03-01.yaml.',
      ],
    ],
  },
  {
    name: 'a front page led by a story that is not there',
    files: front('lead: 2019/03/01/secnd\n'),
    finds: [
      [
        'R-003 content/fronts/2019-03-01.yaml:1',
        'There is no article "2019/03/01/secnd".',
        'Did you mean "2019/03/01/second"?',
      ],
    ],
  },
  {
    name: 'a front page that names no path',
    files: front('briefs:\n  - harbour\n'),
    finds: [['R-002 content/fronts/2019-03-01.yaml:2', '"harbour" is not the path of an article.', aPath]],
  },
  {
    name: 'a front page that names an article by its slug alone',
    files: front('briefs:\n  - harbour-vote\n'),
    finds: [
      [
        'R-002 content/fronts/2019-03-01.yaml:2',
        '"harbour-vote" is not the path of an article.',
        'Did you mean "2019/03/01/harbour-vote"?',
      ],
    ],
  },
  {
    name: 'a front page that keeps a story inside that is not there',
    files: front('inside: [2019/03/02/nothing-of-this]\n'),
    finds: [['R-003 content/fronts/2019-03-01.yaml:1', 'There is no article "2019/03/02/nothing-of-this".', noOther]],
  },
  {
    name: 'a front page that names a story twice, once in a pair',
    files: front('second:\n  - 2019/03/01/second\npairs:\n  - [2019/03/01/harbour-vote, 2019/03/01/second]\n'),
    finds: [
      [
        'R-006 content/fronts/2019-03-01.yaml:4',
        'The story "2019/03/01/second" has a place on this front page already.',
        'Name it once, where it is to stand.',
      ],
    ],
  },
  {
    name: 'a pair of one story',
    files: front('pairs: [[2019/03/01/second]]\n'),
    finds: [
      [
        'S-004 content/fronts/2019-03-01.yaml:1',
        'The field "pairs › 1" is not two stories.',
        'Stories that stand side by side, two by two: `[[2019/03/01/slug, 2019/03/01/other]]`.',
      ],
    ],
  },
  {
    name: 'a front page with a place that there is not',
    files: front('leads: 2019/03/01/second\n'),
    finds: [['S-002 content/fronts/2019-03-01.yaml:1', 'There is no field "leads".', 'Did you mean "lead"?']],
  },

  {
    name: 'a picture for the icons that is not there',
    files: { 'content/publication.yaml': `${named}icon: ./icon.svg\n` },
    finds: [
      [
        'P-004 content/publication.yaml:7',
        'There is no picture "content/icon.svg".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a drawing of the name that is not there',
    files: { 'content/publication.yaml': `${named}nameplate: ./name.svg\n` },
    finds: [
      [
        'P-004 content/publication.yaml:7',
        'There is no picture "content/name.svg".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a drawing of the name that is no drawing',
    files: { 'content/publication.yaml': `${named}nameplate: ./name.png\n` },
    finds: [
      [
        'S-004 content/publication.yaml:7',
        'The field "nameplate" is not a drawing (SVG).',
        'The name as a drawing, in the place of letters at the head of pages, dark on nothing, in content/: `./nameplate.svg`.',
      ],
    ],
  },
  {
    name: 'a drawing of the name with a script in it',
    files: {
      'content/publication.yaml': `${named}nameplate: ./name.svg\n`,
      'content/name.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 1"><script>1</script><path d="M0 0h9v1z"/></svg>',
    },
    finds: [
      [
        'P-010 content/publication.yaml:7',
        'The drawing "name.svg" has <script> in it, which does nothing in a picture (line 1).',
        'Export it without scripts and movement, as it is to be seen on paper, or as PNG at twice the size.',
      ],
    ],
  },
  {
    name: 'a picture for the icons that lies elsewhere',
    files: { 'content/publication.yaml': `${named}icon: ../public/favicon.svg\n` },
    finds: [
      [
        'P-002 content/publication.yaml:7',
        'The picture "../public/favicon.svg" is not a file in content/.',
        'Put the file into content/ and write ./icon.svg.',
      ],
    ],
  },

  {
    name: 'a portrait that is not there',
    files: person('portrait:\n  file: ./desk.png\n  alt: A desk.\n'),
    finds: [
      [
        'P-004 content/contributors/newsdesk.yaml:3',
        'There is no picture "content/contributors/desk.png".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a portrait that lies with an article',
    files: person('portrait:\n  file: ../articles/2019/03/01/second/desk.png\n  alt: A desk.\n'),
    finds: [
      [
        'P-002 content/contributors/newsdesk.yaml:3',
        'The picture "../articles/2019/03/01/second/desk.png" is not a file in content/contributors/ or content/pictures/.',
        'Put the file into content/contributors/ and write ./name.jpg.',
      ],
    ],
  },
  {
    name: 'a portrait without alt text',
    files: person('portrait: { file: ./desk.png }\n'),
    finds: [
      [
        'S-001 content/contributors/newsdesk.yaml:2',
        'The field "portrait › alt" is missing.',
        'What is to be seen, for readers who cannot see it. Write `alt: ""` if the picture is decoration. Never the caption again.',
      ],
    ],
  },
  {
    name: 'a portrait whose caption ends in a credit, with the caption as alt text',
    files: {
      ...person(
        'portrait:\n  file: ./desk.png\n  alt: "The desk. Photo: Agency"\n  caption: "The desk. Photo: Agency"\n',
      ),
      'content/contributors/desk.png': Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
        'base64',
      ),
    },
    finds: [
      [
        'C-001 content/contributors/newsdesk.yaml:4',
        'The alt text of "./desk.png" repeats its caption.',
        'Describe what is to be seen for readers who cannot see it; the caption is read to them as well.',
      ],
      [
        'C-002 content/contributors/newsdesk.yaml:5',
        'The caption of "./desk.png" ends in a credit: "Photo: Agency".',
        'Move it to the credit, where readers, feeds and the printed page look for it.',
      ],
    ],
  },
  {
    name: "a contributor's link without words",
    files: person('links:\n  - url: https://example.com\n'),
    finds: [
      [
        'S-001 content/contributors/newsdesk.yaml:3',
        'The field "links › 1 › label" is missing.',
        'The words of the link: "Letters to the desk".',
      ],
    ],
  },
  {
    name: "a contributor's link that is no web address",
    files: person('links:\n  - { label: Letters, url: "javascript:alert(1)" }\n'),
    finds: [
      [
        'S-004 content/contributors/newsdesk.yaml:3',
        'The field "links › 1 › url" is not a web address: "javascript:alert(1)".',
        'Where it goes: an address that begins with https://.',
      ],
    ],
  },
  {
    name: 'a topic whose name cannot be part of an address',
    files: { 'content/topics/North Korea.yaml': 'name: North Korea\n' },
    finds: [
      [
        'L-005 content/topics/North Korea.yaml',
        '"North Korea" cannot be part of an address.',
        'Name the file in lower-case letters, digits and hyphens, and in no other folder: content/topics/harbour-news.yaml.',
      ],
    ],
  },
  {
    name: 'a section that stands in no navigation',
    files: {
      'content/sections/world.yaml': 'name: World\n',
      'content/sections/town.yaml': 'name: Town\n',
      'content/sections/sport.yaml': 'name: Sport\n',
      'content/articles/2019/03/01/town-hall/index.md': article({ id: 'k7m2xs', section: 'town' }),
      'content/articles/2019/03/01/to-come/index.md': article({ id: 'k7m2xt', section: 'sport', status: 'draft' }),
    },
    finds: [
      [
        'R-008 content/publication.yaml:5',
        'The section "town" has stories and is not in this list: no navigation leads to its page.',
        'Add it where it is to stand: `sections: [world, town]`.',
      ],
    ],
  },
];
