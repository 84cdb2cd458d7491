import { describe, expect, test } from 'vitest';
import { isReserved, licenceAddress, licenceName, ownLicence } from '../../../src/newsroom/licence.ts';
import { licenceIn } from '../../../src/importing/own-words.ts';

const of = (licence: string | undefined, papers: string | undefined, language = 'en-GB') =>
  ownLicence({ licence, language }, { licence: papers });

describe('The sentence that names the licence of a text', () => {
  test('has one spelling for both that are filed.', () => {
    for (const licence of ['CC-BY-SA-4.0', 'CC BY-SA 4.0'])
      expect(of(licence, 'CC BY 4.0')).toBe('Text licensed under CC BY-SA 4.0');
  });

  test('is in the language of the text.', () => {
    expect(of('CC-BY-4.0', undefined, 'de')).toContain('CC BY 4.0');
    expect(of('CC-BY-4.0', undefined, 'de')).not.toBe(of('CC-BY-4.0', undefined));
  });

  test('is left out under the licence of the paper, however either is spelt.', () => {
    expect(of('CC-BY-4.0', 'CC BY 4.0')).toBeUndefined();
    expect(of('CC BY 4.0', 'CC-BY-4.0')).toBeUndefined();
  });

  test.each([
    'All rights reserved',
    '© 2019 The Broadsheet',
    'Copyright 2019 The Broadsheet. All rights reserved.',
    'Alle Rechte vorbehalten',
    'Tous droits réservés',
    '版权所有',
    '無断転載を禁じます',
  ])('is %s where these words are filed.', (words) => {
    expect(of(words, 'CC BY 4.0', 'de')).toBe(words);
    expect(licenceIn(words, 'de')).toBe(words);
  });

  test.each(['Copyright is what the ministers discussed.', 'The rights reserved by the treaty are many.', 'CC BY 4.0'])(
    'is not %s.',
    (words) => expect(isReserved(words)).toBe(false),
  );

  test('is left out where no licence is filed.', () => {
    expect(of(undefined, 'CC BY 4.0')).toBeUndefined();
  });
});

describe('The name of a licence', () => {
  test.each([
    ['CC-BY-4.0', 'CC BY 4.0'],
    ['CC-BY-NC-ND-2.5', 'CC BY-NC-ND 2.5'],
    ['CC BY-SA 4.0', 'CC BY-SA 4.0'],
    ['CC0-1.0', 'CC0-1.0'],
    ['All rights reserved', 'All rights reserved'],
  ])('of %s is %s.', (licence, name) => expect(licenceName(licence)).toBe(name));
});

describe('The text of a licence', () => {
  const commons = 'https://creativecommons.org';
  test.each([
    ['CC-BY-4.0', `${commons}/licenses/by/4.0/`],
    ['CC BY 4.0', `${commons}/licenses/by/4.0/`],
    ['cc by-nc-sa 3.0', `${commons}/licenses/by-nc-sa/3.0/`],
    ['CC-BY-ND-2.0', `${commons}/licenses/by-nd/2.0/`],
    ['CC0 1.0', `${commons}/publicdomain/zero/1.0/`],
    ['CC0-1.0', `${commons}/publicdomain/zero/1.0/`],
    ['CC-0-1.0', `${commons}/publicdomain/zero/1.0/`],
    ['CC Zero 1.0', `${commons}/publicdomain/zero/1.0/`],
    ['https://licence.example/free', 'https://licence.example/free'],
    ['http://licence.example/free', 'http://licence.example/free'],
  ])('of %s is at %s.', (licence, address) => expect(licenceAddress(licence)).toBe(address));

  test.each([
    'All rights reserved',
    'CC BY',
    'CC BY 4',
    'CC BY-XX 4.0',
    'CC BY 4.0 International',
    'Under CC BY 4.0',
    'ftp://licence.example',
    'see https://licence.example/free',
  ])('of %s is not known.', (licence) => expect(licenceAddress(licence)).toBeUndefined());
});
