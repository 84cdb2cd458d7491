import { commaOf, dateInWords, dayAndMonth } from '../newsroom/calendar.ts';
import { correctionKinds, kinds, roles, type CorrectionKind, type Kind } from '../newsroom/kinds.ts';
import { isReserved, licenceAddress } from '../newsroom/licence.ts';
import { wordsOf } from '../newsroom/words.ts';

/**
 * What this engine's own sentences say, in any of its languages: each is read by the words that it is written with.
 */

/** The kind of a story, by what stands over its headline. */
export function kindCalled(label: string, language: string): Kind | undefined {
  return kinds.find((kind) => wordsOf(language).kinds[kind] === label);
}

/** The kind of a note, by what stands before it. */
export function correctionCalled(label: string, language: string): CorrectionKind | undefined {
  return correctionKinds.find((kind) => wordsOf(language).correctionKinds[kind] === label);
}

/**
 * Place and day of "Hanoi, 28 February".
 * @param around an instant near that day
 */
export function datelineIn(text: string, language: string, around: string): { place: string; date?: string } {
  const line = plain(text);
  for (const date of daysAround(around)) {
    const end = plain(commaOf(language) + dayAndMonth(date, language));
    if (line.endsWith(end) && line.length > end.length) return { place: line.slice(0, -end.length).trim(), date };
  }
  return { place: line };
}

export interface Print {
  publication: string;
  edition: string;
  headline?: string;
  section?: string;
  page?: string;
}

/** Where a version of a story stood on paper, by the sentence below it; `undefined` where it is no such sentence. */
export function printIn(text: string, language: string, around: string): Print | undefined {
  const line = plain(text);
  const names = ['headline', 'section', 'page'] as const;
  for (let left = 0; left < 8; left += 1) {
    const there = names.filter((_, index) => !(left & (1 << index)));
    const found = sentence((mark) => {
      const of = (name: string) => (there.some((each) => each === name) ? mark(name) : undefined);
      const [headline, section, page] = names.map(of);
      const given = { publication: mark('publication'), date: mark('date') };
      return wordsOf(language).provenance({
        ...given,
        ...(headline ? { headline } : {}),
        ...(section ? { section } : {}),
        ...(page ? { page } : {}),
      });
    }).exec(line)?.groups;
    const edition = found && daysAround(around).find((day) => plain(dateInWords(day, language)) === found['date']);
    if (found && edition)
      return {
        publication: found['publication'] ?? '',
        edition,
        ...Object.fromEntries(there.map((name) => [name, found[name]])),
      };
  }
  return undefined;
}

/** The licence that "Text licensed under …" names, or words that reserve all rights. */
export function licenceIn(text: string, language: string): string | undefined {
  if (isReserved(text)) return text;
  return sentence((mark) => wordsOf(language).textLicence(mark('licence'))).exec(plain(text))?.groups?.['licence'];
}

/** The name that a licence of Creative Commons has, by its address; others keep their address. */
export function licenceAt(address: string): string {
  const [, terms = '', version = ''] = /\/licenses\/([a-z-]+)\/(\d\.\d)\/?$/.exec(address) ?? [];
  const name = terms ? `CC ${terms.toUpperCase()} ${version}` : address.replace(/^.*\/zero\/(\d\.\d)\/?$/, 'CC0 $1');
  return licenceAddress(name) === address ? name : address;
}

/** A credit and the licence that stands behind it, where that is one of Creative Commons. */
export function creditIn(line: string): { credit: string; licence?: string } {
  const [, credit = '', licence = ''] = /^(.*?)(?:\. |^)(CC[ -]?(?:BY|0)(?:-[A-Z]{2})*[ -]\d\.\d)$/.exec(line) ?? [];
  return licence ? { credit, licence } : { credit: line };
}

/** Names of agencies in "With reporting by A and B"; none where it is another line. */
export function agenciesIn(line: string, language: string): string[] {
  const found = sentence((mark) => wordsOf(language).withAgencies(mark('names'))).exec(plain(line))?.groups?.['names'];
  return found ? namesIn(found, language) : [];
}

/** Names of a line of the byline, whoever did what. */
export function namesOfByline(line: string, language: string): string[] {
  for (const role of roles) {
    const said = sentence((mark) => wordsOf(language).credits[role](mark('names'))).exec(plain(line))?.groups;
    if (said?.['names']) return namesIn(said['names'], language);
  }
  return [];
}

/** The names of "A, B and C", as a language joins them. */
function namesIn(list: string, language: string): string[] {
  const format = new Intl.ListFormat(language, { type: 'conjunction' });
  const joints = new Set(
    [2, 3, 4].flatMap((count) =>
      format
        .formatToParts(Array.from({ length: count }, () => 'x'))
        .flatMap(({ type, value }) => (type === 'literal' ? [plain(value)] : [])),
    ),
  );
  return list
    .split(
      new RegExp(
        [...joints]
          .sort((a, b) => b.length - a.length)
          .map(escaped)
          .join('|'),
        'u',
      ),
    )
    .map((name) => name.trim())
    .filter(Boolean);
}

/** A sentence of the interface as an expression with a group for each of its places. */
function sentence(make: (mark: (name: string) => string) => string): RegExp {
  const marks = new Map<string, string>();
  const whole = make((name) => {
    const mark = String.fromCharCode(0xe000 + marks.size);
    marks.set(mark, name);
    return mark;
  });
  const source = escaped(plain(whole)).replace(/[\ue000-\ue00f]/g, (mark) => `(?<${marks.get(mark)}>.+?)`);
  // Quotation marks in quotation marks are set otherwise.
  return new RegExp(`^${source.replace(/["“”„‟‘’‚«»‹›「」『』]/g, '["“”„‟‘’‚«»‹›「」『』]')}$`, 'u');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Without what only says how words are set. */
function plain(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
}

function daysAround(instant: string): string[] {
  const noon = Date.parse(`${instant.slice(0, 10)}T12:00:00Z`);
  return Array.from({ length: 150 }, (_, index) => (index % 2 ? 1 : -1) * Math.ceil(index / 2)).map((days) =>
    new Date(noon + days * 86_400_000).toISOString().slice(0, 10),
  );
}
