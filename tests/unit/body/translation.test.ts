import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { withoutTranslation } from '../../../src/body/translation.ts';
import { nodesOf } from '../nodes.ts';

const shown = (html: string) => htmlOf(withoutTranslation(nodesOf(html)));
const kept = (html: string, tag: string) => html.replace(`<${tag}`, `<${tag} translate="no"`);

describe('In a body, browsers that translate leave as it is', () => {
  test.each([
    ['code', '<p>Type <code>npm start</code>.</p>', 'code'],
    ['code in lines', '<pre><code class="language-js">start();\n</code></pre>', 'code'],
    ['a key', '<p>Press <kbd>Enter</kbd>.</p>', 'kbd'],
    ['what a program says', '<p><samp>Done.</samp></p>', 'samp'],
    ['a variable', '<p><var>n</var> stories</p>', 'var'],
    [
      'a bare address',
      '<p><a href="https://fares.example/a?b=c&#x26;d">https://fares.example/a?b=c&#x26;d</a></p>',
      'a',
    ],
    ['an address without a scheme', '<p><a href="http://www.fares.example">www.fares.example</a></p>', 'a'],
    ['an address of mail', '<p><a href="mailto:desk@fares.example">desk@fares.example</a></p>', 'a'],
  ])('%s.', (_what, html, tag) => {
    expect(shown(html)).toBe(kept(html, tag));
  });
});

describe('In a body, browsers translate', () => {
  test.each([
    ['a link with words', '<p><a href="https://fares.example/">the fares</a></p>'],
    ['a link with an address and emphasis', '<p><a href="/about/">https://fares.example/<em>a</em></a></p>'],
    ['words that mention an address', '<p><a href="/about/">See https://fares.example/ for more</a></p>'],
    ['a mark that begins like code', '<p><codex>old book</codex> &#x3C;code></p>'],
    ['an emphasis', '<p><em>never</em></p>'],
  ])('%s.', (_what, html) => {
    expect(shown(html)).toBe(html);
  });
});
