import { body, told, type Input } from './input.ts';

const refused = (name: string): string => `The HTML tag <${name}> is not allowed in a body.`;
const picture = 'Write ![alt](./file.jpg "Caption | Credit"), with the file beside the text.';
const film =
  'Write :::video{poster="./quay.jpg" alt="…" href="https://…"}, or a link to the page where it is: [words](address).';
const look = 'Delete the tag and keep the words: how they look is set by the paper.';
const asText = (written: string) =>
  `If it is text, put it between \`backticks\` or write &lt; for its first mark: &lt;${written}`;

/** HTML, each with what stands for it here, and told once with all that stands in it. */
export const htmlInputs: Input[] = [
  ...Object.entries({
    h1: 'Begin the line with ## instead.',
    h3: 'Begin the line with ### instead.',
    blockquote: 'Begin the lines with > instead.',
    pre: 'Put the text between two lines of ```.',
    figure: picture,
    center: look,
  }).map(([name, remedy]) => told(`a tag <${name}>`, `<${name}>Quay</${name}>`, 'B-301 *:9:1', refused(name), remedy)),
  ...Object.entries({
    a: 'Write [words](address).',
    font: look,
    big: look,
    u: 'Write <ins> for what was added, *words* for stress, or leave the words as they are.',
    strike: 'Write ~~words~~ or <s>.',
    audio: 'Link to the page where it can be heard: [words](address).',
  }).map(([name, remedy]) =>
    told(`a tag <${name}> in a line`, `Ships <${name}>came</${name}> in.`, 'B-301 *:9:7', refused(name), remedy),
  ),
  ...[
    ['video', '<video controls><source src="./quay.mp4"><track src="./quay.vtt"></video>', film],
    ['object', '<object data="x"><param name="a"><embed src="b"></object>', film],
    ['picture', '<picture><source srcset="a.webp"><img src="a.jpg"></picture>', picture],
    ['figure', '<figure>\n<img src="a.jpg">\n<figcaption>Quay</figcaption>\n</figure>', picture],
    [
      'svg',
      '<svg><g><path d=""/><text>Quay</text></g></svg>',
      'Save it as a picture file and write ![alt](./file.png "Caption | Credit").',
    ],
    [
      'form',
      'Ships <form><input><button>Go</button></form>',
      'Delete it, or link to a page with the form: [words](address).',
    ],
  ].map(([name = '', text = '', remedy = '']) =>
    told(`a tag <${name}> with others in it`, text, `B-301 *:9:${text.indexOf('<') + 1}`, refused(name), remedy),
  ),
  ...[
    ['int', 'Ships std::vector<int> came.', 'int> came.'],
    ['String', 'Ships List<String> came.', 'String> came.'],
    ['string', 'Ships Array<Array<string>> came.', 'string> came.'],
    ['u', 'Ships vector<u> came.', 'u> came.'],
    ['your-name', 'Dear <your-name>, ships came.', 'your-name>'],
    ['first', 'Dear <first name>, ships came.', 'first name>'],
  ].map(([name = '', text = '', rest = '']) =>
    told(
      `text that looks like a tag <${name}>`,
      text,
      `B-301 *:9:${text.lastIndexOf('<') + 1}`,
      refused(name),
      asText(rest.replace(/>.*/, '>')),
    ),
  ),
  told(
    'a component',
    '<Chart data="x" />',
    'B-301 *:9:1',
    refused('Chart'),
    'Write in Markdown what it shows, or delete it.',
  ),
  told(
    'a component around words',
    '<Tabs>\n\nShips.\n\n</Tabs>',
    'B-301 *:9:1',
    refused('Tabs'),
    'Write in Markdown what it shows, or delete it.',
  ),
  told(
    'text that looks like a tag that is allowed',
    'Ships List<b> came.',
    'B-304 *:9:11',
    'The tag <b> is not closed.',
    'Write </b> after it, or &lt; for its first mark if it is text: &lt;b>',
  ),
  told(
    'the end of a tag that is not allowed',
    'Ships came.</font>',
    'B-304 *:9:12',
    'The tag </font> closes nothing.',
    'Delete it: it is not allowed in a body anyway.',
  ),
  told(
    'several attributes that are not allowed, once for the place',
    'Ships <span class="a" style="b" onclick="c" class="d">came</span>.',
    'B-302 *:9:7',
    'The attributes "class", "style" and "onclick" are not allowed on <span>.',
    'Delete them; allowed are lang, dir, title.',
  ),
  told(
    'an id, once with the links to it',
    'See [it](#quay).\n\n<span id="quay">Ships</span> came.',
    'B-302 *:11:1',
    'The attribute "id" is not allowed on <span>.',
    'Delete it, and link to a heading by its words, as in [words](#the-heading); allowed are lang, dir, title.',
  ),
  told(
    'a tag in a quotation, at its own place',
    '> <div>\n> <p style="b">Ships</p>\n> </div>',
    'B-302 *:10:3',
    'The attribute "style" is not allowed on <p>.',
    'Delete it; allowed are lang, dir, title.',
  ),
  {
    name: 'nothing in signs that are text',
    files: body('1 < 2, 3 > 2, I <3 you, <user@example.com>, a<b, `<a>`, &lt;a>.'),
    finds: [],
  },

  {
    name: 'each heading of a text that begins too low, once',
    files: body('### Quay\n\n#### Crane\n\n### Ships'),
    finds: [
      [
        'B-102 *:9:1',
        'The headings begin with rank 3.',
        'Take # away from each of them, so that the first rank is ##.',
      ],
    ],
  },
  {
    name: 'the only heading of a text, of too low a rank',
    files: body('#### Quay'),
    finds: [['B-102 *:9:1', 'The headings begin with rank 4.', 'Write ##, so that no rank is left out.']],
  },
  {
    name: 'each heading of the first rank, once',
    files: body('# Quay\n\n## Crane\n\n# Ships'),
    finds: [
      [
        'B-101 *:9:1',
        '2 headings of the first rank stand in the body.',
        'The headline is the only one: put one # more before every heading, so that the first rank is ##.',
      ],
    ],
  },
  {
    name: 'a first heading of too low a rank',
    files: body('#### Quay\n\n## Crane'),
    finds: [['B-102 *:9:1', 'The first heading is one of rank 4.', 'Write ##, so that no rank is left out.']],
  },

  {
    name: 'a block whose label cannot be read, once',
    files: body(
      `:::fact-box[Write to a@example.com \\[sic\\] :b[c] [d](e f) <i> [^1] {{ x }} www.example.com\n\nShips.\n\n:::`,
    ),
    finds: [
      [
        'B-217 *:9:1',
        'A line begins with ::: and is no block.',
        'Write a block as :::figure{src="./quay.jpg" alt="…"}, with every quotation mark and bracket closed, and ::: at its end.',
      ],
    ],
  },
  {
    name: 'a note of another system',
    files: body(':::note\nShips.\n:::'),
    finds: [
      [
        'B-203 *:9:1',
        'There is no block ":::note".',
        'Write :::fact-box[Note], with a title of your own between the brackets.',
      ],
    ],
  },
  {
    name: 'an end of a block where none is',
    files: body('Ships.\n\n:::'),
    finds: [
      [
        'B-217 *:11:1',
        'A line begins with ::: and is no block.',
        'Delete it if no block ends here; a block around another one begins and ends with one colon more.',
      ],
    ],
  },
  {
    name: 'a passage in another language without words',
    files: body('Ships :lang[]{tag=fr} in.'),
    finds: [['B-218 *:9:7', 'A passage has no words.', 'Write :lang[words]{tag=fr}.']],
  },
];
