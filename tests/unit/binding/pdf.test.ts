import { describe, expect, test } from 'vitest';
import { describedPdf, pagesOf } from '../../../src/binding/pdf.ts';
import { EditorialError } from '../../../src/newsroom/problem.ts';

/** The least that Chromium writes: a dictionary of information, a catalogue, and where they stand. */
const written = [
  '%PDF-1.4',
  '1 0 obj',
  "<</Title (Harbour vote)\n/Creator (Chromium 156)\n/Producer (Skia/PDF m156)\n/CreationDate (D:20261129100000+00'00')\n/ModDate (D:20261129100000+00'00')>>",
  'endobj',
  '2 0 obj',
  '<</Type /Catalog\n/Pages 5 0 R\n/Dests 6 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 3 0 R\n/Outlines 4 0 R\n' +
    '/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Lang (en-GB)>>',
  'endobj',
  '5 0 obj',
  '<</Type /Pages\n/Count 2\n/Kids [7 0 R 8 0 R]>>',
  'endobj',
  '6 0 obj',
  '<</k7m2xq [8 0 R /XYZ 0 0 0]>>',
  'endobj',
  'xref',
  '0 3',
  'trailer',
  '<</Size 3\n/Root 2 0 R\n/Info 1 0 R>>',
  'startxref',
  '100',
  '%%EOF\n',
].join('\n');

const described = (pdf: string) =>
  describedPdf(Buffer.from(pdf), {
    title: 'Harbour vote',
    author: 'Ada Quay',
    modified: '2019-03-01T05:00:00+08:00',
  }).toString('latin1');

describe('What a PDF says of itself', () => {
  test('is put down in one as Chromium writes it.', () => {
    expect(described(written)).toContain('<dc:creator><rdf:Seq><rdf:li>Ada Quay</rdf:li>');
  });

  test('has the time of its newest change in place of that at which it was made, and no name of a browser.', () => {
    expect(described(written)).toContain("/ModDate (D:20190228210000+00'00')");
    expect(described(written)).not.toMatch(/2026|Chromium/);
  });

  test.each([
    ['no dictionary of information', '/Info 1 0 R', ''],
    ['no catalogue', '2 0 obj', '(2 0 obj)'],
    ['its objects in streams', /xref[^]*/, 'startxref\n100\n%%EOF\n'],
    ['nothing at all', /[^]*/, ''],
    ['no producer', '/Producer (Skia/PDF m156)', ''],
    ['no creator', '/Creator (Chromium 156)', ''],
    ['a creator too short to be overwritten', '(Chromium 156)', '(Chrome)'],
    ['a creator in another form', '(Chromium 156)', '<FEFF0043>'],
    ['no title', '/Title (Harbour vote)', ''],
    ['no time of creation', /\/CreationDate [^\n]*/, ''],
    ['times in another form', /20261129100000\+00'00'/g, '20261129100000Z'],
    ['no outline', '/Outlines 4 0 R', ''],
    ['no tags', '/Marked true', '/Marked false'],
    ['no tree of tags', '/StructTreeRoot 3 0 R', ''],
    ['no language', '/Lang (en-GB)', ''],
    ['no title for its window', '/DisplayDocTitle true', ''],
    ['metadata already', '/Type /Catalog', '/Type /Catalog\n/Metadata 9 0 R'],
    ['an author already', '/Title', '/Author (Chromium)\n/Title'],
  ])('is not left out in silence of one with %s.', (_, found, instead) => {
    const pdf = written.replace(found, instead);
    expect(pdf).not.toBe(written);
    expect(() => described(pdf)).toThrow(EditorialError);
  });
});

describe('The page of a story in a PDF', () => {
  const pageOf = (name: string, pdf = written) => pagesOf([name], { pdf: Buffer.from(pdf), file: 'paper.pdf' });

  test('is found by its name.', () => {
    expect(pageOf('k7m2xq').get('k7m2xq')).toBe(2);
  });

  test.each([
    ['does not know the name', 'm4n8pq', written],
    ['has no names', 'k7m2xq', written.replace('/Dests 6 0 R', '')],
    ['has no pages', 'k7m2xq', written.replace('/Pages 5 0 R', '')],
    ['names a page that is none', 'k7m2xq', written.replace('[8 0 R /XYZ', '[9 0 R /XYZ')],
  ])('is missed aloud where the PDF %s.', (_, name, pdf) => {
    expect(() => pageOf(name, pdf)).toThrow(
      `The PDF that the browser wrote does not tell on which page "${name}" stands.`,
    );
  });
});
