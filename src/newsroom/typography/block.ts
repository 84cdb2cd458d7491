/** Runs joined into one text, and where each ends in it. */
export interface Block {
  text: string;
  ends: number[];
}

export function blockOf(texts: string[]): Block {
  let end = 0;
  return { text: texts.join(''), ends: texts.map((text) => (end += text.length)) };
}

export function runsOf({ text, ends }: Block): string[] {
  return ends.map((end, run) => text.slice(ends[run - 1] ?? 0, end));
}

/**
 * The block with every match replaced, in the run in which it begins; one that would grow or shrink stays where more than spaces
 * of it belong to the next run.
 */
export function rewritten(block: Block, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Block {
  pattern.lastIndex = 0;
  let match = pattern.exec(block.text);
  if (!match) return block;
  let text = '';
  let from = 0;
  let shift = 0;
  let run = 0;
  const ends = block.ends.slice();
  for (; match; match = pattern.exec(block.text)) {
    const end = match.index + match[0].length;
    while ((block.ends[run] ?? Infinity) <= match.index) ends[run++]! += shift;
    const given = replacement(match);
    const growth = given.length - match[0].length;
    const border = block.ends[run] ?? Infinity;
    if (growth !== 0 && border < end && block.text.slice(border, end).trim() !== '') continue;
    text += block.text.slice(from, match.index) + given;
    from = end;
    if (growth !== 0) while ((block.ends[run] ?? Infinity) < end) ends[run++] = text.length;
    shift += growth;
  }
  while (run < ends.length) ends[run++]! += shift;
  return { text: text + block.text.slice(from), ends };
}
