import { rewritten, type Block } from './block.ts';
import { capital, letter, noBreak, units, type Custom } from './customs.ts';

/** What looks for the places of spaces that may not break. */
export interface SpaceRules {
  /** Figures and what points to one, each with its space. */
  figures: RegExp;
  /** Initials and titles, each with its space. */
  names: RegExp;
  /** A mark of a sentence that takes a space before it. */
  spacedMark: RegExp | undefined;
}

export function spaceRules(custom: Custom): SpaceRules {
  return {
    figures: figuresBy(custom),
    names: namesBy(custom),
    spacedMark: custom.spacedMarks && spacedMark(custom.spacedMarks[0]),
  };
}

/** The block with spaces that do not break, inside « », before marks and between figures too. */
export function spaced(block: Block, rules: SpaceRules, custom: Custom): Block {
  return spacedFor(bound(block, rules), rules, custom);
}

function figuresBy({ ordinal = '', months, measures, references }: Custom): RegExp {
  const follows = measures ? `${units}|${measures}` : units;
  const alternatives = [`\\d (?=(?:${follows})(?![${letter}\\d]))`, '§ (?=\\d)'];
  if (months) alternatives.push(`\\d(?:${ordinal})? (?=(?:${months})(?![${letter}]))`);
  if (references) alternatives.push(`\\b(?:${references}) (?=\\d)`);
  return new RegExp(alternatives.join('|'), 'g');
}

function namesBy({ titles }: Custom): RegExp {
  const initial = `[${capital}]\\.`;
  const alternatives = [
    `${initial} (?<![${letter}\\d]${initial} )(?=${initial})`,
    `${initial} (?<=(?<![${letter}\\d])${initial}\\s${initial} )(?=[${capital}][${letter}])`,
  ];
  if (titles) alternatives.push(`\\b(?:${titles}) (?=[${capital}])`);
  return new RegExp(alternatives.join('|'), 'g');
}

// A colon inside a time, a smiley or "a?b" is no punctuation of a sentence.
function spacedMark(marks: string): RegExp {
  return new RegExp(
    `(?:(?<=\\S) |(?<=[\\p{L}\\p{N}\\p{Sc}%»”’›)\\]…\\uFFFC\\uFDD0]))[${marks}](?=[\\s"'«»“”‘’‹›!?…]|$|(?<=[!?])[^\\p{L}\\p{N}=/])`,
    'gu',
  );
}

/** The block with no-break spaces for spaces; it keeps its length. */
function bound(block: Block, { figures, names }: SpaceRules): Block {
  let { text } = block;
  if (/\d/.test(text)) text = text.replace(figures, unbroken);
  return { ...block, text: text.replace(names, unbroken) };
}

function unbroken(found: string): string {
  return found.slice(0, -1) + noBreak;
}

function spacedFor(
  block: Block,
  { spacedMark: pattern }: SpaceRules,
  { guillemetSpace, spacedMarks, groupSpace }: Custom,
): Block {
  let typed = block;
  // Beside a hyphen a new space would make a dash of it.
  if (guillemetSpace && /[«»]/.test(typed.text)) {
    typed = rewritten(typed, /« ?(?=[^\s-])/g, () => `«${guillemetSpace}`);
    typed = rewritten(typed, /(?<=[^\s-]) ?»/g, () => `${guillemetSpace}»`);
  }
  if (spacedMarks && pattern) typed = rewritten(typed, pattern, ([found]) => spacedMarks[1] + found.trimStart());
  if (groupSpace)
    typed = rewritten(typed, /(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![\d-])/g, ([found]) =>
      found.replaceAll(' ', groupSpace),
    );
  return typed;
}
