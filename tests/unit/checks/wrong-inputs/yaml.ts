import { front, tried, type Input } from './input.ts';

const curly = (mark: string) => `A quotation mark that is not straight stands here, ${mark}, which is none for YAML.`;
const straight = 'Type straight ones around the whole value, " or \', or none.';

const whole = (yaml: string) => ({ [tried]: `---\n${yaml}\n---\n\nShips came in.\n` });

/** Front matter that is not YAML, or not the YAML that an editor meant. */
export const yamlInputs: Input[] = [
  {
    name: 'a quotation mark that nothing closes',
    files: front({ headline: '"Harbour vote' }),
    finds: [
      ['Y-001 *:3', 'A quotation mark or bracket is opened here and not closed.', 'Close it at the end of the value.'],
    ],
  },
  {
    name: 'an apostrophe that opens a value and nothing closes',
    files: front({ headline: "'Tis over" }),
    finds: [
      ['Y-001 *:3', 'A quotation mark or bracket is opened here and not closed.', 'Close it at the end of the value.'],
    ],
  },
  {
    name: 'a bracket that nothing closes',
    files: front({ topics: '[sanctions', kicker: 'Vote' }),
    finds: [
      ['Y-001 *:7', 'A quotation mark or bracket is opened here and not closed.', 'Close it at the end of the value.'],
    ],
  },
  {
    name: 'a brace that nothing closes',
    files: front({ dateline: '{ place: Hanoi', kicker: 'Vote' }),
    finds: [
      ['Y-001 *:7', 'A quotation mark or bracket is opened here and not closed.', 'Close it at the end of the value.'],
    ],
  },
  {
    name: 'a bracket too many',
    files: front({ topics: '[sanctions]]' }),
    finds: [
      [
        'Y-001 *:7',
        'A bracket is closed here that was not opened.',
        'Delete it, or open it at the beginning of the value.',
      ],
    ],
  },
  {
    name: 'words after a quotation',
    files: front({ headline: '"No" says council' }),
    finds: [
      [
        'Y-001 *:3',
        'A value goes on after its closing quotation mark or bracket.',
        `Put the whole value in the other kind of quotation marks: "It's over" or 'They said "no"'.`,
      ],
    ],
  },
  {
    name: 'quotation marks inside quotation marks',
    files: front({ headline: '"Council says "no" to harbour"' }),
    finds: [
      [
        'Y-001 *:3',
        'A value goes on after its closing quotation mark or bracket.',
        `Put the whole value in the other kind of quotation marks: "It's over" or 'They said "no"'.`,
      ],
    ],
  },
  {
    name: 'an apostrophe inside single quotation marks',
    files: front({ headline: "'It's over'" }),
    finds: [
      [
        'Y-001 *:3',
        'A value goes on after its closing quotation mark or bracket.',
        `Put the whole value in the other kind of quotation marks: "It's over" or 'They said "no"'.`,
      ],
    ],
  },
  {
    name: 'words after a bracket',
    files: front({ headline: '[Updated] Harbour vote' }),
    finds: [['Y-001 *:3', 'A value goes on after its closing bracket.', 'Put the whole value in quotation marks.']],
  },
  {
    name: 'a tab before a field',
    files: front({ dateline: '\n\tplace: Hanoi' }),
    finds: [['Y-001 *:8', 'A line is indented with a tab.', 'Indent with spaces.']],
  },
  {
    name: 'a field indented too little',
    files: front({ picture: '\n    file: ./quay.jpg\n  alt: The quay' }),
    finds: [
      [
        'Y-001 *:9',
        'A line is indented in a way that fits nothing above it.',
        'Begin the fields of one group below one another, indented with spaces.',
      ],
    ],
  },
  {
    name: 'a field indented too much',
    files: front({ dateline: '\n  place: Hanoi\n    date: 2019-02-28' }),
    finds: [
      [
        'Y-001 *:8',
        'A value holds a colon followed by a space, or fields are indented below a value.',
        'Put the whole value in quotation marks. Fields of a group go below a name that has no value.',
      ],
    ],
  },
  {
    name: 'a colon in a value',
    files: front({ headline: 'Harbour: the vote' }),
    finds: [
      [
        'Y-001 *:3',
        'A value holds a colon followed by a space, or fields are indented below a value.',
        'Put the whole value in quotation marks. Fields of a group go below a name that has no value.',
      ],
    ],
  },
  {
    name: 'a colon in a value between braces',
    files: front({ dateline: '{ place: Hanoi: the city }' }),
    finds: [
      [
        'Y-001 *:7',
        'A value between brackets holds a colon followed by a space.',
        'Put that value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a field without a space after its colon',
    files: whole('id:k7m2xq\nheadline: H'),
    finds: [
      [
        'Y-001 *:2',
        'A line is neither a field nor the continuation of one.',
        'Write "name: value", with a space after the colon.',
      ],
    ],
  },
  {
    name: 'a line that is no field',
    files: front({ kicker: 'Vote\nand more words' }),
    finds: [
      [
        'Y-001 *:8',
        'A line is neither a field nor an item of the list above it.',
        'Write "name: value" for a field, or begin the line with "- " for an item.',
      ],
    ],
  },
  {
    name: 'a field twice',
    files: front({ kicker: 'Vote\nheadline: Again' }),
    finds: [['Y-001 *:8', 'Two fields have the same name.', 'Keep one of them.']],
  },
  {
    name: 'an item without a space after its hyphen',
    files: front({ topics: '\n- sanctions\n-world' }),
    finds: [
      [
        'Y-001 *:9',
        'A line is neither a field nor an item of the list above it.',
        'Write "name: value" for a field, or begin the line with "- " for an item.',
      ],
    ],
  },
  {
    name: 'a list on the line of its field',
    files: front({ topics: '- sanctions' }),
    finds: [
      [
        'Y-001 *:7',
        'A list begins on the line of its field.',
        'Begin it on the next line. If it is no list, put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a value that begins with @',
    files: front({ kicker: '@home' }),
    finds: [
      [
        'Y-001 *:7',
        'A value begins with a character that has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a value that begins with a backquote',
    files: front({ kicker: '`code`' }),
    finds: [
      [
        'Y-001 *:7',
        'A value begins with a character that has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a value that begins with %',
    files: front({ kicker: '%5 more' }),
    finds: [
      [
        'Y-001 *:7',
        'A value begins with a character that has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a value in asterisks',
    files: front({ kicker: '*Exclusive*' }),
    finds: [
      [
        'Y-003 *:7',
        'A value begins with "*", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a value that begins with an ampersand',
    files: front({ kicker: '&Co expands' }),
    finds: [
      [
        'Y-003 *:7',
        'A value begins with "&", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a value that begins with an exclamation mark',
    files: front({ kicker: '!Stop press' }),
    finds: [
      [
        'Y-003 *:7',
        'A value begins with "!", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a tag that would run a function',
    files: front({ kicker: "!!js/function 'function () {}'" }),
    finds: [
      [
        'Y-003 *:7',
        'A value begins with "!", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'aliases that multiply without end',
    files: front({ a: '&a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]' }),
    finds: [
      [
        'Y-003 *:7',
        'A value begins with "&", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
      [
        'Y-003 *:8',
        'A value begins with "&", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
      [
        'Y-003 *:9',
        'A value begins with "&", which has a meaning of its own in YAML.',
        'Put the whole value in quotation marks.',
      ],
    ],
  },
  {
    name: 'a merge key',
    files: front({ '<<': '{ kicker: Vote }' }),
    finds: [
      [
        'S-002 *:7',
        'There is no field "<<".',
        'The fields here are id, aliases, headline, shortHeadline, standfirst, kicker, section, topics, kind, contributors, agencies, dateline, published, updated, status, review, picture, related, print, corrections, language, direction, licence, promos.',
      ],
    ],
  },
  {
    name: 'a field whose name is a list',
    files: whole('? [id, headline]\n: k7m2xq'),
    finds: [['Y-001 *:2', 'The name of a field is not text.', 'Write "name: value".']],
  },
  {
    name: 'a field whose name is a number',
    files: front({ 1: 'x' }),
    finds: [
      [
        'S-002 *:2',
        'There is no field "1".',
        'The fields here are id, aliases, headline, shortHeadline, standfirst, kicker, section, topics, kind, contributors, agencies, dateline, published, updated, status, review, picture, related, print, corrections, language, direction, licence, promos.',
      ],
    ],
  },
  {
    name: 'a field with the name __proto__',
    files: whole(
      'id: k7m2xq\nheadline: H\nsection: world\npublished: 2019-03-01T05:00:00+08:00\nstatus: published\n__proto__: { kicker: Vote }',
    ),
    finds: [
      [
        'S-002 *:7',
        'There is no field "__proto__".',
        'The fields here are id, aliases, headline, shortHeadline, standfirst, kicker, section, topics, kind, contributors, agencies, dateline, published, updated, status, review, picture, related, print, corrections, language, direction, licence, promos.',
      ],
    ],
  },
  {
    name: 'brackets in brackets in brackets, three thousand deep',
    files: front({ topics: '['.repeat(3000) }),
    finds: [
      ['Y-001 *:7', 'Brackets are nested too deep.', 'No field needs more than two in one another: delete the others.'],
    ],
  },
  {
    name: 'a hash sign that makes a comment of half a headline',
    files: front({ headline: 'Harbour voted #1 of the coast' }),
    finds: [
      [
        'Y-004 *:3',
        'The words from "#1 of the coast" on would not be published: # begins a comment.',
        'Put the whole value in quotation marks. In a comment, a space follows the #.',
      ],
    ],
  },
  {
    name: 'a backslash in double quotation marks',
    files: front({ kicker: '"C:\\quay"' }),
    finds: [
      [
        'Y-001 *:7',
        'A backslash stands between double quotation marks.',
        'Write it twice, or use single quotation marks.',
      ],
    ],
  },
  {
    name: 'two documents',
    files: front({ kicker: 'Vote\n...\nstandfirst: Lost' }),
    finds: [['Y-001 *:9', 'The file holds a line of --- or ... among its fields.', 'Delete that line.']],
  },
  {
    name: 'JSON with a comma too few',
    files: whole('{"id": "k7m2xq" "headline": "Harbour vote"}'),
    finds: [
      [
        'Y-001 *:2',
        'A value goes on after its closing quotation mark or bracket.',
        `Put the whole value in the other kind of quotation marks: "It's over" or 'They said "no"'.`,
      ],
    ],
  },
  {
    name: 'JSON without braces',
    files: whole('"id": "k7m2xq", "headline": "Harbour vote"'),
    finds: [
      [
        'Y-001 *:2',
        'A value holds a colon followed by a space, or fields are indented below a value.',
        'Put the whole value in quotation marks. Fields of a group go below a name that has no value.',
      ],
    ],
  },
  {
    name: 'a list in place of fields',
    files: whole('- id: k7m2xq\n- headline: Harbour vote'),
    finds: [['Y-002 *:2', 'There are no fields here.', 'Write one field a line, as "name: value".']],
  },
  {
    name: 'a sentence in place of fields',
    files: whole('Harbour vote'),
    finds: [['Y-002 *:2', 'There are no fields here.', 'Write one field a line, as "name: value".']],
  },
  {
    name: 'empty front matter',
    files: { [tried]: '---\n---\n\nShips came in.\n' },
    finds: [['Y-002 *:2', 'There are no fields here.', 'Write one field a line, as "name: value".']],
  },
  {
    name: 'front matter of comments alone',
    files: whole('# Harbour vote'),
    finds: [['Y-002 *:2', 'There are no fields here.', 'Write one field a line, as "name: value".']],
  },
  {
    name: 'no front matter',
    files: { [tried]: 'Ships came in.\n' },
    finds: [
      [
        'F-002 *:1',
        'The file does not begin with front matter.',
        'Begin it with a line of ---, then the fields, then a line of --- again.',
      ],
    ],
  },
  {
    name: 'a file that begins with a longer line of hyphens',
    files: { [tried]: '----\nid: k7m2xq\n----\n' },
    finds: [
      [
        'F-002 *:1',
        'The file does not begin with front matter.',
        'Begin it with a line of ---, then the fields, then a line of --- again.',
      ],
    ],
  },
  {
    name: 'a blank line before the front matter',
    files: { [tried]: '\n---\nid: k7m2xq\n---\n\nShips came in.\n' },
    finds: [
      [
        'F-002 *:1',
        'The file does not begin with front matter.',
        'Begin it with a line of ---, then the fields, then a line of --- again.',
      ],
    ],
  },
  {
    name: 'front matter that is not closed',
    files: { [tried]: '---\nid: k7m2xq\n\nShips came in.\n' },
    finds: [['F-003 *:1', 'The front matter is not closed.', 'Write a line of --- after its last field.']],
  },
  {
    name: 'an empty file',
    files: { [tried]: '' },
    finds: [
      [
        'F-007 *:1',
        'The file is empty.',
        'Begin it with a line of ---, then the fields, then a line of --- again, then the text.',
      ],
    ],
  },
  ...(
    [
      ['a colon in “curly quotes”', { headline: '“Harbour: the vote”' }, 3, '“'],
      ['a colon in „German quotes“', { headline: '„Hafen: die Wahl“' }, 3, '„'],
      ['a colon in «guillemets»', { headline: '«Port: le vote»' }, 3, '«'],
      ['a straight quotation mark that a curly one closes', { headline: '"Harbour vote”' }, 3, '”'],
      ['a single one that a curly one closes', { headline: "'Harbour vote’" }, 3, '’'],
      ['a comma in curly quotes between braces', { picture: '{ file: ./quay.jpg, alt: “Quay, noon” }' }, 7, '”'],
      ['a name of a field in curly quotes', { '“kicker”': 'Vote' }, 7, '“'],
    ] as const
  ).map(([name, changes, line, mark]): Input => ({
    name,
    files: front(changes),
    finds: [[`Y-005 *:${line}`, curly(mark), straight]],
  })),
  ...['“Walk away”', '„Weg da“', '«Partez»', '‘Walk away’', '”Gå”', '“Walk away"'].map((value): Input => ({
    name: `a headline that is ${value} for YAML`,
    files: front({ headline: value }),
    finds: [
      [
        'Y-006 *:3',
        `Readers would see the quotation marks around this value: ${value.charAt(0)} is none for YAML.`,
        "Type straight ones, or put it in straight ones as well if it is a quotation: '“Walk away”'.",
      ],
    ],
  })),
  ...(
    [
      ['U+00A0 (non-breaking space)', '\u00a0'],
      ['U+3000 (full-width space)', '\u3000'],
      ['U+2003 (a space of another width)', '\u2003'],
    ] as const
  ).map(([space, typed]): Input => ({
    name: `${space} before a field`,
    files: front({ dateline: `\n${typed}place: Hanoi` }),
    finds: [
      [
        'Y-008 *:8',
        `${space} stands where a plain space belongs: YAML takes it for a letter.`,
        'Delete it, and type plain spaces.',
      ],
    ],
  })),
  {
    name: 'an invisible character in the name of a field',
    files: front({ '\u200bkicker': 'Vote' }),
    finds: [
      [
        'Y-008 *:7',
        'The name of a field holds U+200B (zero-width space), which YAML takes for a letter.',
        'Delete it, or type the name again.',
      ],
    ],
  },
  {
    name: 'a colon of full width',
    files: whole('id: k7m2xq\nheadline： Vote\nsection: world'),
    finds: [
      [
        'Y-009 *:3',
        'The name "headline" is followed by "：", which is no colon for YAML.',
        'Write "headline: " with a plain colon and a space.',
      ],
    ],
  },
  ...['–', '—', '•', '－'].map((mark): Input => ({
    name: `a list with ${mark} for hyphens`,
    files: front({ topics: `\n${mark} sanctions` }),
    finds: [
      [
        'Y-011 *:8',
        `A line begins with "${mark}", which is no hyphen for YAML.`,
        'Begin each item on a line of its own with a hyphen and a space: "- ".',
      ],
    ],
  })),
  ...(
    [
      ['behind a list', { topics: '[sanctions] #world' }, 7, '#world'],
      ['behind a group', { dateline: '{ place: Hanoi } #2' }, 7, '#2'],
      ['behind quotation marks', { headline: '"Fish" #1' }, 3, '#1'],
      ['on a line of its own', { topics: '[sanctions]\n#MeToo' }, 8, '#MeToo'],
    ] as const
  ).map(([where, changes, line, words]): Input => ({
    name: `words with a hash sign ${where}`,
    files: front(changes),
    finds: [
      [
        `Y-010 *:${line}`,
        `The words from "${words}" on would not be published: # begins a comment.`,
        'Put them in quotation marks if they are a value. In a comment, a space follows the #.',
      ],
    ],
  })),
  ...(
    [
      [
        'in a list',
        { topics: '[sanctions, #world]' },
        7,
        '#world]',
        'Put each value that holds a # in quotation marks.',
      ],
      ['in an item', { topics: '\n  - sanctions #world' }, 8, '#world', 'Put the whole value in quotation marks.'],
      ['for a whole value', { kicker: '#MeToo' }, 7, '#MeToo', 'Put the whole value in quotation marks.'],
    ] as const
  ).map(([where, changes, line, words, remedy]): Input => ({
    name: `a hash sign ${where}`,
    files: front(changes),
    finds: [
      [
        `Y-004 *:${line}`,
        `The words from "${words}" on would not be published: # begins a comment.`,
        `${remedy} In a comment, a space follows the #.`,
      ],
    ],
  })),
];
