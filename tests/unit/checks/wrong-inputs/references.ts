import { body, told, type Input } from './input.ts';

const nothing = (label: string): [string, string] => [
  `Nothing says which address [${label}] stands for.`,
  `Write "[${label}]: https://…" on a line of its own, or \\[ for a bracket that is text.`,
];
const unused = (label: string): [string, string] => [
  `Nothing refers to the address of [${label}], and readers do not see the line.`,
  `Write [words][${label}] where it belongs, or delete the line.`,
];
const becameText: [string, string] = [
  'The line "[r]: …" has become text, and says no address.',
  'Put an empty line before it, nothing but the address behind the colon, and an address that holds spaces between < and >.',
];
const unended = 'Code begins here and does not end: all that follows would be shown as code.';
const isHeading = (marks: string): [string, string] => [
  `The line of ${marks} makes a heading of the paragraph over it.`,
  'Put an empty line before it if it is to divide the text, and begin the line with ## if it is a heading.',
];

/** References, fences and lines of hyphens that do not do what they were typed for. */
export const referenceInputs: Input[] = [
  told('a reference without its address', 'See [the report][r].', 'B-117 *:9:5', ...nothing('r')),
  told('a reference by its own words', 'See [the report][].', 'B-117 *:9:5', ...nothing('the report')),
  told('a reference with emphasis in its words', 'See [the *big* report][r].', 'B-117 *:9:5', ...nothing('r')),
  told('a reference with code in its words', 'See [`report`][r].', 'B-117 *:9:5', ...nothing('r')),
  told('a reference with a space before its name', 'See [the report] [r].', 'B-117 *:9:5', ...nothing('r')),
  told('a picture without alt text by a reference', 'See ![][r].', 'B-117 *:9:5', ...nothing('r')),
  told('a linked picture by a reference', '[![][r]](https://x.example/)', 'B-117 *:9:2', ...nothing('r')),
  told('a reference with a number', 'See [report] [1].', 'B-117 *:9:5', ...nothing('1')),
  told('a reference in a heading', '## See [the report][r]', 'B-117 *:9:8', ...nothing('r')),
  told('a reference in a table', '| a |\n| - |\n| [the report][r] |', 'B-117 *:11:3', ...nothing('r')),
  told('a reference in a quotation', '> See\n> [the report][r].', 'B-117 *:10:3', ...nothing('r')),
  told(
    'a reference in the title of a box',
    ':::fact-box[The [report][r]]\nShips.\n:::',
    'B-117 *:9:17',
    ...nothing('r'),
  ),
  told('a picture by a reference without its address', '![Quay][q]', 'B-117 *:9:1', ...nothing('q')),
  told('a picture without an address', 'The quay: ![Quay].', 'B-117 *:9:11', ...nothing('Quay')),
  told(
    'a reference with a slip in its name',
    'See [it][reprot].\n\n[report]: https://example.com',
    'B-117 *:9:5',
    'Nothing says which address [reprot] stands for.',
    'Did you mean [report]?',
  ),
  told(
    'a reference beside the only address that nothing refers to',
    'See [it][r].\n\n[s]: https://example.com',
    'B-117 *:9:5',
    'Nothing says which address [r] stands for.',
    'Did you mean [s]?',
  ),
  told('an address right below a paragraph', 'See [it][r].\n[r]: https://example.com', 'B-130 *:10:1', ...becameText),
  told('an address that holds a space', 'See [it][r] and [it][r].\n\n[r]: ./a b.html', 'B-130 *:11:1', ...becameText),
  told('an address that nothing refers to', 'Ships.\n\n[r]: https://example.com', 'B-118 *:11:1', ...unused('r')),
  told('a word that has become an address', '[Update]: corrected\n\nShips.', 'B-118 *:9:1', ...unused('Update')),
  told(
    'two addresses for one reference',
    'See [it][r].\n\n[r]: https://example.com\n[R]: https://example.org',
    'B-119 *:12:1',
    'The address of [R] is said twice, and the first counts.',
    'Delete one of the two lines, or give the other a name of its own.',
  ),

  told(
    'code that does not end',
    'Ships.\n\n```\ncode',
    'B-131 *:11:1',
    unended,
    'Write ``` on a line of its own after the last line of code.',
  ),
  told(
    'code between tildes that does not end',
    '~~~ js\ncode',
    'B-131 *:9:1',
    unended,
    'Write ~~~ on a line of its own after the last line of code.',
  ),
  told(
    'code that ends in other marks than it begins with',
    '```\ncode\n~~~\n\nShips.',
    'B-131 *:9:1',
    unended,
    'Write ``` and nothing else on the line after the last one of code: line 11 does not end it.',
  ),
  told(
    'code that ends in fewer marks than it begins with',
    '````\ncode\n```\n\nShips.',
    'B-131 *:9:1',
    unended,
    'Write ```` and nothing else on the line after the last one of code: line 11 does not end it.',
  ),
  told(
    'code in a list that does not end',
    '- Ships\n\n  ```\n  code\n\n- Quay',
    'B-131 *:11:3',
    unended,
    'Write ``` on a line of its own after the last line of code.',
  ),
  told(
    'code in a quotation that does not end',
    '> ```\n> code\n\nShips.',
    'B-131 *:9:3',
    unended,
    'Write ``` on a line of its own after the last line of code.',
  ),
  told(
    'code in a block that does not end',
    ':::fact-box[Quay]\n```\ncode\n:::',
    'B-131 *:10:1',
    unended,
    'Write ``` on a line of its own after the last line of code.',
  ),

  told('a sentence over a line of hyphens', 'Ships came in.\n---\n\nThey left.', 'B-132 *:9:1', ...isHeading('---')),
  told('a sentence in Japanese over a line of hyphens', '船が来た。\n---', 'B-132 *:9:1', ...isHeading('---')),
  told('two lines over a line of hyphens', 'Ships came\nand left\n-----', 'B-132 *:9:1', ...isHeading('hyphens')),
  told('a name over two hyphens', 'Ann\n--', 'B-132 *:9:1', ...isHeading('--')),
  { name: 'nothing in a heading over a line of hyphens', files: body('The quay\n---\n\nShips.'), finds: [] },
  {
    name: 'nothing in brackets that are text',
    files: body('He [sic] said […] and [...] [1]. \\[a\\]\\[b\\] \\[a][b] `[a][b]` Wow![1] [laughs] [coughs]'),
    finds: [],
  },
  { name: 'nothing in a comment that is written as an address', files: body('[//]: # (later)\n\nShips.'), finds: [] },

  told(
    'a year at the beginning of a paragraph',
    '2019. It was a good year.',
    'B-133 *:9:1',
    'A paragraph that begins with "2019." is shown as a list with one item.',
    'Write 2019\\. if it is a sentence.',
  ),
  told(
    'a number with a bracket at the beginning of a paragraph',
    '19) people came.',
    'B-133 *:9:1',
    'A paragraph that begins with "19)" is shown as a list with one item.',
    'Write 19\\) if it is a sentence.',
  ),
  told(
    'a number at the beginning of a line within a sentence',
    'He won in round\n1. Then he lost.',
    'B-133 *:10:1',
    'A paragraph that begins with "1." is shown as a list with one item.',
    'Write 1\\. if it is a sentence.',
  ),
  told(
    'years at the beginning of paragraphs',
    '1999. A good year.\n\n2001. A bad one.',
    'B-134 *:9:1',
    'Lines that begin with "1999." to "2001." are shown as a list, which counts on from 1999.',
    'Write 1999\\. and so on if these are sentences.',
  ),
  {
    name: 'nothing in lists',
    files: body(
      '1. One\n2. Two\n\n> Quay\n\n3. Three\n\nOthers:\n1. One\n\n> Quay\n\n1000. Many\n1001. More\n\n---\n\n1. May be one',
    ),
    finds: [],
  },
];
