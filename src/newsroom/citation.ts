import type { Article, Contributor, Publication } from './article.ts';
import { commaOf, dateInWords, dateOfInstant } from './calendar.ts';
import { isolated } from './language.ts';
import { absolute, addresses } from './permalink.ts';
import { typesetText } from './typography.ts';
import type { Typography } from './typography/setting.ts';

/** A stretch of a citation; the name of a publication is set in italics, an address from left to right. */
export interface CitationPart {
  text: string;
  italic?: true;
  address?: true;
}

export interface Citation {
  /** As the form is called everywhere; absent for the plain one, in the language of the article. */
  form?: 'APA' | 'MLA' | 'BibTeX';
  parts: CitationPart[];
}

/** What is to be known of an article to cite it. */
export interface Cited {
  id: string;
  headline: string;
  /** Its writers, else its agencies. */
  authors: Signature[];
  /** The plain date of its first publication, by the paper's clock. */
  date: string;
  /** Name of the paper. */
  paper: string;
  language: string;
  typography?: Typography;
  /** Absolute, for good. */
  url: string;
}

type Signature = Pick<Contributor, 'name' | 'kind'>;

export function citedFacts({
  article: { id, headline, contributors, agencies, published, language, typography },
  publication,
}: {
  article: Article;
  publication: Pick<Publication, 'name' | 'timeZone' | 'url'>;
}): Cited {
  const writers = contributors.flatMap(({ role, contributor: { name, kind } }) =>
    role === 'writer' ? [{ name, kind }] : [],
  );
  return {
    id,
    headline,
    authors: writers.length > 0 ? writers : agencies.map((name) => ({ name, kind: 'organisation' })),
    date: dateOfInstant(published, publication.timeZone),
    paper: publication.name,
    language,
    typography,
    url: absolute(addresses.short(id), publication.url),
  };
}

/**
 * An article as readers cite it: plainly in its own language; in the styles of the American Psychological Association
 * (7th edition) and the Modern Language Association (9th), which are English; and as an entry for BibTeX in UTF-8.
 */
export function citationsOf({ headline, authors, ...cited }: Cited): Citation[] {
  const facts: Facts = { ...cited, title: typesetText(headline, cited), authors: authors.map(authorOf) };
  return [
    { parts: plain(facts) },
    { form: 'APA', parts: apa(facts) },
    { form: 'MLA', parts: mla(facts) },
    { form: 'BibTeX', parts: [{ text: bibtex(facts) }] },
  ];
}

type Facts = Omit<Cited, 'headline' | 'authors'> & { title: string; authors: Author[] };

/** Somebody who signs: a person with a family name, or a name that stays as it is. */
type Author = { name: string } & ({ family: string; given: string; suffix?: string } | { family?: undefined });

const particles =
  /^(?:von|vom|zu|zum|zur|van|de|den|der|ter|ten|da|das|do|dos|del|della|di|du|la|le|bin|ben|ibn|al|el)$/;
const suffixes = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/** The family name comes last, with its particles; in Chinese, Japanese and Korean letters it comes first. */
function authorOf({ name, kind }: Signature): Author {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && suffixes.test(last) ? last : undefined;
  if (suffix) words.pop();
  if (kind === 'organisation' || words.length < 2) return { name };
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name))
    return { name, family: words[0] ?? '', given: words.slice(1).join(' ') };
  let first = words.length - 1;
  while (first > 1 && particles.test(words[first - 1] ?? '')) first -= 1;
  return {
    name,
    family: words.slice(first).join(' ').replace(/,$/, ''),
    given: words.slice(0, first).join(' '),
    suffix,
  };
}

function plain({ title, authors, date, paper, language, url }: Facts): CitationPart[] {
  const comma = commaOf(language);
  const by = authors.map(({ name }) => isolated(name, language)).join(comma);
  return [
    { text: `${by && `${by}${comma}`}${quoted(title, language)}${comma}` },
    { text: isolated(paper, language), italic: true },
    { text: `${comma}${dateInWords(date, language)}${comma}` },
    { text: url, address: true },
  ];
}

function apa({ title, authors, date, paper, url }: Facts): CitationPart[] {
  const [day, year] = dateInWords(date, 'en-US').split(', ');
  const by = authors.map((author) =>
    author.family === undefined
      ? author.name
      : [author.family, initials(author.given), author.suffix].filter(Boolean).join(', '),
  );
  const when = `(${year}, ${day}).`;
  const head = by.length > 0 ? `${ended(listed(by, ', & '))} ${when} ${ended(title)} ` : `${ended(title)} ${when} `;
  return [{ text: head }, { text: paper, italic: true }, { text: `. ${url}` }];
}

/** Initials of given names where the script has such; "Jean-Paul" is "J.-P.". */
function initials(given: string): string {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s.'’-]+$/u.test(given)) return given;
  return given
    .split(' ')
    .map((name) =>
      name
        .split('-')
        .map((part) => `${Array.from(part)[0] ?? ''}.`)
        .join('-'),
    )
    .join(' ');
}

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

function mla({ title, authors, date, paper, url }: Facts): CitationPart[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const [first, second, ...others] = authors;
  const begun = first && inverted(first);
  const by =
    begun && others.length > 0 ? `${begun}, et al.` : begun && second ? `${begun}, and ${second.name}` : (begun ?? '');
  const inside = title.replace(/[“"](.*?)[”"]/g, '‘$1’');
  return [
    { text: `${by && `${ended(by)} `}“${ended(inside)}” ` },
    { text: paper, italic: true },
    { text: `, ${Number(day)} ${months[Number(month) - 1]} ${year}, ${url}.` },
  ];
}

function inverted(author: Author): string {
  if (author.family === undefined) return author.name;
  return [author.family, author.given, author.suffix].filter(Boolean).join(', ');
}

function bibtex({ id, title, authors, date, paper, url }: Facts): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const by = authors.map((author) =>
    author.family === undefined
      ? `{${escaped(author.name)}}`
      : escaped([author.family, author.suffix, author.given].filter(Boolean).join(', ')),
  );
  const fields = [
    ['author', `{${by.join(' and ')}}`],
    // Twice in braces: the capitals stay.
    ['title', `{{${escaped(title)}}}`],
    ['journal', `{${escaped(paper)}}`],
    ['year', year],
    ['month', months[Number(month) - 1]?.slice(0, 3).toLowerCase()],
    ['day', String(Number(day))],
    ['url', `{${url}}`],
  ].filter(([name]) => name !== 'author' || by.length > 0);
  return `@article{${id},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}`;
}

/** Text with the characters that TeX would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (character) => tex[character] ?? `\\${character}`);
}

const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A sentence with a full stop, unless it ends by itself. */
function ended(text: string): string {
  return /[.!?…。！？؟।]["'”’»]?$/.test(text) ? text : `${text}.`;
}

/** "A, B, & C"; with two, the same comma before the last. */
function listed(names: string[], last: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;
}

/** A title between the quotation marks of a language, those inside it one level down. */
function quoted(title: string, language: string): string {
  const { open, close, innerOpen, innerClose } = quotationMarks(language);
  return `${open}${title.replaceAll(open, innerOpen).replaceAll(close, innerClose)}${close}`;
}

export interface QuotationMarks {
  open: string;
  close: string;
  innerOpen: string;
  innerClose: string;
}

/** The quotation marks of a language on their two levels, with the spaces that belong to them. */
export function quotationMarks(language: string): QuotationMarks {
  const [open = '', innerOpen = '', innerClose = '', close = ''] = typesetText(`"a 'a' a"`, language).split(/ ?a ?/);
  return { open, close, innerOpen, innerClose };
}
