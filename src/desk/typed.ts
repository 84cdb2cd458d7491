import { isAtHome } from '../filing/engine.ts';

/**
 * How a verb of the desk is typed in a paper's folder. In the engine's own repository npm's scripts make ready what it needs first.
 * @param behind what is said behind the verb
 */
export function typed(root: string, verb: string, ...behind: string[]): string {
  if (!isAtHome(root)) return ['npx broadsheet', verb, ...behind].join(' ');
  const script = {
    start: 'npm start',
    dev: 'npm run dev',
    check: 'npm run check',
    build: 'npm run build',
    press: 'npm run press',
  }[verb];
  // What stands behind two dashes is none of npm's.
  const dashes = behind.some((word) => /^(?:--|\[)/.test(word)) ? ['--'] : [];
  return [script ?? `npm run desk ${verb}`, ...dashes, ...behind].join(' ');
}
