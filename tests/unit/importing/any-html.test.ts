import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { piecesOf } from '../../../src/body/html.ts';
import { htmlTree } from '../../../src/importing/html.ts';
import { parsedBody } from '../../../src/importing/print-body.ts';
import { textOfHtml, textOfMarkdown, wordsBeyond } from '../../../src/importing/words.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { articleIn, emptyPaper, imported, mistakesAt, put, remove, seeds, unaccounted } from './support.ts';

// Pages of any make: trees of elements that a page of the web has, each within each, closed or not, with words between.

const blocks =
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h6 header li main nav noscript ol p pre section summary table tbody td th tr caption ul';
const inlines =
  'a abbr b bdo button cite code del em font i ins kbd label mark q ruby rp rt s samp small span strike strong sub sup time tt u var x-own';
const strange = 'canvas dialog math object option script select style svg template textarea title video';
const voids = [
  '<br>',
  '<hr>',
  '<wbr>',
  '<input value="Send">',
  '<img src="a.png" alt="An alternative">',
  '<img alt="">',
];
const attributes = [
  '',
  ' class="byline credit"',
  ' hidden',
  ' style="display: none"',
  ' href="https://other.example/a?b=c#d" title="Title of it"',
  ' href="javascript:alert(1)" onclick="alert(1)"',
  ' href="#note" id="1"',
  ' lang="ar" dir="rtl"',
  ' colspan="3" rowspan="2"',
  ' start="7" type="a" reversed',
  ' datetime="2019-03-05T10:00:00Z" itemprop="datePublished"',
  ' src="https://other.example/film" srcset="a.png 2x"',
];

const typed = fc.constantFrom(
  'Words.',
  '*stars* _lines_ `ticks`',
  '# no heading',
  '1. no list',
  '- nor this',
  ':::box',
  ':::',
  '::leaf :text[a]{b=c}',
  '[^1] [a](b) ![c](d)',
  '| a | b |',
  '&lt;b&gt; &amp;amp; &nbsp;',
  '\n\n',
  '\t',
  'By Wren Quayside',
  'Photo: Agency',
  '東京で\n会議',
  'قال "نعم"',
  'https://other.example/x_y_z',
  '$x$ H~2~O a^b^ {.c}',
  '---',
  '\u00ad\u200b\u202e',
);
const text = fc.oneof(
  typed,
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((each) => each.replace(/[<&]/g, ' ')),
);

const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
  tree: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, text, fc.constantFrom(...voids), tie('element'), tie('element')),
  element: fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...blocks.split(' ')) },
        { weight: 4, arbitrary: fc.constantFrom(...inlines.split(' ')) },
        { weight: 1, arbitrary: fc.constantFrom(...strange.split(' ')) },
      ),
      fc.constantFrom(...attributes),
      fc.array(tie('tree'), { maxLength: 5 }),
      fc.boolean(),
    )
    .map(
      ([name, more, inside, isClosed]) =>
        `<${name}${more}>${inside.join(' ')}${isClosed || inside.length < 3 ? `</${name}>` : ''}`,
    ),
}));

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
