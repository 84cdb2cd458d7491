import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { piecesOf } from '../../../src/body/html.ts';
import { htmlTree } from '../../../src/importing/html.ts';
import { parsedBody } from '../../../src/importing/print-body.ts';
import { textOfHtml, textOfMarkdown, wordsBeyond } from '../../../src/importing/words.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { tree } from './any-tree.ts';
import { articleIn, emptyPaper, imported, mistakesAt, put, remove, seeds, unaccounted } from './support.ts';

// Pages of any make.

const long =
  'The council of Asha voted on Monday to close the fish market after 140 years, ending a dispute that had divided the town since the flood of last spring, when the quay was under water for nine days.';

/** A body as its page shows it. */
function shownOf(body: string): { html: string; words: string } {
  const made = renderBody({
    file: 'content/articles/2019/03/01/a/index.md',
    text: body,
    language: 'en',
    origin: 'https://a.example',
  });
  const pieces = piecesOf(made);
  const html = pieces.filter((piece) => typeof piece === 'string').join('');
  const said = pieces.map((piece) =>
    typeof piece === 'string' ? textOfHtml(htmlTree(piece)) : textsIn(piece).join(' '),
  );
  return { html, words: said.join(' ') };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a page could run. */
function programsIn(html: string): string[] {
  const found: string[] = [];
  visit(htmlTree(html), 'element', ({ tagName, properties }) => {
    if (/^(?:script|style|iframe|object|embed|svg|math|form)$/.test(tagName)) found.push(tagName);
    for (const [name, value] of Object.entries(properties))
      if (/^on/.test(name) || /^(?:javascript|data):/i.test(String(value))) found.push(`${name}=${String(value)}`);
  });
  return found;
}

test.each(seeds(2, 7))(
  'any tree of HTML becomes an article that builds and shows all its words, or is refused with a reason (seed %i)',
  async (seed) => {
    const root = emptyPaper();
    const outcomes: string[] = [];
    const before = new Set<string>();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 6 }), fc.boolean(), async (trees, isStory) => {
        count += 1;
        const inside = trees.join('\n');
        const page = isStory
          ? `<!doctype html><html lang="en"><body><article><h1>Story ${count}</h1><p>${long}</p>${inside}<p>${long}</p></article></body></html>`
          : inside;
        put(root, { [`in/s${count}.html`]: page });
        const [report] = await imported(root, [`in/s${count}.html`]);
        outcomes.push(report?.outcome ?? '');
        if (report?.outcome !== 'new') {
          // The same page once more is no other story.
          expect(report?.outcome === 'unchanged' ? before.has(page) : report?.reason).toBeTruthy();
          return;
        }
        before.add(page);
        expect(unaccounted(report)).toEqual([]);
        const body = articleIn(root, report.article).replace(/^---\n[^]*?\n---\n/, '');
        const shown = shownOf(body);
        expect(programsIn(shown.html)).toEqual([]);
        expect(wordsBeyond(textOfMarkdown(parsedBody(body)), shown.words)).toEqual([]);
      }),
      { numRuns: 100, seed },
    );
    expect(outcomes.filter((outcome) => outcome === 'new').length).toBeGreaterThan(count / 3);
    expect(await mistakesAt(root)).toEqual([]);
    remove(root);
  },
);
