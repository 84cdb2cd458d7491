import { expect, it } from 'vitest';
import type { BodyPhoto } from '../../../src/body/body.ts';
import { forSearch } from '../../../src/body/for-search.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { bodyOf, nodesOf } from '../nodes.ts';

const photo = (caption?: string): BodyPhoto => ({
  path: 'content/a/quay.jpg',
  alt: 'No.',
  caption: caption ? nodesOf(caption) : undefined,
});

it('A search finds the words of captions where their pictures stand.', () => {
  const body = bodyOf(
    '<p>a</p><bs-part n="0"></bs-part><div><bs-part n="1"></bs-part></div><bs-part n="2"></bs-part><bs-part n="3"></bs-part>',
    { kind: 'photo', photo: photo('b <em>c</em>'), placement: 'text' },
    { kind: 'gallery', placement: 'text', photos: [photo('e'), photo()], caption: nodesOf('d') },
    { kind: 'video', poster: photo('f'), href: 'https://video.example/' },
    { kind: 'related', stories: ['2019/03/01/a'] },
  );
  expect(htmlOf(forSearch(body))).toBe('<p>a</p><p>b <em>c</em></p><div><p>d</p><p>e</p><p></p></div><p>f</p>');
});

it('A search sees a space where cells, terms and summaries end.', () => {
  const html = '<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table><dl><dt>c</dt><dd>d</dd></dl>';
  expect(htmlOf(forSearch(bodyOf(`${html}<details><summary>e</summary>f</details>`)))).toBe(
    `${html.replace(/<\/(t[hd]|d[td])>/g, '$& ')}<details><summary>e</summary> f</details>`,
  );
});
