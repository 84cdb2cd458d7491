import { expect, test } from 'vitest';
import { handed, type ListedPath, type Renderer } from '../../../src/astro/internals.ts';
import type { Copy } from '../../../src/filing/copies.ts';
import { AskedPages } from '../../../src/press/asked-pages.ts';
import { FiledAs } from '../../../src/press/filed-as.ts';
import type { FiledArticle } from '../../../src/schema/article.ts';

test('What was made of articles is let go after some thousand pages, and pages are listed anew.', async () => {
  let read = 0;
  const article = new FiledAs('2019/03/01/vote', undefined, () => {
    read += 1;
    return {} as Copy<FiledArticle>;
  });
  const listed = [{ pathname: '/' } as ListedPath];
  let lists = 0;
  const renderer = { paths: () => ((lists += 1), Promise.resolve([...listed])) } as unknown as Renderer;
  const pages = new AskedPages(renderer, [article], listed);
  const { turn } = handed();
  const told = [];
  for (let count = 0; count < 5000; count += 1) {
    await pages.page('/');
    void article.data;
    if (lists === 1 && told.length === 0) told.push(count, handed().forgets, handed().turn - turn);
  }
  expect({ read, lists, told }).toEqual({ read: 2, lists: 1, told: [3999, true, 1] });
});
