import { describe, expect, it } from 'vitest';
import { captionDoubts, captionFaults, creditAtEnd } from '../../../src/newsroom/caption.ts';
import { withoutCredit } from '../../../src/newsroom/credit.ts';

describe('A caption parts from its credit', () => {
  it.each([
    ['Ferries at the quay. Photo: Ada Holm', 'Ferries at the quay.', 'Photo: Ada Holm'],
    ['Ferries at the quay (Foto: dpa)', 'Ferries at the quay', 'Foto: dpa'],
    ['Ferries at the quay | © Ada Holm.', 'Ferries at the quay', '© Ada Holm'],
    ['Ferries at the quay. (AP)', 'Ferries at the quay.', 'AP'],
    ['“Ferries?” (AFP/Getty Images) ', '“Ferries?”', 'AFP/Getty Images'],
    ['船が着いた。写真：山田', '船が着いた。', '写真：山田'],
    ['船が着いた写真：山田', '船が着いた', '写真：山田'],
    ['Ferries. [Bild: Kai]', 'Ferries.', 'Bild: Kai'],
    ['Ferries. Photo/Reuters', 'Ferries.', 'Photo/Reuters'],
    ['Ferries at the quay — Photograph: Ada Holm', 'Ferries at the quay', 'Photograph: Ada Holm'],
    ['© Ada Holm', '', '© Ada Holm'],
    [' Ferries\n  at the quay. Credit: Ada\tHolm ', 'Ferries at the quay.', 'Credit: Ada Holm'],
  ])('%j', (text, caption, credit) => expect(withoutCredit(text)).toEqual({ caption, credit }));

  it.each([
    ['The photo: a forgery, the court found. It was burnt.'],
    ['Ferries at the quay (AP)'],
    ['Ferries at the quay.'],
    ['Ferries. (A boat/a ship) came.'],
    ['Telephoto: A lens'],
  ])('and stays whole without one: %j', (text) => expect(withoutCredit(text)).toEqual({ caption: text }));

  it('with the space taken off its ends', () =>
    expect(withoutCredit('\n Ferries  at the quay. \n')).toEqual({ caption: 'Ferries at the quay.' }));
});

describe('A credit at the end of a caption', () => {
  it.each([
    ['Ferries. PHOTO: AFP', 'Ferries.', 'PHOTO: AFP'],
    ['Ferries at the quay (Picture : Ada Holm).', 'Ferries at the quay', 'Picture : Ada Holm'],
    ['Graphic: Ada', '', 'Graphic: Ada'],
  ])('is found: %j', (text, caption, credit) => expect(creditAtEnd(text)).toEqual({ caption, credit }));

  it.each(['Ferries. Telephoto: AFP', 'Ferries. Photo AFP', 'Ferries. Photo: AFP! Really', `Photo: ${'a'.repeat(61)}`])(
    'is not where something else stands: %j',
    (text) => expect(creditAtEnd(text)).toBeUndefined(),
  );
});

describe('What is said of a picture', () => {
  const told = (alt: string | undefined, caption: string | undefined) =>
    [...captionFaults({ alt, caption, name: 'quay.jpg' }), ...captionDoubts({ alt, caption, name: 'quay.jpg' })].map(
      ({ code, found }) => `${code} ${found}`,
    );
  const again = 'C-001 The alt text of "quay.jpg" repeats its caption.';
  const little = 'D-103 The alt text of "quay.jpg" says little else than its caption.';

  it.each([
    ['Ferries at the quay', '“Ferries at the Quay.”', again],
    ['Ferries at the quay', 'Ferries at the quay in the rain', little],
    ['Ferries at the quay in the rain', 'Ferries at the quay', little],
    ['The council votes for ferries on Friday', 'On Friday the council votes for ferries', little],
  ])('is told where it is twice the same: %j and %j', (alt, caption, words) =>
    expect(told(alt, caption)).toEqual([words]),
  );

  it.each([
    ['Ferries at the quay', 'Ferries at the quay in the rain of a long November night, when nobody came'],
    ['Ferries', 'Ferries at'],
    ['council votes', 'votes council'],
    ['The council votes for ferries', 'The council votes against bridges and tunnels'],
    ['', ''],
    [' ', '.'],
    ['', 'Ferries at the quay'],
    ['Ferries at the quay', ''],
    [undefined, 'Ferries at the quay'],
    ['Ferries at the quay', undefined],
  ])('is not where each says something of its own: %j and %j', (alt, caption) =>
    expect(told(alt, caption)).toEqual([]),
  );

  it.each([
    ['Ferries, AFP', 'AFP'],
    ['Ferries at the quay. (AP)', 'AP'],
    ['Ferries, by Reuters/Ada Holm', 'Reuters/'],
    ['EPA-EFE/Ada Holm', 'EPA-EFE/'],
    ['Ferries (c) Ada', '(c) A'],
    ['Ferries © Ada Holm, 2019. All rights reserved', '©'],
    ['Ferries. Photo by Ada Holm, who was there', 'Photo by A'],
    ['Ferries, a photograph by Ada Holm', 'photograph by A'],
    ['Ferries. Foto von Ada, die dort war', 'Foto von A'],
    ['Ferries. Courtesy of the harbour', 'Courtesy of'],
    ['Ferries, courtesy of the harbour', 'courtesy of'],
  ])('is told where the caption names who made it: %j', (caption, credit) =>
    expect(told('A white ship', caption)).toEqual([
      `D-104 The caption of "quay.jpg" seems to hold a credit: "${credit}".`,
    ]),
  );

  it.each([
    'A RELAFP machine',
    'Ferries (c) and (d)',
    'Reuters says so',
    'a photo by the quay',
    'the courtesy offered',
  ])('is not where it names nobody: %j', (caption) => expect(told('A white ship', caption)).toEqual([]));

  it('is told once where the credit ends the caption', () =>
    expect(told('A white ship', 'Ferries. Photo: AFP')).toEqual([
      'C-002 The caption of "quay.jpg" ends in a credit: "Photo: AFP".',
    ]));
});
