import { describe, expect, test } from 'vitest';
import { ownLicence } from '../../../src/newsroom/licence.ts';

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

  test('is left out where no licence is filed.', () => {
    expect(of(undefined, 'CC BY 4.0')).toBeUndefined();
  });
});
