import { describe, expect, it } from 'vitest';
import { cleaned } from '../../../src/views/feeds/reader-html.ts';

const canonical = 'https://paper.example/2019/03/01/vote/';

describe('HTML for readers elsewhere', () => {
  it('has no anchors of passages that are gone', () => {
    const html =
      '<p id="p-2"><span id="p-1" class="retired"></span><span id="p-0" class="retired"></span>The <em>vote</em>.</p>';
    expect(cleaned(html, canonical)).toBe('<p>The <em>vote</em>.</p>');
  });

  it('keeps a word in another language', () => {
    const html = '<p id="p-1">By <span lang="de">Realpolitik</span>.</p>';
    expect(cleaned(html, canonical)).toBe('<p>By <span lang="de">Realpolitik</span>.</p>');
  });
});
