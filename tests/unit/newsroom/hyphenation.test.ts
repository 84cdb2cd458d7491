import { describe, expect, it } from 'vitest';
import { partingOf } from '../../../src/newsroom/hyphenation.ts';

const partedWords = async (text: string, language: string) => (await partingOf(language))?.(text) ?? [text];

describe('Words that may be parted', () => {
  it.each([
    ['de', 'Hafenbeckenrandbefestigungsverordnung'],
    ['de-CH', 'Donaudampfschifffahrtsgesellschaft'],
    ['fi', 'lentokonesuihkuturbiinimoottori'],
    ['hu', 'megszentségteleníthetetlenség'],
    ['nl', 'Hottentottententententoonstelling'],
    ['sv', 'flygspaningssimulatoranläggning'],
  ])('are the longest of a language that writes several as one: %s', async (language, word) => {
    const pieces = await partedWords(word, language);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(word);
    expect(Math.min(...pieces.map(({ length }) => length))).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['de', 'Bundesstraßenbau', ['Bundes', 'stra', 'ßenbau']],
    ['de', 'Donaudampfschifffahrtsgesellschaft', ['Donau', 'dampf', 'schiff', 'fahrts', 'gesell', 'schaft']],
    ['fi', 'lentokonesuihkuturbiinimoottori', ['lento', 'kone', 'suih', 'kutur', 'biini', 'moot', 'tori']],
    ['de', 'Am Kai: Verordnungsentwurf', ['Am Kai: Verord', 'nungs', 'entwurf']],
  ])('are parted between syllables, four letters at the least on a line: %s, %s', async (language, text, pieces) =>
    expect(await partedWords(text, language)).toEqual(pieces),
  );

  it.each([
    ['de', 'Der Rat stimmt für die Schließung des Hafens'],
    ['en-GB', 'Counterrevolutionaries'],
    ['ja', '港の渡し船'],
    ['de', ''],
  ])('are no others: %s, %s', async (language, text) => expect(await partedWords(text, language)).toEqual([text]));

  it('leave the words around them as they are', async () => {
    const text = 'Die Rindfleischetikettierung & „Ämter“';
    expect((await partedWords(text, 'de')).join('')).toBe(text);
  });
});
