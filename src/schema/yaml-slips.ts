import { CST, isMap, isScalar, Lexer, visit, type Document } from 'yaml';
import { invisibleCharacter } from '../newsroom/invisible.ts';
import type { Problem } from '../newsroom/problem.ts';

export type Words = Pick<Problem, 'code' | 'found' | 'remedy'>;

/** A fault by the character of the text that it is told at, counted from 0. */
export interface Fault extends Words {
  offset: number;
}

const curly = '[“”„‟‘’‚‛«»‹›「」『』＂＇]';
const colons = '[：﹕︰∶꞉]';
const bullets = '[–—−‐‑－•·●▪◦‣]';
// Spaces that JavaScript knows and YAML does not.
const oddSpace = '[^\\S \\t\\n]';

/** What stands in a line, or in the name of a field, that looks like a sign of YAML and is none; `undefined` where nothing does. */
export function slipIn(line: string): Words | undefined {
  const [, space] =
    new RegExp(`^[ \\t]*(?:(?:-|- .*?:|[^\\s:]+:)[ \\t]*)?(${oddSpace})|(${oddSpace})$`).exec(line)?.filter(Boolean) ??
    [];
  if (space)
    return {
      code: 'Y-008',
      found: `${spaceName(space)} stands where a plain space belongs: YAML takes it for a letter.`,
      remedy: 'Delete it, and type plain spaces.',
    };
  const [, name, colon] =
    new RegExp(`^[ \\t]*(?:- +)*["'“”]?([\\p{L}\\w-]+)["'“”]?\\s*(${colons})`, 'u').exec(line) ?? [];
  if (name && colon)
    return {
      code: 'Y-009',
      found: `The name "${name}" is followed by "${colon}", which is no colon for YAML.`,
      remedy: `Write "${name}: " with a plain colon and a space.`,
    };
  const [, bullet] = new RegExp(`^[ \\t]*(${bullets})\\s*\\S`).exec(line) ?? [];
  if (bullet)
    return {
      code: 'Y-011',
      found: `A line begins with "${bullet}", which is no hyphen for YAML.`,
      remedy: 'Begin each item on a line of its own with a hyphen and a space: "- ".',
    };
  const [, quote] = new RegExp(`^[ \\t]*(?:- +)*(?:[\\w-]+:[ \\t]+)?[[{]?[ \\t]*(${curly})`).exec(line) ?? [];
  return quote ? curlyQuote(quote) : undefined;
}

/** What of a value looks like a sign of YAML and is none, where the value is not what it has to be. */
export function slipInValue(value: string, name: string, wanted: string): Words | undefined {
  if (new RegExp(`^${curly}`).test(value)) return curlyQuote(value.charAt(0));
  const odd = invisibleCharacter(value);
  if (odd)
    return {
      code: 'S-004',
      found: `The field "${name}" holds the invisible character ${odd.name}.`,
      remedy: 'Delete it, or type the words again.',
    };
  if (wanted === 'string') return undefined;
  const mark = new RegExp(`^${bullets}`).exec(value)?.[0];
  if (mark)
    return {
      code: 'Y-011',
      found: `The items of "${name}" begin with "${mark}", which is no hyphen for YAML.`,
      remedy: 'Begin each on a line of its own with a hyphen and a space: "- ".',
    };
  const bracket = /^[［【〔｛]/.exec(value)?.[0];
  if (bracket)
    return {
      code: 'Y-009',
      found: `The value of "${name}" begins with "${bracket}", which is no bracket for YAML.`,
      remedy: 'Write plain brackets and commas: [a, b] or { name: value }.',
    };
  return slipIn(value);
}

export function curlyQuote(mark: string): Words {
  return {
    code: 'Y-005',
    found: `A quotation mark that is not straight stands here, ${mark}, which is none for YAML.`,
    remedy: 'Type straight ones around the whole value, " or \', or none.',
  };
}

const spaces: Record<string, string> = {
  '\u00a0': 'non-breaking space',
  '\u202f': 'narrow non-breaking space',
  '\u3000': 'full-width space',
  '\ufeff': 'byte order mark',
};

function spaceName(space: string): string {
  const number = `U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `${number} (${spaces[space] ?? 'a space of another width'})`;
}

/** Y-005, Y-006, Y-008 and Y-009 in YAML that can be read: names of fields, and values that begin or end with such signs. */
export function slipsIn(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, map) {
      if (!isMap(map)) return;
      for (const { key } of map.items) {
        if (!isScalar(key) || typeof key.value !== 'string' || key.type !== 'PLAIN') continue;
        const slip = slipInName(key.value);
        if (slip) faults.push({ ...slip, offset: key.range?.[0] ?? 0 });
      }
    },
    Scalar(key, node) {
      if (key === 'key' || node.type !== 'PLAIN' || typeof node.value !== 'string') return;
      const offset = node.range?.[0] ?? 0;
      if (new RegExp(`^-${oddSpace}`).test(node.value)) faults.push({ ...(slipIn(node.value) as Words), offset });
      // What cannot be seen at the end of a value means nothing.
      node.value = node.value.trim();
      if (isWhollyQuoted(String(node.value)))
        faults.push({
          code: 'Y-006',
          offset,
          found: `Readers would see the quotation marks around this value: ${String(node.value).charAt(0)} is none for YAML.`,
          remedy: "Type straight ones, or put it in straight ones as well if it is a quotation: '“Walk away”'.",
        });
    },
  });
  return faults;
}

function slipInName(name: string): Words | undefined {
  const slip = slipIn(`${name}:`) ?? slipIn(name);
  if (slip) return slip;
  const last = name.slice(-1);
  if (new RegExp(curly).test(last)) return curlyQuote(last);
  const odd = invisibleCharacter(name);
  return (
    odd && {
      code: 'Y-008',
      found: `The name of a field holds ${odd.name}, which YAML takes for a letter.`,
      remedy: 'Delete it, or type the name again.',
    }
  );
}

/** Whether a value lies between one pair of quotation marks that are not straight. */
function isWhollyQuoted(value: string): boolean {
  const pair =
    /^(?:“[^“”„]+”|„[^“”„]+[“”]|”[^”]+”|‘[^‘‚]+’|‚[^‘‚]+[‘’]|«[^«»]+»|»[^«»]+«|‹[^‹›]+›|›[^‹›]+‹|＂[^＂]+＂|[“„”][^“”„"]+"|[‘‚’][^‘’‚']+')$/u;
  return pair.test(value);
}

/** Comments that nobody set off with a space, by their words: most likely meant for readers. Fields and items that are left out are none. */
export function hashedWords(text: string): { offset: number; words: string }[] {
  if (!/#\S/.test(text)) return [];
  const found: { offset: number; words: string }[] = [];
  let offset = 0;
  for (const piece of new Lexer().lex(text)) {
    // Marks that the lexer puts between the pieces.
    if (['\u0002', '\u0018', '\u001f'].includes(piece)) continue;
    if (CST.tokenType(piece) === 'comment' && /^#[^\s#!=*~-]/.test(piece) && !isLeftOut(text, offset, piece))
      found.push({ offset, words: piece });
    offset += piece.length;
  }
  return found;
}

function isLeftOut(text: string, offset: number, comment: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' && /^#["']?[\w-]+["']?:(\s|$)/.test(comment);
}
