import type { Code } from './codes.ts';

/** What is wrong by a code, and the same right: lines of a file, or what lies where. */
export interface Example {
  wrong: string;
  right: string;
}

const figure = '![The quay at dawn](./quay.jpg "The quay at dawn, on Monday.")';
const ledger = (line: string) => `content/ledger.jsonl: ${line}`;
const atQuay = (file: string) => `content/articles/2019/03/01/harbour-vote/${file}`;
const drawn = (rest: string) => `![The quay](./quay.svg), and in quay.svg: ${rest}`;

/** An example for each code. Those of B, C, P and V are lines of a text, those of S and Y lines of front matter. */
export const examples: Record<Code, Example> = {
  'F-001': { wrong: 'Caf\\xe9, saved as Windows-1252', right: 'Café, saved as UTF-8' },
  'F-002': {
    wrong: 'headline: Harbour vote\n\nShips came in.',
    right: '---\nheadline: Harbour vote\n---\n\nShips came in.',
  },
  'F-003': {
    wrong: '---\nheadline: Harbour vote\n\nShips came in.',
    right: '---\nheadline: Harbour vote\n---\n\nShips came in.',
  },
  'F-004': { wrong: 'content/paper.yaml', right: 'content/publication.yaml' },
  'F-005': { wrong: '---\nstatus: published\n---', right: '---\nstatus: published\n---\n\nShips came in.' },
  'F-006': { wrong: 'content/ledger.jsonl/ (a folder)', right: 'content/ledger.jsonl (a file)' },
  'F-007': {
    wrong: `${atQuay('index.md')} with nothing in it`,
    right: '---\nheadline: Harbour vote\n---\n\nShips came in.',
  },
  'F-008': { wrong: `${atQuay('quay.jpg')} -> /home/ann/quay.jpg`, right: `${atQuay('quay.jpg')}, the file itself` },

  'Y-001': { wrong: 'headline: [Harbour', right: 'headline: Harbour vote' },
  'Y-002': { wrong: '---\n---', right: '---\nheadline: Harbour vote\n---' },
  'Y-003': { wrong: 'kicker: *Exclusive*', right: 'kicker: "*Exclusive*"' },
  'Y-004': { wrong: 'kicker: #MeToo', right: 'kicker: "#MeToo"' },
  'Y-005': { wrong: 'status: ‘draft’', right: "status: 'draft'" },
  'Y-006': { wrong: 'headline: ”Gå”', right: "headline: 'Gå'" },
  'Y-007': { wrong: 'headline: 1984', right: 'headline: "1984"' },
  'Y-008': { wrong: 'kicker:\u00a0Vote', right: 'kicker: Vote' },
  'Y-009': { wrong: 'kicker： Vote', right: 'kicker: Vote' },
  'Y-010': { wrong: 'headline: "Fish" #1', right: 'headline: "Fish #1"' },
  'Y-011': { wrong: 'topics:\n– sanctions', right: 'topics:\n- sanctions' },

  'S-001': { wrong: 'dateline: { date: 2019-02-28 }', right: 'dateline: { place: Hanoi, date: 2019-02-28 }' },
  'S-002': { wrong: 'title: Harbour vote', right: 'shortHeadline: Harbour vote' },
  'S-003': { wrong: 'promos: { follow: maybe }', right: 'promos: { follow: true }' },
  'S-004': {
    wrong: 'published: 2019-02-30T05:00:00+08:00',
    right: 'published: 2019-03-01T05:00:00+08:00',
  },
  'S-009': { wrong: 'id: K7M2XQ', right: 'id: k7m2xq' },
  'S-020': {
    wrong: 'picture: { file: ./quay.jpg, alt: "", source: "https://user@example.com/" }',
    right: 'picture: { file: ./quay.jpg, alt: "", source: "https://example.com/" }',
  },

  'L-001': { wrong: atQuay('index.txt'), right: atQuay('index.md') },
  'L-002': { wrong: 'content/articles/quay/index.md', right: atQuay('index.md') },
  'L-003': { wrong: 'content/fronts/friday.yaml', right: 'content/fronts/2019-03-01.yaml' },
  'L-004': { wrong: 'content/story.md', right: atQuay('index.md') },
  'L-005': { wrong: 'content/pages/About us.md', right: 'content/pages/about-us.md' },
  'L-006': { wrong: 'content/pages/search.md', right: 'content/pages/about-search.md' },
  'L-007': { wrong: `${atQuay('quay.jpg')} alone`, right: `${atQuay('quay.jpg')} beside ${atQuay('index.md')}` },
  'L-008': { wrong: `${atQuay('index.md/')} (a folder)`, right: `${atQuay('index.md')} (a file)` },
  'L-009': {
    wrong: 'content/sections/world.yaml and content/sections/world.yml',
    right: 'content/sections/world.yaml',
  },

  'P-001': {
    wrong: ':::figure{alt="The quay"}\nShips.\n:::',
    right: ':::figure{src="./quay.jpg" alt="The quay"}\nShips.\n:::',
  },
  'P-002': { wrong: '![The quay](https://example.com/quay.jpg)', right: '![The quay](./quay.jpg)' },
  'P-003': { wrong: '![](./quay.jpg)', right: '![The quay at dawn](./quay.jpg)' },
  'P-004': { wrong: '![The quay](./Quay.JPG)', right: '![The quay](./quay.jpg)' },
  'P-005': { wrong: '![The quay](./quay.pdf)', right: '![The quay](./quay.jpg)' },
  'P-006': { wrong: 'quay.jpg with 20,000 × 15,000 pixels', right: 'quay.jpg with 3,000 × 2,250 pixels' },
  'P-008': {
    wrong: ':::figure{src="./quay.jpg" alt="The quay" source="AFP"}\nShips.\n:::',
    right: ':::figure{src="./quay.jpg" alt="The quay" source="https://example.com/quay"}\nShips.\n:::',
  },
  'P-009': {
    wrong: ':::figure{src="./quay.jpg" alt="The quay" focus="left"}\nShips.\n:::',
    right: ':::figure{src="./quay.jpg" alt="The quay" focus="10% 50%"}\nShips.\n:::',
  },
  'P-010': { wrong: drawn('<script>draw()</script>'), right: drawn('<path d="M0 0h9v9"/>') },
  'P-011': { wrong: drawn('<text>🿾</text>'), right: drawn('the letters as outlines') },
  'P-012': { wrong: drawn('<path stroke="white"/>'), right: drawn('<path stroke="black"/>') },
  'P-013': {
    wrong: '![The quay](./quay.gif), which moves',
    right: ':::video{file="./quay.mp4" captions="./quay.vtt" poster="./quay.jpg" alt="The quay"}\nShips.\n:::',
  },
  'P-014': { wrong: 'a picture that its encoder cannot read', right: 'the same, saved again as JPEG or PNG' },

  'V-001': {
    wrong: ':::video{poster="./quay.jpg" alt="The quay" file="https://example.com/quay.mp4"}\nShips.\n:::',
    right: ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/quay"}\nShips.\n:::',
  },
  'V-002': {
    wrong: ':::video{poster="./quay.jpg" alt="The quay" file="./crane.mp4"}\nShips.\n:::',
    right: ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/quay"}\nShips.\n:::',
  },
  'V-003': { wrong: 'file="./quay.avi"', right: 'file="./quay.mp4"' },
  'V-004': { wrong: 'file="./quay.mp4", of 900 MB', right: 'href="https://films.example/quay"' },
  'V-005': { wrong: 'captions="./quay.srt"', right: 'captions="./quay.vtt", which begins with WEBVTT' },
  'V-006': {
    wrong:
      ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/" captions="./quay.vtt"}\nShips.\n:::',
    right: ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/"}\nShips.\n:::',
  },

  'C-001': {
    wrong: '![Ships at the quay](./quay.jpg "Ships at the quay.")',
    right: figure.replace('The quay at dawn]', 'Three ships beside a crane]'),
  },
  'C-002': {
    wrong: '![The quay](./quay.jpg "Ships came in. PHOTO: AFP")',
    right: '![The quay](./quay.jpg "Ships came in. | PHOTO: AFP")',
  },

  'A-001': {
    wrong: ledger('harbour-vote, 1 March'),
    right: ledger('{"id":"k7m2xq","permalink":"/2019/03/01/harbour-vote/",…}'),
  },
  'A-002': {
    wrong: `${atQuay('index.md')} deleted after it was out`,
    right: 'status: { withdrawn: 2019-03-02T05:00:00+08:00, reason: The vote was another. }',
  },
  'A-003': { wrong: 'id: nthr22, where the article was published as k7m2xq', right: 'id: k7m2xq' },
  'A-004': { wrong: 'status: draft, of an article that was out', right: 'status: published' },
  'A-005': {
    wrong: 'published: 2019-03-02T05:00:00+08:00, of an article that was out the day before',
    right: 'published: 2019-03-01T05:00:00+08:00\nupdated: 2019-03-02T05:00:00+08:00',
  },
  'A-006': { wrong: 'aliases: [/2019/02/28/old-vote/]', right: 'aliases: [/2019/02/28/old-vote/, /a/zqd222/]' },

  'D-001': { wrong: 'id: k7m2xq, as in another article', right: 'id: nthr22' },
  'D-002': {
    wrong: 'aliases: [/2019/03/01/second/], where there is an article',
    right: 'aliases: [/2019/02/28/second/]',
  },

  'R-001': { wrong: 'section: wrold', right: 'section: world' },
  'R-002': {
    wrong: 'related: [{ heading: See also, stories: [/a/k7m2xr/] }]',
    right: 'related: [{ heading: See also, stories: [2019/03/01/second] }]',
  },
  'R-003': { wrong: '[The vote](/2019/03/01/secnd/)', right: '[The vote](/2019/03/01/second/)' },
  'R-004': {
    wrong: 'related: [{ heading: See also, stories: [2019/03/01/harbour-vote] }], in that article',
    right: 'related: [{ heading: See also, stories: [2019/03/01/second] }]',
  },
  'R-005': { wrong: '[The vote](/2019/03/01/second/), a draft', right: 'The vote' },
  'R-006': { wrong: 'sections: [world, town, world]', right: 'sections: [world, town]' },
  'R-007': { wrong: '[The vote](/2019/02/28/old-vote/)', right: '[The vote](/2019/03/01/harbour-vote/)' },
  'R-008': { wrong: 'sections: [world], where stories have section: town', right: 'sections: [world, town]' },

  'B-001': { wrong: `${'> '.repeat(600)}Ships.`, right: '> Ships.' },
  'B-101': { wrong: '# Quay\n\nShips.', right: '## Quay\n\nShips.' },
  'B-102': { wrong: '## Quay\n\n#### Crane', right: '## Quay\n\n### Crane' },
  'B-103': { wrong: 'Ships.\n\n##', right: 'Ships.\n\n## Quay' },
  'B-104': { wrong: 'Ships\u00ad came in.', right: 'Ships came in.' },
  'B-105': { wrong: 'They came[^1] in.', right: 'They came[^1] in.\n\n[^1]: On Monday.' },
  'B-106': { wrong: 'Ships [](https://example.com) came.', right: 'Ships [came](https://example.com).' },
  'B-107': { wrong: '[Ships](javascript:void)', right: '[Ships](https://example.com/ships)' },
  'B-108': { wrong: 'Ships[^1].\n\n[^1]: One.\n[^1]: Two.', right: 'Ships[^1].\n\n[^1]: One.' },
  'B-109': { wrong: 'Ships.\n\n[^crane]: One.', right: 'Ships[^crane].\n\n[^crane]: One.' },
  'B-110': { wrong: '![The quay][quay]\n\n[quay]: ./quay.jpg', right: '![The quay](./quay.jpg)' },
  'B-111': { wrong: 'Ships ![The quay](./quay.jpg) came.', right: 'Ships came.\n\n![The quay](./quay.jpg)' },
  'B-112': { wrong: 'See [the quay](my photo.html).', right: 'See [the quay](https://example.com/my-photo).' },
  'B-113': { wrong: '| Port |\n| --- |\n| Asha | 12 |', right: '| Port | Ships |\n| --- | --- |\n| Asha | 12 |' },
  'B-114': { wrong: '| a | b |\n| — | — |\n| 1 | 2 |', right: '| a | b |\n| --- | --- |\n| 1 | 2 |' },
  'B-115': { wrong: '| Port |\n| --- |\n| Asha |\nShips.', right: '| Port |\n| --- |\n| Asha |\n\nShips.' },
  'B-116': { wrong: '| `a|b` | c |\n| - | - |\n| 1 | 2 |', right: '| `a\\|b` | c |\n| - | - |\n| 1 | 2 |' },
  'B-117': { wrong: 'See [it][r].', right: 'See [it][r].\n\n[r]: https://example.com' },
  'B-118': { wrong: 'Ships.\n\n[r]: https://example.com', right: 'See [it][r].\n\n[r]: https://example.com' },
  'B-119': {
    wrong: 'See [it][r].\n\n[r]: https://example.com\n[R]: https://example.org',
    right: 'See [it][r].\n\n[r]: https://example.com',
  },
  'B-120': { wrong: 'It was **very late.', right: 'It was **very** late.' },
  'B-121': {
    wrong: '[Ships[^1]](https://example.com)\n\n[^1]: Boats.',
    right: '[Ships](https://example.com)[^1]\n\n[^1]: Boats.',
  },
  'B-125': { wrong: '[Ships](https://broadsheet.example@example.com/)', right: '[Ships](https://example.com/)' },
  'B-126': {
    wrong: '[https://example.com/quay](https://example.org/quay)',
    right: '[https://example.org/quay](https://example.org/quay)',
  },
  'B-130': {
    wrong: 'See [it][r].\n[r]: https://example.com',
    right: 'See [it][r].\n\n[r]: https://example.com',
  },
  'B-131': { wrong: '~~~ js\ncode', right: '~~~ js\ncode\n~~~' },
  'B-132': { wrong: 'Ships came in.\n---\nMore.', right: 'Ships came in.\n\n---\n\nMore.' },
  'B-133': { wrong: '1999. A good year.', right: '1999\\. A good year.' },
  'B-134': { wrong: '1999. A good year.\n\n2001. A bad one.', right: '1999\\. A good year.\n\n2001\\. A bad one.' },
  'B-135': { wrong: '## Quay\n\n[Ships](#crane)', right: '## Quay\n\n[Ships](#quay)' },
  'B-136': { wrong: 'See [the month](/2019/13/).', right: 'See [the month](/2019/12/).' },
  'B-137': { wrong: 'See [it](/a/k7m2xr/).', right: 'See [it](https://example.com/).' },
  'B-138': { wrong: 'Ships [gallery ids="1,2"] came.', right: 'Ships came.' },
  'B-201': { wrong: 'Ships :red[came] in.', right: 'Ships *came* in.' },
  'B-202': { wrong: 'Ships :lang[venus]{tag=fr_FR} in.', right: 'Ships :lang[venus]{tag=fr-FR} in.' },
  'B-203': { wrong: ':::note\nShips.\n:::', right: ':::fact-box[Note]\nShips.\n:::' },
  'B-204': { wrong: ':::fact-box[Quay]\nShips.', right: ':::fact-box[Quay]\nShips.\n:::' },
  'B-205': { wrong: '::fact-box[Quay]', right: ':::fact-box[Quay]\nShips.\n:::' },
  'B-206': { wrong: ':::pull-quote{author="Ann"}\nShips.\n:::', right: ':::pull-quote{by="Ann"}\nShips.\n:::' },
  'B-207': {
    wrong: ':::figure{src="./quay.jpg" alt="The quay" placement="left"}\nShips.\n:::',
    right: ':::figure{src="./quay.jpg" alt="The quay" placement="inset"}\nShips.\n:::',
  },
  'B-208': { wrong: ':::gallery[Quay]\nShips.\n:::', right: ':::gallery[Quay]\n![The quay](./quay.jpg)\n:::' },
  'B-209': {
    wrong: ':::video{poster="./quay.jpg" alt="The quay"}\nShips.\n:::',
    right: ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/"}\nShips.\n:::',
  },
  'B-210': {
    wrong:
      ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/" duration="two minutes"}\nShips.\n:::',
    right: ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/" duration="2:00"}\nShips.\n:::',
  },
  'B-211': { wrong: '::related[See also]', right: '::related[See also]{stories="2019/03/01/second"}' },
  'B-212': { wrong: ':::timeline[Quay]\nShips.\n:::', right: ':::timeline[Quay]\n- **Noon** Ships.\n:::' },
  'B-213': { wrong: ':::table[Quay]\nShips.\n:::', right: ':::table[Quay]\n| Port |\n| --- |\n| Asha |\n:::' },
  'B-214': { wrong: ':::fact-box\nShips.\n:::', right: ':::fact-box[Quay]\nShips.\n:::' },
  'B-215': {
    wrong: ':::figure{src="./quay.jpg" alt="The quay"}\n- Ships\n:::',
    right: ':::figure{src="./quay.jpg" alt="The quay"}\nShips.\n:::',
  },
  'B-216': { wrong: ':::pull-quote{by="Ann"}\n:::', right: ':::pull-quote{by="Ann"}\nShips.\n:::' },
  'B-217': { wrong: '::: figure\n:::', right: ':::figure{src="./quay.jpg" alt="The quay"}\nShips.\n:::' },
  'B-218': { wrong: 'Ships :lang[]{tag=fr} in.', right: 'Ships :lang[venus]{tag=fr} in.' },
  'B-219': { wrong: ':::gallery[Quay]\n:::', right: ':::gallery[Quay]\n![The quay](./quay.jpg)\n:::' },
  'B-220': {
    wrong: ':::video{poster="./quay.jpg" alt="The quay" href="quay.html"}\nShips.\n:::',
    right: ':::video{poster="./quay.jpg" alt="The quay" href="https://example.com/quay"}\nShips.\n:::',
  },
  'B-221': {
    wrong: '::related{stories="https://elsewhere.example/second/"}',
    right: '::related{stories="2019/03/01/second"}',
  },
  'B-222': { wrong: ':::recipe{for=nobody}, where the function of the block throws', right: ':::recipe{for=four}' },
  'B-301': { wrong: 'Ships <font>came</font> in.', right: 'Ships *came* in.' },
  'B-302': { wrong: '<div style="color: red">\n\nShips.\n\n</div>', right: '<div lang="en">\n\nShips.\n\n</div>' },
  'B-303': { wrong: 'Ships.\n\n<!DOCTYPE html>', right: 'Ships.' },
  'B-304': { wrong: 'Ships <b>came in.', right: 'Ships <b>came</b> in.' },
  'B-305': { wrong: 'Ships <div>came</div> in.', right: '<div>\n\nShips came in.\n\n</div>' },
  'B-306': { wrong: 'Ships.\n\n<!-- came\n\nin.', right: 'Ships.\n\n<!-- came -->\n\nin.' },

  'X-001': { wrong: 'customCss names ./look.css, which is not there', right: 'src/look.css lies where it is named' },
  'X-002': { wrong: 'BROADSHEET_NOW=yesterday', right: 'BROADSHEET_NOW=2019-03-01T06:00:00+08:00' },
  'X-003': { wrong: 'a PDF in which pictures are missing', right: 'the same edition, built and printed again' },
  'X-004': {
    wrong: 'broadsheetCollections({ extend: { headline: z.string() } })',
    right: 'broadsheetCollections({ extend: { difficulty: z.number().describe("How hard it is.") } })',
  },
  'X-005': { wrong: 'dist/ belongs to another account', right: 'dist/ can be written by who builds' },

  'I-001': { wrong: 'review: required', right: 'no such line, once an editor has looked' },

  'D-101': { wrong: 'two articles with the same text', right: 'one of them, with aliases: [/2019/03/01/other-one/]' },
  'D-102': {
    wrong: `${atQuay('quay.jpg')} and ${atQuay('quay-2.jpg')}, the same but for a few pixels`,
    right: 'content/pictures/quay.jpg, named by both',
  },
  'D-103': {
    wrong: '![Ships at the quay at dawn](./quay.jpg "Ships at the quay at dawn on Monday.")',
    right: '![Three ships beside a crane](./quay.jpg "Ships at the quay at dawn on Monday.")',
  },
  'D-104': {
    wrong: '![Three ships](./quay.jpg "Ships came in. (REUTERS/Ann Quay)")',
    right: '![Three ships](./quay.jpg "Ships came in. | REUTERS/Ann Quay")',
  },
  'D-105': { wrong: 'He said "ships, and left.', right: 'He said "ships", and left.' },
  'D-106': { wrong: 'Ships came in in the the morning.', right: 'Ships came in in the morning.' },
  'D-107': { wrong: 'a headline of 120 letters, and no shortHeadline', right: 'shortHeadline: Harbour vote fails' },
  'D-108': {
    wrong: 'updated: 2019-03-04T05:00:00+08:00, of a story of 1 March, and no corrections',
    right: 'corrections: [{ at: 2019-03-04T05:00:00+08:00, kind: update, text: The vote was taken again. }]',
  },
  'D-109': {
    wrong: 'dateline: { place: Hanoi, date: 2019-03-28 }, published on 1 March',
    right: 'dateline: { place: Hanoi, date: 2019-02-28 }',
  },
  'D-110': { wrong: 'a lead picture of 320 × 240 pixels', right: 'the same of 1,600 × 1,200' },
  'D-111': {
    wrong: 'a picture of 400 pixels, saved with 1,600',
    right: 'the original with 1,600, or the one with 400',
  },
  'D-112': {
    wrong: '[The report](https://example.com/gone)',
    right: '[The report](https://example.com/where-it-is-now)',
  },
};
