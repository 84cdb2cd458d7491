import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../src/checks/paper.ts';
import type { StampedPicture } from '../../../src/filing/picture-reading.ts';
import { PictureDesk } from '../../../src/filing/pictures.ts';
import { readPortraits } from '../../../src/filing/portraits.ts';
import { problemReport } from '../../../src/newsroom/problem.ts';
import { body, withPaper } from './wrong-inputs/input.ts';

const portrait = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#333' } })
  .png()
  .toBuffer();
const files = {
  'content/publication.yaml':
    'name: The Broadsheet\nurl: https://broadsheet.example\nlanguage: en-GB\ntimeZone: Asia/Singapore\nsections: [world]\npages: [about]\npublisher: { name: The Broadsheet }\n',
  'content/pages/about.md':
    '---\ntitle: About\n---\n\n[World](/sections/world/), [sanctions](/topics/sanctions/), [we](/contributors/newsdesk/), [here](/about/), [then](/2019/03/).\n',
  'content/fronts/2019-03-01.yaml': 'lead: 2019/03/01/second\nbriefs: [2019/03/01/harbour-vote]\n',
  'content/contributors/newsdesk.yaml':
    'name: Our newsdesk\nportrait: { file: ../pictures/desk.png, alt: A desk. }\nlinks: [{ label: Letters, url: "https://example.com" }]\n',
  'content/pictures/desk.png': portrait,
};

/** A reading that no file can give. */
const remembered = (stamp: string): StampedPicture => ({
  path: 'content/pictures/desk.png',
  width: 7,
  height: 7,
  format: 'png',
  hash: 'remembered',
  stamp,
});

const widthOf = async (root: string, pictures: PictureDesk) => {
  const { data } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
  const { portraits } = await readPortraits({ root, contributors: data.contributors, pictures });
  return portraits.get('newsdesk')?.width;
};

describe('The desk', () => {
  it('reads a page, a front page and a contributor that are right', () =>
    withPaper(files, async (root) => {
      const { data, pages, problems } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
      expect(problemReport(problems)).toBe('');
      expect(pages.copies.get('about')?.copy.filed).toEqual({ title: 'About' });
      expect(data.fronts.get('2019-03-01')).toEqual({
        lead: '2019/03/01/second',
        second: [],
        pairs: [],
        briefs: ['2019/03/01/harbour-vote'],
        inside: [],
      });
      expect(data.contributors.get('newsdesk')?.links).toEqual([{ label: 'Letters', url: 'https://example.com' }]);
    }));

  it('reads a portrait from the folder of shared pictures', () =>
    withPaper(files, async (root) => expect(await widthOf(root, new PictureDesk(root))).toBe(30)));

  it('takes a portrait as an earlier build has read it', () =>
    withPaper(files, async (root) => {
      const pictures = new PictureDesk(root);
      pictures.remember(remembered(pictures.stampOf('content/pictures/desk.png') ?? ''));
      expect(await widthOf(root, pictures)).toBe(7);
    }));

  it('reads a portrait again that has been replaced since', () =>
    withPaper(files, async (root) => {
      const pictures = new PictureDesk(root);
      pictures.remember(remembered(pictures.stampOf('content/pictures/desk.png') ?? ''));
      writeFileSync(path.join(root, 'content/pictures/desk.png'), Buffer.concat([portrait, Buffer.from('\n')]));
      expect(await widthOf(root, pictures)).toBe(30);
    }));

  it('tells of a picture that has gone, though an earlier build has read it', () =>
    withPaper(files, async (root) => {
      const pictures = new PictureDesk(root);
      pictures.remember(remembered(pictures.stampOf('content/pictures/desk.png') ?? ''));
      rmSync(path.join(root, 'content/pictures/desk.png'));
      expect(await widthOf(root, pictures)).toBeUndefined();
    }));

  it('takes unchanged articles as they were', () =>
    withPaper(files, async (root) => {
      const bodies = path.join(root, '.astro/bodies');
      const { articles } = await readPaper({ root, bodies });
      const again = await readPaper({ root, bodies, previous: (name) => articles.copies.get(name) });
      expect(again.articles.copies.get('2019/03/01/second')).toBe(articles.copies.get('2019/03/01/second'));
    }));

  it('tells again what is to be looked at in an article that it takes as it was', () =>
    withPaper(body('2019. It was a good year.'), async (root) => {
      const bodies = path.join(root, '.astro/bodies');
      const { articles, problems } = await readPaper({ root, bodies });
      const again = await readPaper({ root, bodies, previous: (name) => articles.copies.get(name) });
      const place = '2019/03/01/harbour-vote';
      expect(again.articles.copies.get(place)).toBe(articles.copies.get(place));
      expect(problems.map(({ code }) => code)).toEqual(['B-133']);
      expect(again.problems).toEqual(problems);
    }));
});
