import { publish } from './publish.ts';

/** What `npm run desk <verb>` can do; each answers with whether it did. */
const verbs: Record<string, { does: string; run: (root: string) => Promise<boolean> }> = {
  publish: { does: 'checks and builds the paper, and enters new addresses in content/ledger.jsonl', run: publish },
};

const [name = ''] = process.argv.slice(2);
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
if (verb) process.exitCode = (await verb.run(process.cwd())) ? 0 : 1;
else {
  const list = Object.entries(verbs).map(([each, { does }]) => `  npm run desk ${each}    ${does}`);
  console.error(`${name ? `There is no "${name}". ` : ''}There is:\n${list.join('\n')}`);
  process.exitCode = 1;
}
