import { examples } from '../newsroom/code-examples.ts';
import { isWarning, mistakes, warnings, type Code } from '../newsroom/codes.ts';
import { nearest } from '../newsroom/nearest.ts';
import { misuse, type Outcome } from './outcome.ts';

/** `npm run desk explain <code>`: tells what a code means, with an example of what is wrong and of what is right. */
export function explain(given: string): Outcome {
  const code = given
    .trim()
    .toUpperCase()
    .replace(/^([A-Z])-?(\d{3})$/, '$1-$2');
  const all: Record<string, string> = { ...mistakes, ...warnings };
  const about = Object.hasOwn(all, code) ? all[code] : undefined;
  if (about === undefined) {
    const near = nearest(code, Object.keys(all));
    return misuse(
      `There is no code "${given}".${near ? ` Did you mean ${near}?` : ' A code is a letter and three digits: P-003.'}`,
    );
  }
  const { wrong, right } = examples[code as Code];
  const level = isWarning({ code: code as Code }) ? 'warning' : 'mistake';
  const means =
    level === 'mistake'
      ? 'A mistake: nothing is published until it is mended.'
      : `A warning: it is published as it is${code >= 'D-1' && code < 'E' ? ', and only checking looks for it' : ''}.`;
  console.log(`${code} tells of ${about}.\n${means}\n\nWrong:\n\n${indented(wrong)}\n\nRight:\n\n${indented(right)}`);
  return { isDone: true, facts: { code, level, about, wrong, right } };
}

/** Shown on lines that a screen holds. */
function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line.length > 400 ? `${line.slice(0, 60)}…` : line}`)
    .join('\n');
}
