import { edition } from './edition.ts';
import { publish } from './publish.ts';

/** What `npm run desk <verb>` can do; each answers with whether it did. */
const verbs: Record<string, { does: string; run: (root: string, given: string[]) => Promise<boolean> }> = {
  publish: { does: 'checks and builds the paper, and enters new addresses in content/ledger.jsonl', run: publish },
  edition: {
    does: 'writes the edition of a date, or an article by its path, as PDF and EPUB',
    run: async (root, given) => (await edition(given, root)) === 0,
  },
};

const [name = '', ...given] = process.argv.slice(2);
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
if (verb) process.exitCode = (await verb.run(process.cwd(), given)) ? 0 : 1;
else {
  const list = Object.entries(verbs).map(([each, { does }]) => `  npm run desk ${each}    ${does}`);
  console.error(`${name ? `There is no "${name}". ` : ''}There is:\n${list.join('\n')}`);
  process.exitCode = 1;
}
