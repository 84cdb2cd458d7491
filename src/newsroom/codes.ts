/** What has to be mended before the paper can be built, by code; what it is about, as the end of "This code tells of …". */
const mistakes = {
  'F-001': 'a file that is not text in UTF-8',
  'F-002': 'a file that does not begin with front matter',
  'F-003': 'front matter that is not closed',
  'F-004': 'a paper without `publication.yaml`',
  'F-005': 'an article or a page without text',
  'F-006': 'a file that cannot be read',

  'Y-001': 'YAML that cannot be read',
  'Y-002': 'a file of YAML without fields',
  'Y-003': 'a value that begins with a sign of YAML',
  'Y-004': 'words behind a # that would not be published',

  'S-001': 'a field that is missing or empty',
  'S-002': 'a field that there is not',
  'S-003': 'a field of the wrong kind',
  'S-004': 'a value that cannot be',
  'S-020': 'a field with a web address that hides where it leads',

  'L-001': 'a text whose file has the wrong name',
  'L-002': 'an article that is not filed under year, month, day and name',
  'L-003': 'a folder or a file named after a day that there is not',
  'L-004': 'a file or a folder that nothing reads',
  'L-005': 'a name that cannot be part of an address',
  'L-006': 'a page with the address of a page that every paper has',

  'P-001': 'a block that names no picture',
  'P-002': 'a picture that is not a file of this paper',
  'P-003': 'a picture without alt text',
  'P-004': 'a picture that is not there',
  'P-005': 'a picture that cannot be shown',
  'P-006': 'a picture that is too large',
  'P-008': 'a source of a picture that is not a web address',
  'P-009': 'a focus that is not two percentages',

  'V-001': 'a film or its captions that are not files of this paper',
  'V-002': 'a film or its captions that are not there',
  'V-003': 'a film that browsers do not show',
  'V-004': 'a film or its captions that are too large',
  'V-005': 'captions that are not WebVTT',
  'V-006': 'captions without a film',

  'C-001': 'an alt text that repeats the caption',
  'C-002': 'a caption that ends in a credit',

  'A-001': 'a line of the ledger that was not written by `desk publish`',
  'A-002': 'a published address that leads nowhere now',
  'A-003': 'a published address or id that leads to another article now',
  'A-004': 'a published article that is held back again',
  'A-005': 'a published article with another time of publication',
  'A-006': 'a published short link that leads nowhere now',

  'D-001': 'two articles with one id',
  'D-002': 'two articles with one address',

  'R-001': 'a name of a section, topic, contributor, page or story elsewhere that there is not',
  'R-002': 'a reference that is not the path of an article',
  'R-003': 'a reference to an article that there is not',
  'R-004': 'an article related to itself',
  'R-005': 'a link to an article that its readers cannot open yet',
  'R-006': 'a name that stands twice in a list',
  'R-007': 'a reference to a former address',

  'B-000': 'a body that the Markdown pipeline complains of',
  'B-001': 'a text that is nested too deep',
  'B-101': 'a heading of the first rank',
  'B-102': 'a heading that skips a rank',
  'B-103': 'a heading without words',
  'B-104': 'an invisible character',
  'B-105': 'a mark of a footnote that has no text',
  'B-106': 'a link without words',
  'B-107': 'a link that goes nowhere, or where readers cannot follow it safely',
  'B-108': 'two texts for one footnote',
  'B-109': 'a footnote that nothing refers to',
  'B-110': 'a picture that is named by a reference',
  'B-111': 'a picture in a line of text',
  'B-112': 'a link or a picture that is not written so that it works',
  'B-125': 'a web address that hides where it leads',
  'B-201': 'a directive that there is not',
  'B-202': 'a passage in another language without the language or the words',
  'B-203': 'a block that there is not',
  'B-204': 'a block that is not closed',
  'B-205': 'a block with the wrong number of colons',
  'B-206': 'an attribute that a block does not have',
  'B-207': 'a figure in a place that there is not',
  'B-208': 'a gallery that holds something else than pictures, or none',
  'B-209': 'a video without a file or a web address',
  'B-210': 'a duration that is not a time',
  'B-211': 'a block of related stories that names none',
  'B-212': 'a timeline that holds something else than a list',
  'B-213': 'a table block that holds something else than one table',
  'B-214': 'a block without a title',
  'B-215': 'a caption that holds something else than text',
  'B-216': 'a block that holds nothing',
  'B-217': 'a line that begins with colons and is no block',
  'B-301': 'an HTML tag that is not allowed',
  'B-302': 'an attribute that is not allowed on an HTML tag',
  'B-303': 'HTML that begins with <! or <?',
  'B-304': 'an HTML tag without its partner',
  'B-305': 'an HTML block in a line of text',
  'B-306': 'a comment that is not closed',
} as const;

/** What is published as it stands and should be looked at, by code. */
const warnings = {
  'B-126': 'a link whose words are the address of another site',
  'R-008': 'a section that has stories and stands in no navigation',
} as const;

/** The code of a problem: a letter for its kind, three digits. A code means one thing, and keeps its meaning. */
export type Code = keyof typeof mistakes | keyof typeof warnings;

export function isWarning({ code }: { code: Code }): boolean {
  return Object.hasOwn(warnings, code);
}

/** Every code with what it is about, as rows of a Markdown table: the README's list. */
export function tableOfCodes(): string {
  const rows = Object.entries({ ...mistakes, ...warnings }).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '| code | tells of |',
    '| --- | --- |',
    ...rows.map(
      ([code, about]) =>
        `| ${code} | ${about.replaceAll('<', '\\<')}${Object.hasOwn(warnings, code) ? ' (a warning)' : ''} |`,
    ),
  ].join('\n');
}
