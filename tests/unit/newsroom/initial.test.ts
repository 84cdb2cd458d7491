import { expect, it } from 'vitest';
import { initialOf } from '../../../src/newsroom/initial.ts';

it.each([
  ['Küstenblatt', 'de-DE', 'K'],
  ['Die Wochenpost', 'de', 'W'],
  ['Die', 'de', 'D'],
  ['The Ferry Gazette', 'en-GB', 'F'],
  ['a ferry', 'en', 'F'],
  ['L’Écho', 'fr', 'É'],
  ['œuvre', 'fr', 'Œ'],
  ['El País', 'es', 'P'],
  ['izmir', 'tr', 'İ'],
  ['الصباح', 'ar', 'ص'],
  ['ال', 'ar', 'ا'],
  ['朝の新聞', 'ja', '朝'],
  ['क्षेत्र', 'hi', 'क्षे'],
  ['“24” Heures', 'fr', '2'],
  ['🐟 Fish', 'en', 'F'],
  ['🐟', 'en', ''],
])('The name "%s" in %s is known by the letter "%s".', (name, language, initial) => {
  expect(initialOf(name, language)).toBe(initial);
});
