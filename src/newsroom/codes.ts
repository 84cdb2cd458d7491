/** What has to be mended before the paper can be built, by code; what it is about, as the end of "This code tells of …". */
export const mistakes = {
  'F-001': 'a file that is not text in UTF-8',
  'F-002': 'a file that does not begin with front matter',
  'F-003': 'front matter that is not closed',
  'F-004': 'a paper without `publication.yaml`',
  'F-005': 'an article or a page without text',
  'F-006': 'a file that cannot be read',
  'F-007': 'a file that is empty',
  'F-008': 'a symbolic link that is not followed',

  'Y-001': 'YAML that cannot be read',
  'Y-002': 'a file of YAML without fields',
  'Y-003': 'a value that begins with a sign of YAML',
  'Y-004': 'words behind a # that would not be published',
  'Y-005': 'a quotation mark that is not straight where YAML needs one that is',
  'Y-007': 'a text that YAML takes for a number, or for true or false',
  'Y-008': 'a space or an invisible character that YAML takes for a letter',
  'Y-009': 'a sign of full width where YAML needs a plain one',
  'Y-011': 'a list whose items do not begin with a hyphen',

  'S-001': 'a field without the value that it needs',
  'S-002': 'a field that there is not',
  'S-003': 'a field of the wrong kind',
  'S-004': 'a value that cannot be',
  'S-009': 'an id that no article can have',
  'S-020': 'a field with a web address that hides where it leads',

  'L-001': 'a text or a file of fields under a name that is not read',
  'L-002': 'an article that is not filed under year, month, day and name',
  'L-003': 'a name that has to be a day and is none',
  'L-004': 'a file or a folder that nothing reads',
  'L-005': 'a name that cannot be part of an address',
  'L-006': 'a page with the address of a page that every paper has',
  'L-007': "an article's folder without a text",
  'L-008': 'a folder with the name of a file',
  'L-009': 'two files with one name',

  'P-001': 'a block that names no picture',
  'P-002': 'a picture that is not a file of this paper',
  'P-003': 'a picture without alt text',
  'P-004': 'a picture that is not there',
  'P-005': 'a picture that cannot be shown',
  'P-006': 'a picture that is too large',
  'P-008': 'a source of a picture that is not a web address',
  'P-009': 'a focus that is not two percentages',
  'P-010': 'a drawing (SVG) that would not come out as it is meant',
  'P-011': 'a drawing with letters that no typeface here has',
  'P-012': 'a picture that is as light as the paper behind it',
  'P-014': 'a picture that could not be encoded',

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
  'A-003': 'an id and an address that were published together and belong to two articles now',
  'A-004': 'a published address whose article is held back',
  'A-005': 'a published article with another time of publication',
  'A-006': 'a published short link that leads nowhere now',

  'D-001': 'two articles with one id',
  'D-002': 'a former address that leads to an article already',

  'R-001': 'a name of a section, topic, contributor, page or story elsewhere that there is not',
  'R-002': 'a reference that is not the path of an article',
  'R-003': 'a reference to an article that there is not',
  'R-004': 'an article related to itself',
  'R-005': 'a link to an article that its readers cannot open yet',
  'R-006': 'a name that stands twice where it has one place',
  'R-007': 'a reference to a former address',

  'B-001': 'a text that is nested too deep',
  'B-101': 'a heading of the first rank',
  'B-102': 'a heading that skips a rank',
  'B-103': 'a heading without words',
  'B-104': 'an invisible character',
  'B-105': 'a mark of a footnote that has no text',
  'B-106': 'a link without words',
  'B-107': 'a link whose address is none that all readers can follow safely',
  'B-108': 'two texts for one footnote',
  'B-109': 'a footnote that nothing refers to',
  'B-110': 'a picture that is named by a reference',
  'B-111': 'a picture among words',
  'B-112': 'a link or a picture that is not written so that it works',
  'B-113': 'a table row with more cells than its heading',
  'B-114': 'lines with bars that make no table',
  'B-115': 'a line below a table that has become a row of it',
  'B-116': 'a bar in code in a table',
  'B-117': 'a link or a picture by a reference whose address nothing says',
  'B-118': 'the address of a reference that nothing refers to',
  'B-119': 'two addresses for one reference',
  'B-120': 'marks of emphasis or of struck words that mark nothing',
  'B-121': 'a footnote in the words of a link',
  'B-125': 'a web address that hides where it leads',
  'B-130': 'the address of a reference that has become text',
  'B-131': 'code that does not end',
  'B-135': 'a link to a heading that is not in the text',
  'B-136': 'a link to a page that the paper cannot have',
  'B-137': 'a short link in a text',
  'B-138': 'a mark of another publishing system',
  'B-201': 'a directive that there is not',
  'B-202': 'a passage in another language that no tag names',
  'B-203': 'a block that there is not',
  'B-204': 'a block that is not closed',
  'B-205': 'a block with the wrong number of colons',
  'B-206': 'an attribute that a block does not have',
  'B-207': 'a figure in a place that there is not',
  'B-208': 'a gallery that holds something else than pictures',
  'B-209': 'a video without a file and without an address',
  'B-210': 'a duration that is not a time',
  'B-211': 'a block of related stories that names none',
  'B-212': 'a timeline that holds something else than a list',
  'B-213': 'a table block that holds something else than one table',
  'B-214': 'a block without a title',
  'B-215': 'a caption that holds something else than text',
  'B-216': 'a block that holds nothing',
  'B-217': 'a line that begins with colons and is no block',
  'B-218': 'a passage in another language without words',
  'B-219': 'a gallery without pictures',
  'B-220': 'an address of a video that is not a web address',
  'B-221': 'a block of related stories that names something else than the path of an article',
  'B-222': "a block of the paper's own that cannot be made",
  'B-301': 'an HTML tag that is not allowed',
  'B-302': 'an attribute that is not allowed on an HTML tag',
  'B-303': 'HTML that begins with <! or <?',
  'B-304': 'an HTML tag without its partner',
  'B-305': 'an HTML block in a line of text',
  'B-306': 'a comment that is not closed',

  'X-001': 'a page that names a file of the paper that is not there',
  'X-002': 'an instant to build as of that is none',
  'X-003': 'a PDF that lacks what it is to have',
  'X-004': 'what a paper adds to the engine, and cannot be',
} as const;

/** What is published as it stands and should be looked at, by code. */
export const warnings = {
  'B-126': 'a link whose words are the address of another site',
  'B-132': 'a paragraph that a line of hyphens makes a heading',
  'B-133': 'a paragraph that begins with a number and is shown as a list',
  'B-134': 'numbers of a list that readers see otherwise than they were typed',
  'P-013': 'a picture that moves, of which the first frame is shown',
  'Y-006': 'a text in quotation marks that are not straight, which readers would see',
  'Y-010': 'words behind a # that stands by itself, which would not be published',
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
