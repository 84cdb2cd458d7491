import { describe, expect, it } from 'vitest';
import { savedView, workerView } from '../../../src/views/pages/saved.ts';
import { edition, publication } from '../articles.ts';

describe('the list of saved stories', () => {
  it('says where it is, and what it needs', () => {
    expect(savedView(edition([]))).toMatchObject({
      title: 'Saved stories – The Paper',
      canonical: 'https://paper.example/saved/',
      needsScript: 'Saved stories are kept on the device by JavaScript, which is off.',
    });
  });
});

describe('the words of the service worker', () => {
  it("are in the paper's language, with its direction", () => {
    expect(workerView({ publication: { ...publication, language: 'ar' } })).toMatchObject({
      language: 'ar',
      direction: 'rtl',
    });
  });

  it('are named as English where the language has none yet', () => {
    expect(workerView({ publication: { ...publication, language: 'eo' } })).toMatchObject({
      language: 'en',
      direction: 'ltr',
    });
  });
});
