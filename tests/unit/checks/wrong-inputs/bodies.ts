import { body, noUser, told, type Input } from './input.ts';

/** Texts that would come out as something else than the editor meant, or would do readers harm. */
export const bodyInputs: Input[] = [
  {
    name: 'a heading of the first rank',
    files: body('Ships.\n\n# Quay'),
    finds: [
      [
        'B-101 *:11:1',
        'A heading of the first rank stands in the body.',
        `The headline is the only one: begin the body's headings with ##.`,
      ],
    ],
  },
  {
    name: 'an underlined heading of the first rank',
    files: body('Quay\n===='),
    finds: [
      [
        'B-101 *:9:1',
        'A heading of the first rank stands in the body.',
        `The headline is the only one: begin the body's headings with ##.`,
      ],
    ],
  },
  {
    name: 'a heading that skips a rank',
    files: body('## Quay\n\n#### Crane'),
    finds: [['B-102 *:11:1', 'A heading of rank 4 follows one of rank 2.', 'Write ###, so that no rank is left out.']],
  },
  {
    name: 'a heading without words',
    files: body('Ships.\n\n##'),
    finds: [['B-103 *:11:1', 'A heading has no words.', 'Write them, or delete the line.']],
  },

  {
    name: 'a link that runs a script',
    files: body('Ships [came](javascript:alert(1)) in.'),
    finds: [
      [
        'B-107 *:9:7',
        'A link goes to "javascript:alert(1)", which is not a kind of address that readers can follow safely.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link that runs a script beside HTML',
    files: body('<b>Ships</b> came\nin [here](JaVaScRiPt:alert(1)).'),
    finds: [
      [
        'B-107 *:10:4',
        'A link goes to "JaVaScRiPt:alert(1)", which is not a kind of address that readers can follow safely.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link that runs a script written in entities',
    files: body('Ships [came](&#106;avascript&colon;alert(1)) in.'),
    finds: [
      [
        'B-107 *:9:7',
        'A link goes to "javascript:alert(1)", which is not a kind of address that readers can follow safely.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link that holds a page',
    files: body('[Ships](data:text/html,<script>alert(1)</script>)'),
    finds: [
      [
        'B-107 *:9:1',
        'A link goes to "data:text/html,%3Cscript%3Ealert(1)%3C/script%3E", which is not a kind of address that readers can follow safely.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link that runs Visual Basic',
    files: body('[Ships](vbscript:msgbox)'),
    finds: [
      [
        'B-107 *:9:1',
        'A link goes to "vbscript:msgbox", which is not a kind of address that readers can follow safely.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'an address in angle brackets that runs a script',
    files: body('<javascript:alert(1)>'),
    finds: [
      [
        'B-107 *:9:1',
        'A link goes to "javascript:alert(1)", which is not a kind of address that readers can follow safely.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link whose address holds a space',
    files: body('Ships [came in](https://example.com/a b).'),
    finds: [
      [
        'B-112 *:9:15',
        'A link or a picture is not written so that it works.',
        'Close the brackets, and put an address that holds spaces between < and >: [words](<./my photo.jpg>).',
      ],
    ],
  },
  {
    name: 'a link without an address',
    files: body('[Ships]()'),
    finds: [
      [
        'B-107 *:9:1',
        'A link has no address.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link without words',
    files: body('Ships [](https://example.com) came.'),
    finds: [
      [
        'B-106 *:9:7',
        'A link to "https://example.com" has no words.',
        'Write the words that readers follow: [words](address).',
      ],
    ],
  },
  {
    name: 'a link that holds nothing but HTML',
    files: body('[<br>](https://example.com)'),
    finds: [
      [
        'B-106 *:9:1',
        'A link to "https://example.com" has no words.',
        'Write the words that readers follow: [words](address).',
      ],
    ],
  },
  {
    name: 'a link that holds nothing but a footnote',
    files: body('[[^1]](https://example.com)\n\n[^1]: Ships.'),
    finds: [
      [
        'B-106 *:9:1',
        'A link to "https://example.com" has no words.',
        'Write the words that readers follow: [words](address).',
      ],
    ],
  },
  {
    name: 'a footnote in the words of a link',
    files: body('[Ships[^1]](https://example.com)\n\n[^1]: Boats.'),
    finds: [
      [
        'B-121 *:9:7',
        'The footnote "1" stands in the words of a link.',
        'Write its mark behind the link: [words](address)[^1].',
      ],
    ],
  },
  {
    name: 'a picture by a reference in a link',
    files: body('[![][3]](https://example.com)\n\n[3]: ./quay.jpg'),
    finds: [
      [
        'B-110 *:9:2',
        'A picture is named by a reference.',
        'Write its file in the picture itself: ![alt text](./quay.jpg "Caption | Credit").',
      ],
    ],
  },
  {
    name: 'a link with an escaped bracket whose address holds a space',
    files: body('[\\[Ships](a b)'),
    finds: [
      [
        'B-112 *:9:9',
        'A link or a picture is not written so that it works.',
        'Close the brackets, and put an address that holds spaces between < and >: [words](<./my photo.jpg>).',
      ],
    ],
  },

  {
    name: 'a strong word that is not closed',
    files: body('Ships **came in.\n\nThey left.'),
    finds: [
      [
        'B-120 *:9:7',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'a strong word that is not closed behind an address in brackets',
    files: body('[https://example.com/a] **Ships came.'),
    finds: [
      [
        'B-120 *:9:25',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'a link with an address for its words that is not written so that it works',
    files: body('[https://example.com/a](b c)'),
    finds: [
      [
        'B-112 *:9:23',
        'A link or a picture is not written so that it works.',
        'Close the brackets, and put an address that holds spaces between < and >: [words](<./my photo.jpg>).',
      ],
    ],
  },
  {
    name: 'a strong word that is not opened',
    files: body('Ships came** in.'),
    finds: [
      [
        'B-120 *:9:11',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'strong words over two paragraphs',
    files: body('**Ships came in.\n\nThey left.**'),
    finds: [
      [
        'B-120 *:9:1',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
      [
        'B-120 *:11:11',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'a strong word with spaces in its marks',
    files: body('Ships ** came ** in.'),
    finds: [
      [
        'B-120 *:9:7',
        'The marks ** would be shown as they are typed.',
        'Delete the space between the marks and the words: **words**.',
      ],
    ],
  },
  {
    name: 'a strong word with a space before its last mark',
    files: body('これは**「重要」 **です。'),
    finds: [
      [
        'B-120 *:9:4',
        'The marks ** would be shown as they are typed.',
        'Delete the space between the marks and the words: **words**.',
      ],
    ],
  },
  {
    name: 'a struck word with spaces in its marks',
    files: body('Ships ~~ came ~~ in.'),
    finds: [
      [
        'B-120 *:9:7',
        'The marks ~~ would be shown as they are typed.',
        'Delete the space between the marks and the words: ~~words~~.',
      ],
    ],
  },
  {
    name: 'struck words that end with one tilde',
    files: body('~~10유로~ 8유로'),
    finds: [
      [
        'B-120 *:9:1',
        'The marks ~~ would be shown as they are typed.',
        'Write ~~ at both ends of the words, in one paragraph, or \\~\\~ if the signs are meant.',
      ],
    ],
  },
  {
    name: 'quotation marks in the marks of a strong word between letters',
    files: body('Ships**“came”**in.'),
    finds: [
      [
        'B-120 *:9:6',
        'The marks ** would be shown as they are typed.',
        'Leave punctuation outside the marks, as in “**words**”, or put a space beside them.',
      ],
    ],
  },
  {
    name: 'underscores between letters of a script without spaces',
    files: body('これは__重要__です。'),
    finds: [
      [
        'B-120 *:9:4',
        'The marks __ would be shown as they are typed.',
        'Write ** on both sides: __ marks only what stands between spaces.',
      ],
    ],
  },
  {
    name: 'one underscore on each side between such letters',
    files: body('これは_重要_です。'),
    finds: [
      [
        'B-120 *:9:4',
        'The marks _ would be shown as they are typed.',
        'Write * on both sides: _ marks only what stands between spaces.',
      ],
    ],
  },
  {
    name: 'a strong word that ends with one mark',
    files: body('Ships **came* in.'),
    finds: [
      [
        'B-120 *:9:7',
        'The marks * would be shown as they are typed.',
        'Write as many marks behind the words as before them: **words** or *words*.',
      ],
    ],
  },
  {
    name: 'marks that begin within a link and end behind it',
    files: body('[Ships **came](https://example.com) in**.'),
    finds: [
      [
        'B-120 *:9:8',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'marks in a heading',
    files: body('## **Ships'),
    finds: [
      [
        'B-120 *:9:4',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'marks in a cell',
    files: body('| Ships |\n| --- |\n| **came |'),
    finds: [
      [
        'B-120 *:11:3',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'marks in a title of a block',
    files: body(':::fact-box[**Ships]\nThey came.\n:::'),
    finds: [
      [
        'B-120 *:9:13',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'marks in a note',
    files: body('Ships[^1].\n\n[^1]: They **came.'),
    finds: [
      [
        'B-120 *:11:12',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'marks in a quotation in a list',
    files: body('- > Ships\n  > **came.'),
    finds: [
      [
        'B-120 *:10:5',
        'The marks ** would be shown as they are typed.',
        'Write ** at both ends of the words, in one paragraph, or \\*\\* if the signs are meant.',
      ],
    ],
  },
  {
    name: 'marks in an attribute',
    files: body(':::pull-quote{by="**Ann** Lee"}\nShips.\n:::'),
    finds: [
      [
        'B-120 *:9:1',
        'The marks ** would be shown as they are typed.',
        'Delete the marks: titles and attributes are plain text. A caption with marks goes into a :::figure.',
      ],
    ],
  },
  {
    name: 'marks in a block of HTML',
    files: body('<div>\n**Ships**\n</div>'),
    finds: [
      [
        'B-120 *:10:1',
        'The marks ** would be shown as they are typed.',
        'Leave a line empty after the tag, so that Markdown is read there, or write <strong>, <em> or <del>.',
      ],
    ],
  },
  {
    name: 'a link that depends on where it is read',
    files: body('[Ships](quay.html)'),
    finds: [
      [
        'B-107 *:9:1',
        'A link goes to "quay.html", which depends on where it is read.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link without a protocol',
    files: body('[Ships](//example.com/quay)'),
    finds: [
      [
        'B-107 *:9:1',
        'A link goes to "//example.com/quay", which depends on where it is read.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  {
    name: 'a link to a page that this paper has not',
    files: body('[Ships](/2019/3/1/second/)'),
    finds: [
      [
        'B-136 *:9:1',
        'A link goes to "/2019/3/1/second/", and this paper has no such page.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },
  ...[
    ['a link with a password', 'Ships [came](https://user:password@example.com/quay) in.', 7],
    ['a link with the name of a user', 'Ships [came](https://user@example.com/quay) in.', 7],
    ['an address in angle brackets with a password', 'Ships <https://user:password@example.com/quay> came.', 7],
    ['a bare address with a password', 'Ships https://user:password@example.com/quay came.', 7],
    ['a link that names a user by a reference', 'Ships [came][1] in.\n\n[1]: https://user@example.com', 7],
    ['a link whose host ends in a backslash', 'Ships [came](https://example.org\\\\@example.com) in.', 7],
  ].map(([name, text, column]): Input => ({
    name: String(name),
    files: body(String(text)),
    finds: [[`B-125 *:9:${column}`, 'The address of a link names a user before its host.', noUser]],
  })),
  {
    name: 'a link with a host that browsers read otherwise',
    files: body('[Ships](https:/example.com/quay)'),
    finds: [
      [
        'B-125 *:9:1',
        'The address of a link has another host than it seems to have: example.com.',
        'Write the host as browsers read it: https://example.com/.',
      ],
    ],
  },
  {
    name: 'a link whose words are another address',
    files: body('[https://example.com/quay](https://example.org/quay)'),
    finds: [
      [
        'B-126 *:9:1',
        'The words of a link are an address at example.com, and it goes to example.org.',
        'Write the address where it goes, or words that say what is there.',
      ],
    ],
  },
  {
    name: 'a link to a heading that is not there',
    files: body('## Quay\n\n[Ships](#text-crane)'),
    finds: [
      [
        'B-135 *:11:1',
        'A link goes to "#text-crane", and no heading of the text has that name.',
        'The headings are #quay.',
      ],
    ],
  },
  {
    name: 'an address that cannot be one',
    files: body('[Ships](https://)'),
    finds: [
      [
        'B-107 *:9:1',
        'A link goes to "https://", which is not an address.',
        'Write an address that begins with https://, mailto: or tel:, or a permalink of this paper such as /2019/03/01/slug/.',
      ],
    ],
  },

  {
    name: 'a footnote without a text',
    files: body('Ships.\n\nThey came[^1] in.'),
    finds: [
      [
        'B-105 *:11:10',
        'The footnote "1" has no text.',
        'Write "[^1]: the text" on a line of its own, or delete the mark.',
      ],
    ],
  },
  {
    name: 'two texts for one footnote',
    files: body('Ships[^1].\n\n[^1]: One.\n[^1]: Two.'),
    finds: [
      [
        'B-108 *:12:1',
        'There are two texts for the footnote "1".',
        'Keep one of them, or give the other a name of its own.',
      ],
    ],
  },
  {
    name: 'a footnote that nothing refers to',
    files: body('Ships.\n\n[^crane]: One.'),
    finds: [
      ['B-109 *:11:1', 'Nothing refers to the footnote "crane".', 'Write [^crane] where it belongs, or delete it.'],
    ],
  },

  {
    name: 'a block that there is none of',
    files: body(':::sidebar\nShips.\n:::'),
    finds: [
      [
        'B-203 *:9:1',
        'There is no block ":::sidebar".',
        'Write :::fact-box[Sidebar], with a title of your own between the brackets.',
      ],
    ],
  },
  {
    name: 'a block with a name that JavaScript knows',
    files: body(':::constructor\nShips.\n:::'),
    finds: [
      [
        'B-203 *:9:1',
        'There is no block ":::constructor".',
        'The blocks are figure, gallery, video, related, pull-quote, fact-box, timeline, table.',
      ],
    ],
  },
  {
    name: 'a block that is not closed',
    files: body(':::fact-box[Quay]\nShips.'),
    finds: [
      [
        'B-204 *:9:1',
        'The block ":::fact-box" is not closed.',
        'End it with ::: on a line of its own; a block around another one begins and ends with one colon more.',
      ],
    ],
  },
  {
    name: 'a block around a block with as many colons',
    files: body(':::fact-box[Quay]\n:::pull-quote\nShips.\n:::\n:::'),
    finds: [
      [
        'B-205 *:9:1',
        'The block ":::fact-box" has no more colons than the block in it, on line 10.',
        'Begin it with ::::fact-box and end it with ::::, since a block around another one has one colon more.',
      ],
    ],
  },
  {
    name: 'a block around a block, not closed itself',
    files: body('::::fact-box[Quay]\n:::pull-quote\nShips.\n:::'),
    finds: [
      [
        'B-204 *:9:1',
        'The block "::::fact-box" is not closed.',
        'End it with :::: on a line of its own; a block around another one begins and ends with one colon more.',
      ],
    ],
  },
  ...(
    [
      ['video', ':::video{poster="./quay.jpg" alt="Quay" href="https://films.example"}'],
      ['figure', ':::figure{src="./quay.jpg" alt="Quay"}'],
      ['gallery', ':::gallery[Quay]'],
      ['timeline', ':::timeline[Quay]'],
      ['table', ':::table[Quay]'],
      ['fact-box', ':::fact-box[Quay]'],
    ] as const
  ).map(([block, opening]) =>
    told(
      `a ${block} that the end of a later block would close`,
      `${opening}\nShips.\n\nMore came.\n\n:::pull-quote\nWalk.\n:::\n\nThe end.`,
      'B-204 *:9:1',
      `The block ":::${block}" is not closed before line 14, where another one begins.`,
      'End it with ::: on a line of its own; a block around another one begins and ends with one colon more.',
    ),
  ),
  told(
    'a video that takes in the rest of the article',
    ':::video{poster="./quay.jpg" alt="Quay" href="https://films.example"}\nShips.\n\n## Quay\n\n- One\n\nThe end.',
    'B-204 *:9:1',
    'The block ":::video" is not closed.',
    'End it with ::: on a line of its own; a block around another one begins and ends with one colon more.',
  ),
  ...['::', '::: end', ':::end', ':::/fact-box', ':::fact-box', '/:::', 'Ships. :::', ': : :', '：：：'].map((line) =>
    told(
      `a block with "${line}" for its end`,
      `:::fact-box[Quay]\nShips.\n${line}\n\nMore.`,
      'B-204 *:9:1',
      'The block ":::fact-box" is not closed.',
      'End it with ::: and nothing else on a line of its own: line 11 does not end it.',
    ),
  ),
  told(
    'the first of two blocks of one name, without an end',
    ':::pull-quote\nShips.\n\n:::pull-quote\nShips.\n:::',
    'B-204 *:9:1',
    'The block ":::pull-quote" is not closed before line 12, where another one begins.',
    'End it with ::: on a line of its own; a block around another one begins and ends with one colon more.',
  ),
  told(
    'a block of related stories with three colons and no end',
    ':::related[Quay]{stories="2019/03/01/second"}',
    'B-205 *:9:1',
    'The block ":::related" is written with the wrong number of colons.',
    'Write ::related.',
  ),
  told(
    'a block with colons of full width',
    '：：：fact-box[Quay]\nShips.\n：：：',
    'B-217 *:9:1',
    'A line begins with ：：： and is no block.',
    'Write plain colons, not those of full width: :::fact-box[Quay].',
  ),
  {
    name: 'a block with two colons',
    files: body('::fact-box[Quay]'),
    finds: [
      ['B-205 *:9:1', 'The block "::fact-box" is written with the wrong number of colons.', 'Write :::fact-box.'],
    ],
  },
  {
    name: 'a related block with three colons',
    files: body(':::related{stories="2019/03/01/second"}\n:::'),
    finds: [['B-205 *:9:1', 'The block ":::related" is written with the wrong number of colons.', 'Write ::related.']],
  },
  {
    name: 'a block with a quotation mark too few',
    files: body(':::figure{src="./quay.jpg" alt="Quay}\nShips.\n:::'),
    finds: [
      [
        'B-217 *:9:1',
        'A line begins with ::: and is no block.',
        'Write a block as :::figure{src="./quay.jpg" alt="…"}, with every quotation mark and bracket closed, and ::: at its end.',
      ],
    ],
  },
  {
    name: 'a space before the name of a block',
    files: body('::: figure\n:::'),
    finds: [
      ['B-217 *:9:1', 'A line begins with ::: and is no block.', 'Write the name right behind the colons: :::figure.'],
    ],
  },
  {
    name: 'an attribute that a block has not',
    files: body(':::pull-quote{author="Ann"}\nShips.\n:::'),
    finds: [['B-206 *:9:1', 'The block ":::pull-quote" has no attribute "author".', 'Its attributes are by, role.']],
  },
  {
    name: 'a figure without a picture',
    files: body(':::figure{alt="Quay"}\nShips.\n:::'),
    finds: [
      [
        'P-001 *:9:1',
        'The block ":::figure" names no picture.',
        `Write src="./quay.jpg", a file in the article's own folder.`,
      ],
    ],
  },
  {
    name: 'a video without poster and address',
    files: body(':::video{alt="Quay"}\nShips.\n:::'),
    finds: [
      [
        'B-209 *:9:1',
        'The video has no file and no address.',
        'Write file="./quay.mp4", or href="https://…", the page where it can be seen.',
      ],
      [
        'P-001 *:9:1',
        'The block ":::video" names no picture.',
        `Write poster="./quay.jpg", a file in the article's own folder.`,
      ],
    ],
  },
  {
    name: 'an empty gallery',
    files: body(':::gallery[Quay]\n:::'),
    finds: [
      [
        'B-219 *:9:1',
        'A gallery holds no pictures.',
        'Write one picture a line: ![alt text](./quay.jpg "Caption | Credit").',
      ],
    ],
  },
  {
    name: 'words in a gallery',
    files: body(':::gallery[Quay]\nShips.\n:::'),
    finds: [
      [
        'B-208 *:10:1',
        'A gallery holds something else than pictures.',
        'Write one picture a line; the caption of the whole goes into the label: :::gallery[Caption].',
      ],
    ],
  },
  {
    name: 'a timeline without a list',
    files: body(':::timeline[Quay]\nShips.\n:::'),
    finds: [
      [
        'B-212 *:10:1',
        'A timeline holds something else than a list.',
        'Write one event a line: "- **Noon** The motorcade left."',
      ],
    ],
  },
  {
    name: 'a table block without a table',
    files: body(':::table[Quay]\nShips.\n:::'),
    finds: [
      [
        'B-213 *:9:1',
        'A table block holds something else than one table.',
        'Write :::table[Caption], the table, and ::: on lines of their own.',
      ],
    ],
  },
  {
    name: 'a box without a title',
    files: body(':::fact-box\nShips.\n:::'),
    finds: [
      ['B-214 *:9:1', 'The block ":::fact-box" has no title.', 'Write it in square brackets: :::fact-box[Title].'],
    ],
  },
  {
    name: 'a box without a text',
    files: body(':::fact-box[Quay]\n:::'),
    finds: [
      [
        'B-216 *:9:1',
        'The block ":::fact-box" holds nothing.',
        'Write its text on the lines between :::fact-box[Title] and :::.',
      ],
    ],
  },
  {
    name: 'a pull-quote without words',
    files: body(':::pull-quote{by="Ann"}\n:::'),
    finds: [['B-216 *:9:1', 'A pull-quote has no words.', 'Write them on the lines between :::pull-quote and :::.']],
  },
  {
    name: 'a related block without stories',
    files: body('::related[See also]'),
    finds: [
      [
        'B-211 *:9:1',
        'A block of related stories names none.',
        'Write ::related[Heading]{stories="2019/03/01/slug 2019/03/01/slug"}.',
      ],
    ],
  },
  {
    name: 'a related block with an address of another site',
    files: body('::related{stories="https://elsewhere.example/2019/03/01/second/"}'),
    finds: [
      [
        'B-221 *:9:1',
        '"https://elsewhere.example/2019/03/01/second/" is not the path of an article.',
        'Write year, month, day and slug: 2019/03/01/slug.',
      ],
    ],
  },
  {
    name: 'a directive in a line that there is none of',
    files: body('Ships :red[came] in.'),
    finds: [
      [
        'B-201 *:9:7',
        'There is no directive ":red".',
        'The one that stands in a line of text is :lang[words]{tag=fr}.',
      ],
    ],
  },
  {
    name: 'a passage without its language',
    files: body('Ships :lang[venus]{lang=fr} in.'),
    finds: [
      [
        'B-202 *:9:7',
        'A passage does not say its language.',
        'Write :lang[words]{tag=fr}, with a tag such as fr, zh-Hans or ar.',
      ],
    ],
  },
  {
    name: 'a passage in a language that is none',
    files: body('Ships :lang[venus]{tag=fr_FR} in.'),
    finds: [
      [
        'B-202 *:9:7',
        '"fr_FR" is not a language tag.',
        'Write :lang[words]{tag=fr}, with a tag such as fr, zh-Hans or ar.',
      ],
    ],
  },

  {
    name: 'a script',
    files: body('Ships.\n\n<script>alert(1)</script>'),
    finds: [
      [
        'B-301 *:11:1',
        'The HTML tag <script> is not allowed in a body.',
        'Delete it and all up to </script>: articles hold no programs.',
      ],
    ],
  },
  {
    name: 'a script in mixed case',
    files: body('Ships <ScRiPt src="//x.y"></sCrIpT> came.'),
    finds: [
      [
        'B-301 *:9:7',
        'The HTML tag <script> is not allowed in a body.',
        'Delete it and all up to </script>: articles hold no programs.',
      ],
    ],
  },
  {
    name: 'a frame',
    files: body('<iframe src="https://example.com"></iframe>'),
    finds: [
      [
        'B-301 *:9:1',
        'The HTML tag <iframe> is not allowed in a body.',
        'Write :::video{poster="./quay.jpg" alt="…" href="https://…"}, or a link to the page where it is: [words](address).',
      ],
    ],
  },
  {
    name: 'a style sheet',
    files: body('<style>body { display: none }</style>'),
    finds: [
      [
        'B-301 *:9:1',
        'The HTML tag <style> is not allowed in a body.',
        'Delete it and all up to </style>: how a text looks is set by the paper.',
      ],
    ],
  },
  {
    name: 'a handler of clicks',
    files: body('Ships <span onclick="alert(1)">came</span>.'),
    finds: [
      ['B-302 *:9:7', 'The attribute "onclick" is not allowed on <span>.', 'Delete it; allowed are lang, dir, title.'],
    ],
  },
  {
    name: 'a style attribute',
    files: body('<div\n  style="color: red">Ships</div>'),
    finds: [
      ['B-302 *:9:1', 'The attribute "style" is not allowed on <div>.', 'Delete it; allowed are lang, dir, title.'],
    ],
  },
  {
    name: 'an HTML picture',
    files: body('<img src=x onerror=alert(1)>'),
    finds: [
      [
        'B-301 *:9:1',
        'The HTML tag <img> is not allowed in a body.',
        'Write ![alt](./file.jpg "Caption | Credit"), with the file beside the text.',
      ],
    ],
  },
  {
    name: 'a drawing with a script',
    files: body('<svg onload=alert(1)></svg>'),
    finds: [
      [
        'B-301 *:9:1',
        'The HTML tag <svg> is not allowed in a body.',
        'Save it as a picture file and write ![alt](./file.png "Caption | Credit").',
      ],
    ],
  },
  {
    name: 'another base for addresses',
    files: body('<base href="https://example.com">'),
    finds: [['B-301 *:9:1', 'The HTML tag <base> is not allowed in a body.', 'Delete it, and write whole addresses.']],
  },
  {
    name: 'a form',
    files: body('<form action="https://example.com"><input name="q"></form>'),
    finds: [
      [
        'B-301 *:9:1',
        'The HTML tag <form> is not allowed in a body.',
        'Delete it, or link to a page with the form: [words](address).',
      ],
    ],
  },
  {
    name: 'an HTML link',
    files: body('<a href="javascript:alert(1)">Ships</a>'),
    finds: [['B-301 *:9:1', 'The HTML tag <a> is not allowed in a body.', 'Write [words](address).']],
  },
  {
    name: 'the mark of a part of the page',
    files: body('<bs-part n="0"></bs-part>'),
    finds: [
      [
        'B-301 *:9:1',
        'The HTML tag <bs-part> is not allowed in a body.',
        'Write in Markdown what it shows, or delete it.',
      ],
    ],
  },
  {
    name: 'a tag with a name that JavaScript knows',
    files: body('Ships <constructor a="b"> came.'),
    finds: [
      [
        'B-301 *:9:7',
        'The HTML tag <constructor> is not allowed in a body.',
        'Write in Markdown what it shows, or delete it.',
      ],
    ],
  },
  {
    name: 'an HTML tag that is not closed',
    files: body('Ships <b>came in.'),
    finds: [['B-304 *:9:7', 'The tag <b> is not closed.', 'Write </b> after it, in the same paragraph or block.']],
  },
  {
    name: 'an HTML tag that was never opened',
    files: body('Ships came in.</div>'),
    finds: [
      [
        'B-304 *:9:15',
        'The tag </div> closes nothing.',
        'Write <div> before it, in the same paragraph or block, or delete it.',
      ],
    ],
  },
  {
    name: 'HTML tags that overlap',
    files: body('Ships <b><i>came</b></i> in.'),
    finds: [
      [
        'B-304 *:9:17',
        'The tag </b> closes nothing.',
        'Write <b> before it, in the same paragraph or block, or delete it.',
      ],
      ['B-304 *:9:7', 'The tag <b> is not closed.', 'Write </b> after it, in the same paragraph or block.'],
    ],
  },
  {
    name: 'an HTML block in a line of text',
    files: body('Ships <div>came</div> in.'),
    finds: [['B-305 *:9:7', 'The tag <div> stands in a line of text.', 'Begin a line with it, after an empty line.']],
  },
  {
    name: 'a comment that is not closed',
    files: body('Ships.\n\n<!-- came\n\nin.'),
    finds: [['B-306 *:11:1', 'A comment is not closed.', 'End it with -->; all that follows would be left out.']],
  },
  {
    name: 'a document type',
    files: body('Ships.\n\n<!DOCTYPE html>'),
    finds: [['B-303 *:11:1', 'HTML that begins with <! or <? is not allowed in a body.', 'Delete it.']],
  },

  {
    name: 'invisible characters in a text',
    files: body('Ships\u200bcame\nin\u202e.'),
    finds: [
      [
        'B-104 *:9:6',
        'The text holds the invisible character U+200B (zero-width space).',
        'Delete it, or type the words again.',
      ],
      [
        'B-104 *:10:3',
        'The text holds the invisible character U+202E (right-to-left override).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'an invisible character by its number',
    files: body('Ships &#x202e;came in.'),
    finds: [
      [
        'B-104 *:9:1',
        'The text holds the invisible character U+202E (right-to-left override).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'a NUL in a text',
    files: body('Ships\0.'),
    finds: [
      [
        'B-104 *:9:6',
        'The text holds the invisible character U+0000 (control character).',
        'Delete it, or type the words again.',
      ],
    ],
  },
  {
    name: 'ten thousand quotations in one another',
    files: body(`${'>'.repeat(10_000)} Ships`),
    finds: [['B-001 *', 'The text is nested too deep.', 'Delete the marks > - * [ that stand in long rows.']],
  },
];
