import { describe, expect, test } from 'vitest';
import { describedPdf } from '../../../src/binding/pdf.ts';
import { EditorialError } from '../../../src/newsroom/problem.ts';

/** The least that Chromium writes: a dictionary of information, a catalogue, and where they stand. */
const written = [
  '%PDF-1.4',
  '1 0 obj',
  '<</Creator (Chromium)\n/Producer (Skia/PDF m156)>>',
  'endobj',
  '2 0 obj',
  '<</Type /Catalog>>',
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
  describedPdf(Buffer.from(pdf), { title: 'Harbour vote', author: 'Ada Quay', modified: '2019-03-01T05:00:00+08:00' });

describe('What a PDF says of itself', () => {
  test('is put down in one as Chromium writes it.', () => {
    expect(described(written).toString('latin1')).toContain('<dc:creator><rdf:Seq><rdf:li>Ada Quay</rdf:li>');
  });

  test.each([
    ['no dictionary of information', written.replace('/Info 1 0 R', '')],
    ['no catalogue', written.replace('2 0 obj', '(2 0 obj)')],
    ['its objects in streams', written.replace(/xref[^]*/, 'startxref\n100\n%%EOF\n')],
    ['nothing at all', ''],
  ])('is not left out in silence of one with %s.', (_, pdf) => {
    expect(() => described(pdf)).toThrow(EditorialError);
  });
});
